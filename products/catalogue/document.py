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
    """Where something stands in a file: the row as a spreadsheet counts it (the header included), and the column."""

    row: int
    column: str

    def __str__(self) -> str:
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
class Picture:
    """A picture by its address: a file beside the catalogue, or an address on the web."""

    address: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class CatalogueProduct:
    """One product. `description` is foreign HTML, `gtin` digits nobody has checked yet.

    An empty `sku`, `gtin` or `price` (None inside `Said`) states that there is none. `unplaced` keeps what the
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
    """All products of a file, in its order. `rows` counts rows with content, without the header."""

    format: str
    rows: int
    products: tuple[CatalogueProduct, ...]
    rejected: tuple[RejectedRow, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
