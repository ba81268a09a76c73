"""The screen "Articles that mention it" of a product: what stands on its list, why, and what editors decide of it."""

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page

from products.models import ProductPage

from .. import following_products
from ..mentions import choices
from ..mentions.queries import LIMIT
from ..models import ArticlePage
from .product_access import may_arrange, nameable_articles
from .product_listed import Listing
from .product_log import remember
from .product_undo import Undo

_DO = {
    "pin": (choices.pin, gettext_lazy("“%(title)s” is pinned.")),
    "unpin": (choices.unpin, gettext_lazy("“%(title)s” is no longer pinned.")),
    "up": (
        lambda product, article: choices.move(product, article, -1),
        gettext_lazy("“%(title)s” moved up."),
    ),
    "down": (
        lambda product, article: choices.move(product, article, 1),
        gettext_lazy("“%(title)s” moved down."),
    ),
    "exclude": (choices.exclude, gettext_lazy("“%(title)s” is left out.")),
    "include": (choices.include, gettext_lazy("“%(title)s” is no longer left out.")),
}


@method_decorator(never_cache, name="dispatch")
class ProductArticlesView(WagtailAdminTemplateMixin, View):
    """Shows the articles of a product, and carries out what a button says."""

    http_method_names = ["get", "post"]
    template_name = "blog/editor/product_articles.html"
    page_title = gettext_lazy("Articles that mention it")
    header_icon = "list-ul"

    def dispatch(self, request: HttpRequest, product_id: int) -> HttpResponse:
        """Let in who may arrange the list."""
        self.product = get_object_or_404(ProductPage, pk=product_id)
        if not may_arrange(request.user, self.product):
            raise PermissionDenied
        self.undo = Undo(request, self.product.pk)
        return super().dispatch(request, product_id)

    def get(self, request: HttpRequest, product_id: int) -> HttpResponse:
        """Show the list."""
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, product_id: int) -> HttpResponse:
        """Do what the button says (`do` is an action and an article, as in "pin:7"), and show the list again."""
        do, _colon, article = request.POST.get("do", "").partition(":")
        if do == "undo":
            self._undo()
        elif do in _DO and article.isdecimal():
            self._do(do, self._article(int(article)))
        else:
            article = ""
            messages.error(request, _("Nothing was done: press one of the buttons."))
        back = reverse("product_articles", args=[self.product.pk])
        page = request.GET.get("p", "")
        # Whoever works by keyboard goes on where they were.
        return redirect(
            (f"{back}?p={page}" if page.isdecimal() else back) + (f"#article-{article}" if article else "")
        )

    def _article(self, pk: int) -> ArticlePage:
        """Return an article this user may know of. Raises Http404 for any other."""
        return get_object_or_404(nameable_articles(self.request.user).filter(alias_of=None), pk=pk)

    def _do(self, do: str, article: ArticlePage) -> None:
        act, said = _DO[do]
        before = choices.arrangement(self.product.pk)
        try:
            with transaction.atomic():
                act(self.product.pk, article.pk)
                remember(self.product, do, article.pk, self.request.user)
        except choices.TooManyPins:
            messages.error(
                self.request, _("Nothing was done: no more articles can be pinned. Unpin one first.")
            )
            return
        self.undo.keep(before, choices.arrangement(self.product.pk))
        following_products.follow(self.product.pk, is_searched=False)
        messages.success(self.request, said % {"title": article.title})

    def _undo(self) -> None:
        with transaction.atomic():
            is_undone = self.undo.carry_out()
            if is_undone:
                remember(self.product, "undo", None, self.request.user)
        if is_undone:
            following_products.follow(self.product.pk, is_searched=False)
            messages.success(self.request, _("The last change is undone."))
        else:
            messages.warning(
                self.request, _("Nothing was undone: the list was changed since. It is shown as it is now.")
            )

    @cached_property
    def title(self) -> str:
        """Return the product's name."""
        return self.product.get_admin_display_title()

    def get_page_subtitle(self) -> str:
        return self.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead to the product in the tree of pages."""
        pages = get_breadcrumbs_items_for_page(self.product, self.request.user)
        return [*pages, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        listing = Listing(self.product, self.request.user, self.request.GET.get("p", 1))
        may_edit = self.product.permissions_for_user(self.request.user).can_edit()
        return super().get_context_data(**kwargs) | {
            "product": self.product,
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.product.pk]) if may_edit else "",
            "listed": listing.read(),
            "limit": LIMIT,
            "can_undo": self.undo.is_possible,
        }
