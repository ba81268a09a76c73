"""What an import would do with one product, decided before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from products.catalogue.wording import as_text
from products.models import ProductPage


class Action(StrEnum):
    """What is to be done with a product."""

    CREATE = "create"
    UPDATE = "update"
    WITHDRAW = "withdraw"
    SKIP = "skip"
    CONFLICT = "conflict"  # nothing is written; `reason` says why and what to do
    ERROR = "error"  # it has no place here; `reason` says why


@dataclass(frozen=True, slots=True)
class Change:
    """A field or list with its value of now and the one it gets, as text."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that was edited here and that the shop has changed as well: what is here stays."""

    name: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One product and all that changes about it.

    `values` are the fields and lists to be written, `draft_values` those an unpublished draft gets as well. `said` and
    `unplaced` are what the record of the product is to remember.
    """

    action: Action
    handle: str
    title: str
    row: int = 0
    page: ProductPage | None = None
    draft: ProductPage | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    draft_values: Mapping[str, Any] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    clashes: Sequence[Clash] = ()
    warnings: Sequence[str] = ()
    reason: str = ""
    said: Mapping[str, Any] = field(default_factory=dict)
    unplaced: Mapping[str, str] = field(default_factory=dict)

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields and lists this plan changes."""
        return tuple(self.values)

    @property
    def writes(self) -> bool:
        """Tell whether the product itself is written."""
        return self.action in (Action.CREATE, Action.UPDATE, Action.WITHDRAW)


def change(name: str, old: Any, new: Any) -> Change:
    """Return a change from one remembered value to another."""
    return Change(name, as_text(name, old), as_text(name, new))


def clash(name: str, ours: Any, theirs: Any) -> Clash:
    """Return a conflict between two remembered values."""
    return Clash(name, as_text(name, ours), as_text(name, theirs))
