"""The addresses of articles and products as content."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Query, Router
from ninja.decorators import decorate_view

from products.models import ProductPage
from products.queries import as_cards, find_product
from qnwellness.content.references import resolving
from qnwellness.content.visibility import asking_once

from ..described import address
from ..errors import UnknownArticle, UnknownProduct, WrongParameter
from ..headers import shareable
from ..parameters import only
from . import articles, products
from .cursor import BadCursor, Cursor, read_cursor
from .schemas import ArticleContentOut, ArticlesOut, ProductContentOut, ProductsOut

MAX_LIMIT = 50
router = Router(tags=["content"])
Limit = Query(20, ge=1, le=MAX_LIMIT, description="How many to return at most.")
Go = Query("", alias="cursor", description="Where to go on: use the address in `next`.")


@address(router, "articles/", "articles", ArticlesOut)
@decorate_view(shareable)
def list_articles(
    request: HttpRequest,
    tag: str = Query("", description="The slug of a tag."),
    product: str = Query("", description="The handle of a product they name."),
    limit: int = Limit,
    cursor: str = Go,
) -> dict[str, Any]:
    """Return the articles, newest first."""
    only(request, ["tag", "product", "limit", "cursor"])
    if "\0" in tag + product:
        return {"articles": [], "next": None}
    with asking_once(), resolving({}):
        found, more = _page(articles.listed(tag, product), articles.behind, cursor, limit)
        shown = [articles.summary(request, one) for one in found]
    return {"articles": shown, "next": _next(request, articles.cursor_of(found[-1]) if more else None)}


@address(router, "articles/{slug}/", "article", ArticleContentOut)
@decorate_view(shareable)
def one_article(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Return an article whole: its blocks as typed data, its contents list, its sources and its products."""
    only(request, [])
    article = articles.find(slug)
    if article is None:
        raise UnknownArticle("No article has this address.")
    return articles.whole(request, article)


@address(router, "products/", "products", ProductsOut)
@decorate_view(shareable)
def list_products(request: HttpRequest, limit: int = Limit, cursor: str = Go) -> dict[str, Any]:
    """Return the products, by name."""
    only(request, ["limit", "cursor"])
    with asking_once(), resolving({}):
        found, more = _page(products.listed(), products.behind, cursor, limit)
        shown = [products.summary(request, one) for one in found]
    last = products.cursor_of(found[-1]) if more else None
    return {"products": [one for one in shown if one], "next": _next(request, last)}


@address(router, "products/{handle}/", "product", ProductContentOut)
@decorate_view(shareable)
def one_product(request: HttpRequest, handle: str) -> dict[str, Any]:
    """Return a product with all its page says."""
    only(request, [])
    known = find_product(handle=handle)
    with asking_once(), resolving({}):
        product = as_cards(ProductPage.objects.filter(pk=known.pk)).first() if known else None
        found = products.whole(request, product) if product else None
    if found is None:
        raise UnknownProduct("No product has this key.")
    return found


def _page(
    rows: QuerySet, behind: Callable[[QuerySet, Cursor], QuerySet], cursor: str, limit: int
) -> tuple[Sequence[Any], bool]:
    """Return the rows of one page, and whether there are more. Raises WrongParameter for a cursor of nobody's."""
    try:
        rows = behind(rows, read_cursor(cursor)) if cursor else rows
    except BadCursor as problem:
        raise WrongParameter("cursor: not one this address has given; begin without it.") from problem
    found = list(rows[: limit + 1])
    return found[:limit], len(found) > limit


def _next(request: HttpRequest, last: Cursor | None) -> str | None:
    if last is None:
        return None
    query = request.GET.copy()
    query["cursor"] = str(last)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
