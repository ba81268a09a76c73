"""Variants of a product: which row here is which of the shop's, so that each keeps its key."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from products.availability import State
from products.catalogue.document import Place
from products.models import ProductPage, Variant

# What one variant is recognised by, in this order.
_KEYS = ("sku", "gtin", "name")


@dataclass(frozen=True, slots=True)
class VariantValues:
    """What a variant's row holds."""

    name: str
    sku: str = ""
    gtin: str = ""
    price: Decimal | None = None
    state: str = State.LIVE
    purchase_url: str = ""

    def remembered(self) -> list[Any]:
        """Return it as a list for JSON."""
        price = None if self.price is None else str(self.price.quantize(Decimal("0.01")))
        return [self.name, self.sku, self.gtin, price, str(self.state), self.purchase_url]


_NAMES = tuple(VariantValues.__dataclass_fields__)


def variant_values(line: Any, place: Place, check: Callable[[Any, Any, Place], bool]) -> VariantValues:
    """Return what a variant of a catalogue states, without what its row does not accept; `check` warns of that."""
    values = {name: getattr(line, name) for name in _NAMES if hasattr(line, name)}
    values["name"] = values["name"][:255]
    if values.get("state") == State.DISCONTINUED:
        values["state"] = State.HIDDEN
    accepted = {
        name: value
        for name, value in values.items()
        if value is not None and check(Variant._meta.get_field(name), value, place)
    }
    return VariantValues(**{"name": line.name[:255], **accepted})


def values_of(row: Variant) -> VariantValues:
    """Return what a row holds."""
    return VariantValues(**{name: getattr(row, name) for name in _NAMES})


def merged(
    rows: Iterable[Variant], wanted: Sequence[VariantValues], said: Sequence[Sequence[Any]]
) -> list[tuple[Variant | None, VariantValues]]:
    """Return the variants a product is to have, each with the row it has now.

    The shop's come first. Of the others those the shop once stated (`said`, as remembered) are gone; one that an
    editor has added stays.
    """
    left = list(rows)
    result: list[tuple[Variant | None, VariantValues]] = []
    for values in wanted:
        row = _matching(values, left)
        if row:
            left.remove(row)
        result.append((row, values))
    before = [VariantValues(line[0], line[1], line[2]) for line in said]
    kept = [row for row in left if not any(_is_same(row, one) for one in before)]
    return result + [(row, values_of(row)) for row in kept]


def write_variants(
    page: ProductPage, wanted: Sequence[VariantValues], said: Sequence[Sequence[Any]], keys: Mapping[str, int]
) -> None:
    """Give a product its variants; `keys` are those of rows that exist already, by SKU, GTIN or name."""
    rows = []
    pairs = merged(page.variants.all(), wanted, said)
    # No two variants may have one key, also where SKU and name of two have changed places.
    used = {row.pk for row, _values in pairs if row}
    for number, (row, values) in enumerate(pairs):
        row = row or Variant(
            pk=next((keys[key] for key in _keys(values) if keys.get(key) not in (None, *used)), None)
        )
        used.add(row.pk)
        for name, value in asdict(values).items():
            setattr(row, name, value)
        row.sort_order = number
        rows.append(row)
    page.variants = rows


def keys_of(page: ProductPage) -> dict[str, int]:
    """Return the keys of a product's variants by SKU, GTIN and name."""
    return {key: row.pk for row in page.variants.all() for key in _keys(values_of(row))}


def _keys(values: VariantValues) -> list[str]:
    return [f"{name} {getattr(values, name)}" for name in _KEYS if getattr(values, name)]


def _matching(values: VariantValues, rows: Iterable[Variant]) -> Variant | None:
    for key in _KEYS:
        wanted = getattr(values, key)
        for row in rows:
            if wanted and getattr(row, key) == wanted:
                return row
    return None


def _is_same(row: Variant, values: VariantValues) -> bool:
    return any(getattr(values, key) and getattr(row, key) == getattr(values, key) for key in _KEYS)
