"""What people decided about the names in imported texts: remembered, asked for, and followed by every import."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..models import ImportDecision, ImportItem
from .asking import Questions, asked

__all__ = ["Decisions", "Questions", "decide", "load", "questions"]

KINDS = ImportDecision.Kind


@dataclass(frozen=True, slots=True)
class Decisions:
    """By what a source says, what it means here; "" leaves it out. `slugs` are by the key of the source article, and
    "" leaves the whole article out."""

    authors: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    products: Mapping[str, str] = field(default_factory=dict)
    slugs: Mapping[str, str] = field(default_factory=dict)


def load() -> Decisions:
    """Return all decisions there are. One query."""
    found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for kind, said, means in ImportDecision.objects.values_list("kind", "said", "means"):
        found.setdefault(kind, {})[said] = means
    return Decisions(found[KINDS.AUTHOR], found[KINDS.TAG], found[KINDS.PRODUCT], found[KINDS.SLUG])


def decide(kind: str, said: str, means: str, user: Any = None) -> ImportDecision:
    """Remember what a name means; what was decided about it before no longer counts.

    `kind` is one of ImportDecision.Kind; `means` is "" to leave it out, and the same as `said` to leave it as it is.
    Raises ValueError for another kind, and for names that are too long to be remembered.
    """
    if kind not in KINDS:
        raise ValueError(f"There is no kind “{kind}” of decision.")
    means = means.strip()
    if not said or max(len(said), len(means)) > 255:
        raise ValueError("A name has 1 to 255 characters.")
    defaults = {"means": means, "user": user}
    return ImportDecision.objects.update_or_create(kind=kind, said=said, defaults=defaults)[0]


def questions(items: Iterable[ImportItem]) -> Questions:
    """Return what is to be decided about the articles of an import: only what nobody has decided before."""
    return asked(items, load())
