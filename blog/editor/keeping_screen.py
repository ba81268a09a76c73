"""The screen of several products in use, which were about to be deleted or unpublished together."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.admin.utils import get_valid_next_url_from_request

from products.models import ProductPage

from ..models import ArticlePage
from ..uses import editable
from .replacing import DELETE, KNOWN

MOST_NAMED = 20
_MOST_TITLES = 3


def several_in_use(request: HttpRequest, used: Mapping[int, set[int]], action: str) -> HttpResponse:
    """Return a screen that names the products in use (ids, each with the articles that show it) with their articles.

    Nothing has been done. To unpublish, the same form can be sent again from there. Articles the user may not edit
    are counted only.
    """
    named = list(ProductPage.objects.filter(pk__in=used).order_by("title")[:MOST_NAMED])
    articles = ArticlePage.objects.in_bulk({pk for product in named for pk in used[product.pk]})
    allowed = editable(articles.values(), request.user)
    back = request.get_full_path() if request.method == "GET" else _explorer(named[0])
    lines = []
    for product in named:
        own = [articles[pk] for pk in sorted(used[product.pk]) if pk in articles]
        titles = [article.draft_title or article.title for article in own if article.pk in allowed]
        asked = urlencode({"for": action, "next": back})
        lines.append(
            {
                "product": product,
                "url": f"{reverse('product_in_use', args=[product.pk])}?{asked}",
                "count": len(own),
                "titles": titles[:_MOST_TITLES],
                "others": len(own) - len(titles[:_MOST_TITLES]),
            }
        )
    context = {
        "lines": lines,
        "total": len(used),
        "others": len(used) - len(lines),
        "is_deleting": action == DELETE,
        "is_form": request.method == "POST",
        "known": KNOWN,
        "sent": [(name, value) for name in request.POST for value in request.POST.getlist(name)],
        "submit_url": request.get_full_path(),
        "back": get_valid_next_url_from_request(request) or _explorer(named[0]),
    }
    return TemplateResponse(request, "blog/editor/replacing_several.html", context)


def _explorer(product: ProductPage) -> str:
    return reverse("wagtailadmin_explore", args=[product.get_parent().pk])
