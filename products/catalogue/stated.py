"""What a catalogue states about a product, held to the rules of the product's own fields."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field

from products.catalogue.description import to_description
from products.catalogue.document import CatalogueProduct, IngredientLine, Place, Unusable
from products.catalogue.variants import VariantValues, variant_values
from products.models import Ingredient, OtherName, ProductPage

# Written as the file states them. An empty code or price is a statement, too: the shop has none.
_SIMPLE = ("title", "sku", "gtin", "price", "currency", "state", "purchase_url", "seo_title")
# Each variant has its own.
_OF_VARIANTS = {"sku": "", "gtin": "", "price": None}
_SUMMARY_LENGTH = ProductPage._meta.get_field("summary").max_length
# Remembered beside the fields: which text the description was made from.
DIGEST = "description_digest"


@dataclass(slots=True)
class Stated:
    """Values that the product's fields accept, by field or list, and warnings about those they do not."""

    values: dict[str, Any] = field(default_factory=dict)
    digest: str = ""
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


def stated(product: CatalogueProduct, *, summary: str, said: Mapping[str, Any]) -> Stated:
    """Return what `product` states; `summary` is what the site has, `said` what it remembers of the shop's words."""
    result = Stated()
    for name in _SIMPLE:
        value = getattr(product, name)
        if value is not None and result.check(ProductPage._meta.get_field(name), value.value, value.place):
            result.values[name] = value.value
    _description(product, result, said)
    _search_description_and_summary(product, result, summary, said)
    _other_names(product, result)
    _ingredients(product, result)
    _variants(product, result)
    return result


def _description(product: CatalogueProduct, result: Stated, said: Mapping[str, Any]) -> None:
    """Convert the description, which is what takes longest, only if it is another one than last time."""
    if product.description is None:
        return
    result.digest = sha256(product.description.value.encode()).hexdigest()[:32]
    if result.digest == said.get(DIGEST) and "description" in said:
        result.values["description"] = said["description"]
        return
    try:
        result.values["description"], notices = to_description(product.description.value)
    except Unusable as problem:
        notices = [str(problem)]
    result.warnings += [f"{product.description.place}: {notice}" for notice in dict.fromkeys(notices)]


def _search_description_and_summary(
    product: CatalogueProduct, result: Stated, summary: str, said: Mapping[str, Any]
) -> None:
    """Write the summary; without one, the description for search engines stands in until an editor writes one."""
    fallback = product.seo_description
    if fallback:
        result.values["search_description"] = fallback.value
    if product.summary:
        place = product.summary.place
        result.values["summary"] = _shortened(product.summary.value, place, result.warnings.append)
    elif fallback and summary in ("", said.get("summary")):
        result.values["summary"] = _shortened(fallback.value)


def _shortened(text: str, place: Place | None = None, warn: Callable[[str], None] | None = None) -> str:
    """Return a text that fits a summary, cut between two words."""
    if len(text) <= _SUMMARY_LENGTH:
        return text
    if warn:
        warn(f"{place}: longer than {_SUMMARY_LENGTH} characters, shortened")
    cut = text[: _SUMMARY_LENGTH - 1]
    return (cut[: cut.rfind(" ")] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def _other_names(product: CatalogueProduct, result: Stated) -> None:
    said = product.other_names
    if said is not None:
        name_field = OtherName._meta.get_field("name")
        result.values["other_names"] = [
            name for name in said.value if result.check(name_field, name, said.place)
        ]


def _ingredients(product: CatalogueProduct, result: Stated) -> None:
    said = product.ingredients
    if said is not None:
        result.values["ingredients"] = [line for line in said.value if _fits(line, result, said.place)]


def _fits(line: IngredientLine, result: Stated, place: Place) -> bool:
    parts = ("name", "form", "amount")
    return all(result.check(Ingredient._meta.get_field(name), getattr(line, name), place) for name in parts)


def _variants(product: CatalogueProduct, result: Stated) -> None:
    said = product.variants
    if said is None:
        return
    variants: Sequence[VariantValues] = [
        variant_values(line, said.place, result.check) for line in said.value
    ]
    result.values["variants"] = list(variants)
    if variants:
        result.values |= _OF_VARIANTS
