"""Product -> schema.org, of plain values. Pure.

Properties: developers.google.com, "Product structured data". A product stays a Product: `DietarySupplement` invites
amounts and effects, each of which is a health claim.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from qnwellness.content.structured_data import Node, Publisher, item_list, reference

from .availability import SCHEMA_AVAILABILITY, State


@dataclass(frozen=True, slots=True)
class Product:
    """What a product's page shows. `price` is None where the product's state shows none."""

    url: str
    name: str
    description: str = ""
    sku: str = ""
    gtin: str = ""
    pictures: Sequence[str] = ()
    price: Decimal | None = None
    currency: str = ""
    state: State = State.LIVE
    purchase_url: str = ""


def product_page(page: Node, product: Product) -> None:
    """Say on the page's own node that it is about one product."""
    page["@type"] = "ItemPage"
    page["mainEntity"] = reference(product.url, "product")


def product_node(product: Product, publisher: Publisher) -> Node:
    """Return the Product node of a product's own page, with its offer where there is one to make."""
    return {
        "@type": "Product",
        **reference(product.url, "product"),
        "name": product.name,
        "url": product.url,
        "mainEntityOfPage": reference(product.url, "webpage"),
        "description": product.description,
        "sku": product.sku,
        "gtin": product.gtin,
        "brand": {"@type": "Brand", "name": publisher.name},
        "image": list(product.pictures),
        "offers": _offer(product, publisher) if product.price is not None else None,
    }


def list_products(page: Node, products: Iterable[tuple[str, str]]) -> None:
    """Say on a page's own node which products it lists, as (address, name) in the order shown.

    By name and address only: a Product without its offer is an error to crawlers, so that no list item is one.
    """
    items = [{**reference(url, "product"), "name": name, "url": url} for url, name in products]
    page["@type"] = "CollectionPage"
    page["mainEntity"] = item_list(items) if items else None


def _offer(product: Product, publisher: Publisher) -> Node:
    return {
        "@type": "Offer",
        "url": product.purchase_url or product.url,
        "price": f"{product.price:.2f}",
        "priceCurrency": product.currency,
        "availability": SCHEMA_AVAILABILITY[product.state],
        "seller": reference(publisher.url, "org"),
    }
