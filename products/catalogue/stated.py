"""What a catalogue states about a product, held to the rules of the product's own fields."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field

from products.catalogue.description import to_description
from products.catalogue.document import CatalogueProduct, IngredientLine, Place, Unusable
from products.models import Ingredient, OtherName, ProductPage

# Written as the file states them. An empty code or price is a statement, too: the shop has none.
_SIMPLE = ("title", "sku", "gtin", "price", "currency", "state", "purchase_url", "seo_title")
_SUMMARY_LENGTH = ProductPage._meta.get_field("summary").max_length


@dataclass(slots=True)
class Stated:
    """Values that the product's fields accept, and warnings about those they do not; a list is None if not stated."""

    values: dict[str, Any] = field(default_factory=dict)
    other_names: Sequence[str] | None = None
    ingredients: Sequence[IngredientLine] | None = None
    warnings: list[str] = field(default_factory=list)

    def check(self, model_field: Field, value: Any, place: Place) -> bool:
        """Tell whether a field accepts a value; if not, warn."""
        if value in model_field.empty_values:
            return True
        try:
            model_field.clean(value, None)
        except ValidationError as problem:
            self.warnings.append(f"{place}: {' '.join(problem.messages)} It is left out.")
            return False
        return True


def stated(product: CatalogueProduct, base: ProductPage) -> Stated:
    """Return what `product` states; `base` is what the site knows about it so far."""
    result = Stated()
    for name in _SIMPLE:
        said = getattr(product, name)
        if said is not None and result.check(ProductPage._meta.get_field(name), said.value, said.place):
            result.values[name] = said.value
    _description(product, result)
    _search_description_and_summary(product, base, result)
    result.other_names = _other_names(product, result)
    result.ingredients = _ingredients(product, result)
    return result


def _description(product: CatalogueProduct, result: Stated) -> None:
    said = product.description
    if said is None:
        return
    try:
        result.values["description"], notices = to_description(said.value)
    except Unusable as problem:
        notices = [str(problem)]
    result.warnings += [f"{said.place}: {notice}" for notice in dict.fromkeys(notices)]


def _search_description_and_summary(product: CatalogueProduct, base: ProductPage, result: Stated) -> None:
    """Write the summary; without one, the description for search engines stands in until an editor writes one."""
    fallback = product.seo_description
    if fallback:
        result.values["search_description"] = fallback.value
    if product.summary:
        result.values["summary"] = _shortened(
            product.summary.value, product.summary.place, result.warnings.append
        )
    elif fallback and base.summary in ("", _shortened(base.search_description)):
        result.values["summary"] = _shortened(fallback.value)


def _shortened(text: str, place: Place | None = None, warn: Callable[[str], None] | None = None) -> str:
    """Return a text that fits a summary, cut between two words."""
    if len(text) <= _SUMMARY_LENGTH:
        return text
    if warn:
        warn(f"{place}: longer than {_SUMMARY_LENGTH} characters, shortened")
    cut = text[: _SUMMARY_LENGTH - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def _other_names(product: CatalogueProduct, result: Stated) -> Sequence[str] | None:
    said = product.other_names
    if said is None:
        return None
    name_field = OtherName._meta.get_field("name")
    return [name for name in said.value if result.check(name_field, name, said.place)]


def _ingredients(product: CatalogueProduct, result: Stated) -> Sequence[IngredientLine] | None:
    said = product.ingredients
    if said is None:
        return None
    fields = {name: Ingredient._meta.get_field(name) for name in ("name", "form", "amount")}
    return [
        line
        for line in said.value
        if all(result.check(fields[name], getattr(line, name), said.place) for name in fields)
    ]
