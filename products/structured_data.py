"""Product -> schema.org, of plain values. Pure.

Properties: developers.google.com, "Product structured data". A product stays a Product: `DietarySupplement` invites
amounts and effects, each of which is a health claim.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from qnwellness.content.structured_data import Node, Publisher, item_list, reference

from .availability import SCHEMA_AVAILABILITY, State
from .offers import VariantLine


@dataclass(frozen=True, slots=True)
class Product:
    """What a product's page shows. `price` is None where the product's state shows none.

    `variants` are those the price is taken from.
    """

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
    variants: Sequence[VariantLine] = ()


def product_page(page: Node, product: Product) -> None:
    """Say on the page's own node that it is about one product."""
    page["@type"] = "ItemPage"
    page["mainEntity"] = reference(product.url, "product")


def product_node(product: Product, publisher: Publisher) -> Node:
    """Return the Product node of a product's own page, with its offer where there is one to make."""
    only = product.variants[0] if len(product.variants) == 1 else VariantLine(0, "")
    return {
        "@type": "Product",
        **reference(product.url, "product"),
        "name": product.name,
        "url": product.url,
        "mainEntityOfPage": reference(product.url, "webpage"),
        "description": product.description,
        "sku": product.sku or only.sku,
        "gtin": product.gtin or only.gtin,
        "brand": {"@type": "Brand", "name": publisher.name},
        "image": list(product.pictures),
        "offers": _offers(product, publisher),
    }


def list_products(page: Node, products: Iterable[tuple[str, str]]) -> None:
    """Say on a page's own node which products it lists, as (address, name) in the order shown.

    By name and address only: a Product without its offer is an error to crawlers, so that no list item is one.
    """
    items = [{**reference(url, "product"), "name": name, "url": url} for url, name in products]
    page["@type"] = "CollectionPage"
    page["mainEntity"] = item_list(items) if items else None


def _offers(product: Product, publisher: Publisher) -> Node | None:
    """Return the product's offer, or those of its variants with the range of their prices.

    The range: developers.google.com, "Product snippet structured data", AggregateOffer.
    """
    if product.price is None:
        return None
    several = len(product.variants) > 1
    if not several:
        return _offer(product, publisher, product.price, product.state, product.purchase_url)
    prices = [line.price for line in product.variants if line.price is not None]
    return {
        "@type": "AggregateOffer",
        "lowPrice": f"{min(prices):.2f}",
        "highPrice": f"{max(prices):.2f}",
        "priceCurrency": product.currency,
        "offerCount": len(prices),
        "offers": [_variant_offer(product, publisher, line) for line in product.variants],
    }


def _variant_offer(product: Product, publisher: Publisher, line: VariantLine) -> Node:
    address = line.purchase_url or product.purchase_url
    state = line.state if product.state is State.LIVE else product.state
    offer = _offer(product, publisher, line.price or Decimal(0), state, address)
    return {**offer, "name": line.name, "sku": line.sku, "gtin": line.gtin}


def _offer(product: Product, publisher: Publisher, price: Decimal, state: State, address: str) -> Node:
    return {
        "@type": "Offer",
        "url": address or product.url,
        "price": f"{price:.2f}",
        "priceCurrency": product.currency,
        "availability": SCHEMA_AVAILABILITY[state],
        "seller": reference(publisher.url, "org"),
    }
