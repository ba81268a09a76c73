"""A shop's catalogue as a reader hands it on, whatever format it came in. Pure; nothing here decides anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from products.availability import State

T = TypeVar("T", covariant=True)


class Unusable(ValueError):
    """A single value that cannot be used; its message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file: the row as a spreadsheet counts it (the header included), and the column.

    In a feed the row is the number of the item, and `line` where it begins.
    """

    row: int
    column: str
    line: int = 0

    def __str__(self) -> str:
        if self.line:
            return f"item {self.row} (line {self.line}), “{self.column}”"
        return f"row {self.row}, column “{self.column}”"


@dataclass(frozen=True, slots=True)
class Said(Generic[T]):
    """A value the file states, and where. A field the file does not state is None instead."""

    value: T
    place: Place


@dataclass(frozen=True, slots=True)
class IngredientLine:
    name: str
    form: str = ""
    amount: str = ""


@dataclass(frozen=True, slots=True)
class VariantLine:
    """One of the sizes or forms a product is sold in. `gtin` is digits nobody has checked yet.

    `price` is None where the file states none, `purchase_url` "" where it is the product's.
    """

    name: str
    sku: str = ""
    gtin: str = ""
    price: Decimal | None = None
    state: State = State.LIVE
    purchase_url: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its address: a file beside the catalogue, or an address on the web."""

    address: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class CatalogueProduct:
    """One product. `description` is foreign HTML, `gtin` digits nobody has checked yet.

    An empty `sku`, `gtin` or `price` (None inside `Said`) states that there is none, an empty list of `variants` that
    it is sold in one size only; where there are any, they have keys and prices of their own. `unplaced` keeps what the
    file says in columns that no field is made from; `notices` are lines for a person.
    """

    handle: str
    row: int
    title: Said[str] | None = None
    description: Said[str] | None = None
    summary: Said[str] | None = None
    sku: Said[str] | None = None
    gtin: Said[str] | None = None
    price: Said[Decimal | None] | None = None
    currency: Said[str] | None = None
    state: Said[State] | None = None
    purchase_url: Said[str] | None = None
    seo_title: Said[str] | None = None
    seo_description: Said[str] | None = None
    other_names: Said[tuple[str, ...]] | None = None
    ingredients: Said[tuple[IngredientLine, ...]] | None = None
    variants: Said[tuple[VariantLine, ...]] | None = None
    pictures: tuple[Picture, ...] = ()
    unplaced: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that names no product, and what to do about it."""

    row: int
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All products of a file, in its order. `rows` counts rows with content, without the header.

    `is_full` tells whether the format always holds all products of the shop; None where it does not say.
    """

    format: str
    rows: int
    products: tuple[CatalogueProduct, ...]
    rejected: tuple[RejectedRow, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    is_full: bool | None = None
