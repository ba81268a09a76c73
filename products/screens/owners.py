"""The table of who owns which field, for a person."""

from dataclasses import dataclass
from typing import Any

from products.catalogue.ownership import OWNERS, Owner, sentence_of
from products.catalogue.wording import label_of


@dataclass(frozen=True, slots=True)
class Owned:
    """The fields of one owner, and what that means."""

    fields: str
    sentence: Any


def owners() -> list[Owned]:
    """Return all fields by their owner."""
    return [Owned(_fields(owner), sentence_of(owner)) for owner in Owner]


def _fields(owner: Owner) -> str:
    # The gallery goes by two names: that of the file and that of the form.
    names = [name for name, owned_by in OWNERS.items() if owned_by is owner and name != "images"]
    text = ", ".join(label_of(name) for name in names)
    return text[:1].upper() + text[1:]
