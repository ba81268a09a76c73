"""The API's two addresses."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from ninja.decorators import decorate_view

from products.models import ProductPage
from products.queries import find_product

from ..mentions.queries import LIMIT, MAX_LIMIT, related_articles
from .errors import MissingParameter, UnknownProduct
from .headers import shareable
from .representation import related_articles_out
from .schemas import ErrorOut, RelatedArticlesOut

router = Router(tags=["related articles"])

Limit = Query(LIMIT, ge=1, le=MAX_LIMIT, description="How many articles to return at most.")
View = Callable[..., Any]


def _at(path: str, url_name: str) -> Callable[[View], View]:
    """Answer GET and HEAD at an address; HEAD stays undescribed, as an operation's id is used only once."""
    options = {"response": {200: RelatedArticlesOut, 400: ErrorOut, 404: ErrorOut}, "url_name": url_name}

    def register(view: View) -> View:
        router.api_operation(["HEAD"], path, include_in_schema=False, **options)(view)
        return router.get(path, **options)(view)

    return register


@_at("products/{handle}/related-articles/", "product-related-articles")
@decorate_view(shareable)
def by_handle(request: HttpRequest, handle: str, limit: int = Limit) -> RelatedArticlesOut:
    """Return the articles that mention the product with this handle."""
    return _answer(request, find_product(handle=handle), limit)


@_at("related-articles/", "related-articles")
@decorate_view(shareable)
def by_key(
    request: HttpRequest, handle: str = "", sku: str = "", gtin: str = "", limit: int = Limit
) -> RelatedArticlesOut:
    """Return the articles that mention the product with this handle, SKU or GTIN."""
    if not (handle or sku or gtin):
        raise MissingParameter("Name the product by handle, sku or gtin.")
    return _answer(request, find_product(handle=handle, sku=sku, gtin=gtin), limit)


def _answer(request: HttpRequest, product: ProductPage | None, limit: int) -> RelatedArticlesOut:
    if product is None:
        raise UnknownProduct("No product has this key.")
    return related_articles_out(request, product, related_articles(product, limit))
