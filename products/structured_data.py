"""Product -> schema.org."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from qnwellness.content.structured_data import Node
from qnwellness.images.renditions import rendition_or_none

from .availability import SCHEMA_AVAILABILITY, State

if TYPE_CHECKING:
    from .models import ProductPage


def product_node(product: "ProductPage", url: str, request: HttpRequest | None = None) -> Node:
    """Return the Product node of a product's own page, with its offer where there is one to make."""
    picture = rendition_or_none(product.picture, "fill-1200x1200|format-jpeg")
    return {
        "@type": "Product",
        "@id": f"{url}#product",
        "name": product.title,
        "url": url,
        "description": product.summary,
        "sku": product.sku,
        "gtin": product.gtin,
        "brand": {"@type": "Brand", "name": "QN Wellness"},
        "image": picture.full_url if picture else None,
        "offers": _offer(product, url),
    }


def _offer(product: "ProductPage", url: str) -> Node | None:
    if product.shown_price is None:
        return None
    return {
        "@type": "Offer",
        "url": product.purchase_url or url,
        "price": str(product.shown_price),
        "priceCurrency": product.currency,
        "availability": SCHEMA_AVAILABILITY[State(product.state)],
    }
