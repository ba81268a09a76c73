"""The list of a product as HTML, for shops that write their pages on their own server.

A shop's server may well put into its page whatever it gets: what is no list is empty there, or a comment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import escape

from products.models import ProductPage
from products.queries import find_product
from products.shop_links import Campaign
from qnwellness.content.visibility import public

from ..api.campaign import campaign, from_shop
from ..api.headers import shareable
from ..api.limits import PerAddress
from ..api.parameters import UnknownParameter, only
from ..api.rules import by_the_rules
from ..mentions.queries import LIMIT, MAX_LIMIT, RelatedArticle, related_articles
from ..models import ArticlePage, ProductRelation


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An article on a list that stands on another site: the same as at home, with whole addresses."""

    article: ArticlePage
    relation: ProductRelation
    url: str
    section_url: str


@by_the_rules
@shareable
def related_articles_fragment(request: HttpRequest, key: str, **kwargs: Any) -> HttpResponse:
    """Answer with the list of the product with this handle or address part; with nothing where there is no list."""
    throttle = PerAddress()
    if not throttle.allow_request(request):
        headers = {"Retry-After": f"{throttle.wait():g}", "Cache-Control": "no-store"}
        return _said("Too many requests from this address.", HTTPStatus.TOO_MANY_REQUESTS, headers)
    try:
        limit = _limit(request)
    except ValueError as problem:
        return _said(str(problem), HTTPStatus.BAD_REQUEST)
    product = _product(key)
    if product is None:
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    items = elsewhere(request, product, related_articles(product, limit), campaign())
    if not items:
        return HttpResponse()
    # Without the request: nothing in it may depend on who asks.
    shown = {"items": items, "base": product.get_full_url(request), "handle": product.handle}
    return HttpResponse(render_to_string("embed/fragment.html", shown))


def elsewhere(
    request: HttpRequest, product: ProductPage, related: Sequence[RelatedArticle], told: Campaign
) -> list[Elsewhere]:
    """Return the articles on a product's list with whole addresses that carry a campaign."""
    found = []
    for item in related:
        url = from_shop(item.article.get_full_url(request), told, product.handle)
        anchor = item.relation.section_anchor
        section_url = f"{url}#{anchor}" if anchor else ""
        found.append(Elsewhere(item.article, item.relation, section_url or url, section_url))
    return found


def _product(key: str) -> ProductPage | None:
    # PostgreSQL refuses a text with NUL in it, also as something to look for.
    if "\0" in key:
        return None
    return find_product(handle=key) or public(ProductPage.objects.filter(slug=key)).order_by("pk").first()


def _limit(request: HttpRequest) -> int:
    """Return how many articles are wanted. Raises ValueError, with a message for a person."""
    only(request, ["limit"])
    written = request.GET.get("limit", str(LIMIT))
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:4]) <= MAX_LIMIT):
        raise UnknownParameter(f"limit: a number from 1 to {MAX_LIMIT}.")
    return int(written)


def _said(message: str, status: HTTPStatus, headers: dict[str, str] | None = None) -> HttpResponse:
    comment = escape(message).replace("--", "- -")
    return HttpResponse(f"<!-- {comment} -->\n", status=status, headers=headers)
