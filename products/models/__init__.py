"""One page type, setting or kind of row a file."""

from .catalogue import CatalogueRecord, CatalogueRun
from .former import FormerKey
from .parts import Ingredient, OtherName, ProductImage, Variant
from .product import ProductPage
from .product_index import ProductIndexPage
from .shop import Shop

__all__ = [
    "CatalogueRecord",
    "CatalogueRun",
    "FormerKey",
    "Ingredient",
    "OtherName",
    "ProductImage",
    "ProductIndexPage",
    "ProductPage",
    "Shop",
    "Variant",
]
