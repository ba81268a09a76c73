"""One page type a file."""

from .product import Ingredient, OtherName, ProductImage, ProductPage
from .product_index import ProductIndexPage

__all__ = ["Ingredient", "OtherName", "ProductImage", "ProductIndexPage", "ProductPage"]
