"""What a product of this site says now, in the form in which it is compared with a catalogue."""

from collections.abc import Callable, Iterable
from typing import Any

from products.catalogue.variants import values_of
from products.catalogue.wording import remembered
from products.models import ProductPage

_LISTS: dict[str, Callable[[ProductPage], list[Any]]] = {
    "other_names": lambda page: [row.name for row in page.other_names.all()],
    "ingredients": lambda page: [[row.name, row.form, row.amount] for row in page.ingredients.all()],
    "variants": lambda page: [values_of(row).remembered() for row in page.variants.all()],
    "pictures": lambda page: [row.image.source_hash for row in page.images.all()],
}


def values_here(page: ProductPage, names: Iterable[str]) -> dict[str, Any]:
    """Return these fields and lists of a product; those of a product that is not stored yet are empty."""
    return {name: _value(page, name) for name in names}


def _value(page: ProductPage, name: str) -> Any:
    if name in _LISTS:
        return _LISTS[name](page) if page.pk else []
    if page.pk is None:
        return "" if name != "price" else None
    return remembered(getattr(page, name))
