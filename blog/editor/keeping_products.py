"""Keeps a product that articles show from being deleted or unpublished in silence: on its own, with others, with the
page above it.

Wagtail asks these hooks before it asks the user. What is in use is never deleted; it is unpublished once the user has
been told what becomes of the articles.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from products.availability import State
from products.models import ProductPage

from .keeping_screen import several_in_use
from .product_standing import product_standing, used_products
from .replacing import DELETE, KNOWN, UNPUBLISH


def keep_from_deleting(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to delete a product that is in use, or a page above one; tell where, and what to do instead."""
    return keep(request, [page], DELETE)


def keep_from_unpublishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Tell what becomes of articles before a product in use, or a page with all below it, is unpublished."""
    if KNOWN in request.POST:
        return None
    return keep(request, [page], UNPUBLISH, with_below="include_descendants" in request.POST)


def keep_from_bulk_action(
    request: HttpRequest, action_type: str, objects: Collection[Any], action: Any
) -> HttpResponse | None:
    """Do the same for pages that are ticked in a list."""
    pages = [item for item in objects if isinstance(item, Page)]
    if action_type == DELETE:
        return keep(request, pages, DELETE)
    if action_type != UNPUBLISH or KNOWN in request.POST:
        return None
    with_below = bool(action.cleaned_form and action.cleaned_form.cleaned_data.get("include_descendants"))
    return keep(request, pages, UNPUBLISH, with_below=with_below)


def keep(
    request: HttpRequest, pages: Iterable[Page], action: str, *, with_below: bool = True
) -> HttpResponse | None:
    """Return the answer that keeps the products among these pages, and (`with_below`) below them; None if none is used.

    One product leads to the screen where it can be replaced, several to a list of them.
    """
    pages = list(pages)
    products = _products(pages, with_below=with_below)
    if action == UNPUBLISH:
        products = products.filter(live=True)
    used = used_products(set(products.values_list("pk", flat=True)))
    if not used:
        return None
    if len(pages) == 1 and pages[0].pk in used:
        if action == DELETE and request.method == "POST":
            messages.error(
                request, _("“%(product)s” is not deleted: it is in use.") % {"product": pages[0].title}
            )
        asked = {"for": action} | ({"next": request.GET["next"]} if "next" in request.GET else {})
        return redirect(f"{reverse('product_in_use', args=[pages[0].pk])}?{urlencode(asked)}")
    return several_in_use(request, used, action)


def tell_articles(request: HttpRequest, page: Page) -> None:
    """Tell in how many articles it shows that a product was just published as discontinued or hidden."""
    if not isinstance(page, ProductPage) or page.state not in (State.DISCONTINUED, State.HIDDEN):
        return
    standing = product_standing(page, request.user)
    if not standing.articles:
        return
    named = ", ".join(f"“{article.title}”" for article in standing.shown[:3])
    told = ngettext(
        "%(count)s article shows “%(product)s”, which is %(state)s now.",
        "%(count)s articles show “%(product)s”, which is %(state)s now.",
        standing.articles,
    ) % {"count": standing.articles, "product": page.title, "state": _STATES[State(page.state)]()}
    address = reverse("product_in_use", args=[page.pk])
    messages.warning(request, f"{told} {named}".strip(), buttons=[messages.button(address, _("See where"))])


_STATES = {State.DISCONTINUED: lambda: _("discontinued"), State.HIDDEN: lambda: _("hidden")}


def _products(pages: Iterable[Page], *, with_below: bool) -> Any:
    either = Q(pk__in=[page.pk for page in pages])
    if with_below:
        for page in pages:
            either |= Q(path__startswith=page.path)
    return ProductPage.objects.filter(either)
