"""The API's two addresses."""

from django.http import HttpRequest
from ninja import Query, Router
from ninja.decorators import decorate_view

from products.models import ProductPage
from products.queries import find_product

from ..mentions.queries import LIMIT, MAX_LIMIT, related_articles
from .described import address
from .errors import MissingParameter, UnknownProduct
from .headers import shareable
from .parameters import only
from .representation import related_articles_out
from .schemas import RelatedArticlesOut

router = Router(tags=["related articles"])

Limit = Query(LIMIT, ge=1, le=MAX_LIMIT, description="How many articles to return at most.")


@address(router, "products/{handle}/related-articles/", "product-related-articles", RelatedArticlesOut)
@decorate_view(shareable)
def by_handle(request: HttpRequest, handle: str, limit: int = Limit) -> RelatedArticlesOut:
    """Return the articles that mention the product with this handle."""
    only(request, ["limit"])
    return _answer(request, find_product(handle=handle), limit)


@address(router, "related-articles/", "related-articles", RelatedArticlesOut)
@decorate_view(shareable)
def by_key(
    request: HttpRequest, handle: str = "", sku: str = "", gtin: str = "", limit: int = Limit
) -> RelatedArticlesOut:
    """Return the articles that mention the product with this handle, SKU or GTIN."""
    only(request, ["handle", "sku", "gtin", "limit"])
    if not (handle or sku or gtin):
        raise MissingParameter("Name the product by handle, sku or gtin.")
    return _answer(request, find_product(handle=handle, sku=sku, gtin=gtin), limit)


def _answer(request: HttpRequest, product: ProductPage | None, limit: int) -> RelatedArticlesOut:
    if product is None:
        raise UnknownProduct("No product has this key.")
    return related_articles_out(request, product, related_articles(product, limit))
