"""From a product to the plain values its structured data is made of."""

from typing import TYPE_CHECKING

from qnwellness.images.renditions import renditions_found

from .availability import State, Surface
from .showing import show
from .structured_data import Product

if TYPE_CHECKING:
    from .models import ProductPage

PICTURES = ("fill-1200x1200|format-jpeg",)


def product_values(product: "ProductPage", url: str) -> Product:
    """Return what a product's page shows of it, also in a preview of one that is not published."""
    shown = show(product, Surface.STRUCTURED_DATA)
    return Product(
        url=url,
        name=product.title,
        description=product.summary,
        sku=product.sku,
        gtin=product.gtin,
        pictures=[found.full_url for found in renditions_found(product.picture, PICTURES)],
        price=shown.price if shown else None,
        currency=product.currency,
        state=shown.state if shown else State(product.state),
        purchase_url=product.purchase_url,
        variants=shown.offered.lines if shown else (),
    )
