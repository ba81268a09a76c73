"""Loads what a product's own page shows, once its address has led to it."""

from typing import TYPE_CHECKING

from django.db.models import Prefetch, prefetch_related_objects

from qnwellness.content import references

from .details import with_details
from .models.parts import ProductImage

if TYPE_CHECKING:
    from .models import ProductPage

_DETAILS = ("ingredient_rows", "variant_rows", "shop_row")
_RECORD = "catalogue_record"


def load_whole(product: "ProductPage") -> None:
    """Put ingredients, variants, the shop's settings, the age of the price and all pictures on a stored product.

    Four queries, whatever their number. What takes its place is loaded once it is asked for.
    """
    stored = with_details(type(product).objects.filter(pk=product.pk)).first()
    if stored is None:
        return
    for name in _DETAILS:
        setattr(product, name, getattr(stored, name))
    product._state.fields_cache[_RECORD] = stored._state.fields_cache.get(_RECORD)
    pictures = ProductImage.objects.select_related("image").prefetch_related("image__renditions")
    prefetch_related_objects([product], Prefetch("images", pictures))
    if product.replacement_id:
        references.current().expect("product", [product.replacement_id])
