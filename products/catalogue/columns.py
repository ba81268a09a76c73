"""The alias table: which field a column of a shop's CSV means, in every vocabulary. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

# Field -> the headers it goes by, in lower case. Shopify's current template and its legacy or export vocabulary.
ALIASES: dict[str, tuple[str, ...]] = {
    "handle": ("handle", "url handle"),
    "title": ("title",),
    "description": ("body (html)", "description"),
    "published": ("published", "published on online store"),
    "status": ("status",),
    "sku": ("variant sku", "sku"),
    "barcode": ("variant barcode", "barcode"),
    "price": ("variant price", "price"),
    "tracker": ("variant inventory tracker", "inventory tracker"),
    "quantity": ("variant inventory qty", "inventory quantity"),
    "policy": ("variant inventory policy", "continue selling when out of stock"),
    "option1": ("option1 value",),
    "option2": ("option2 value",),
    "option3": ("option3 value",),
    "picture": ("image src", "product image url"),
    "picture_position": ("image position",),
    "picture_alt": ("image alt text",),
    "seo_title": ("seo title",),
    "seo_description": ("seo description",),
}

# Fields that come from a metafield, by the last part of its key, whatever its namespace.
METAFIELDS = frozenset({"summary", "ingredients", "other_names", "currency", "purchase_url"})
_METAFIELD = re.compile(r"\(product\.metafields\.[^()]*\.([^().]+)\)$")

# Shopify's other columns: known, but this site has no field for them.
WITHOUT_FIELD = frozenset(
    {
        *(
            "vendor",
            "product category",
            "type",
            "tags",
            "gift card",
            "cost per item",
            "tax code",
            "charge tax",
        ),
        *(f"option{n} {part}" for n in (1, 2, 3) for part in ("name", "linked to")),
        *("variant compare at price", "compare-at price", "variant grams", "weight value (grams)"),
        *(
            "variant fulfillment service",
            "fulfillment service",
            "variant requires shipping",
            "requires shipping",
        ),
        *("variant taxable", "variant tax code", "variant weight unit", "weight unit for display"),
        *("unit price total measure", "unit price total measure unit"),
        *("unit price base measure", "unit price base measure unit"),
        *("variant image", "variant image url"),
        "color (product.metafields.shopify.color-pattern)",
    }
)
_FAMILIES_WITHOUT_FIELD = (
    "google shopping /",
    "included /",
    "price /",
    "compare at price /",
    "compare-at price /",
)

_FIELDS = {alias: name for name, aliases in ALIASES.items() for alias in aliases}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one file: where each field stands, and the columns no field is made from."""

    headers: tuple[str, ...]
    fields: Mapping[str, int]
    without_field: tuple[int, ...]
    unknown: tuple[int, ...]
    repeated: tuple[tuple[int, int], ...]

    def names(self, indexes: Sequence[int]) -> tuple[str, ...]:
        """Return the headers of some columns, as the file writes them."""
        return tuple(self.headers[index] for index in indexes)


def match_columns(header: Sequence[str]) -> Columns:
    """Return what the columns under this header mean. Of several columns for one field the first one counts."""
    headers = tuple(" ".join(name.split()) for name in header)
    fields: dict[str, int] = {}
    without_field: list[int] = []
    unknown: list[int] = []
    repeated: list[tuple[int, int]] = []
    for index, name in enumerate(headers):
        meaning = field_of(name)
        if meaning and meaning in fields:
            repeated.append((index, fields[meaning]))
        elif meaning:
            fields[meaning] = index
        elif name and _has_no_field(name.casefold()):
            without_field.append(index)
        elif name:
            unknown.append(index)
    return Columns(headers, fields, tuple(without_field), tuple(unknown), tuple(repeated))


def field_of(header: str) -> str | None:
    """Return the field a column with this header is for, or None."""
    name = header.casefold()
    metafield = _METAFIELD.search(name)
    if metafield:
        key = metafield[1].replace("-", "_")
        return key if key in METAFIELDS else None
    return _FIELDS.get(name)


def nameless(columns: Columns, rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """Yield the columns that have values but no header."""
    for index, name in enumerate(columns.headers):
        if not name and any(index < len(row) and row[index].strip() for row in rows):
            yield index


def _has_no_field(name: str) -> bool:
    return name in WITHOUT_FIELD or name.startswith(_FAMILIES_WITHOUT_FIELD)
