"""Figures that are typed at several places of one article: what could be stated once, as a fact."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qnwellness.nutrition.figures import Figure, same_quantity

from .figures import Sense
from .placed import PlacedFigure

# What a statement can hold (blog.models.Fact).
_LONGEST = 200
_EDGES = " \t\u00a0,;:.()[]–—-…"


@dataclass(frozen=True, slots=True)
class Repeated:
    """One figure with every place it is typed at, in order, and what a fact made of it could say.

    `nutrient` is None where the sentences name none.
    """

    figure: Figure
    nutrient: str | None
    places: tuple[PlacedFigure, ...]
    statement_proposal: str


def repeated(placed: Iterable[PlacedFigure]) -> tuple[Repeated, ...]:
    """Return the figures typed by hand at two places or more that speak of one thing, in order of their first place.

    The same number at two places may be chance: the same nutrient, or words the places share, make it one figure.
    """
    groups: list[list[PlacedFigure]] = []
    for one in placed:
        if one.fact is None and one.passage.kind != "quote" and not one.stated.salt:
            _group_of(one, groups).append(one)
    return tuple(_repeated(group) for group in groups if len({_where(one) for one in group}) > 1)


def means_the_same(one: PlacedFigure, other: PlacedFigure) -> bool:
    """Tell whether two places state one figure of one thing."""
    nutrient = one.nutrient or other.nutrient
    if not same_quantity(one.figure, other.figure, nutrient or "") or one.sense != other.sense:
        return False
    if one.nutrient and other.nutrient and one.nutrient != other.nutrient:
        return False
    if not one.topic.fits(other.topic) and not _is_particular(one):
        return False
    return _nearness(one, other) >= (1 if _is_particular(one) else 2)


def _nearness(one: PlacedFigure, other: PlacedFigure) -> int:
    """Return how much two places share: content words, the nutrient they name, and that both speak of a day."""
    shared = len(one.topic.shared(other.topic))
    if one.nutrient and one.nutrient == other.nutrient and (one.names_nutrient or _is_particular(one)):
        shared += 1
    return shared + 1 if shared and one.topic.is_daily and other.topic.is_daily else shared


def statement_of(group: Sequence[PlacedFigure]) -> str:
    """Return what the figure is, without the figure: the words of the place that says most about it."""
    return max((_said(one) for one in group), key=lambda said: (min(len(said.split()), 12), -len(said)))


def _group_of(one: PlacedFigure, groups: list[list[PlacedFigure]]) -> list[PlacedFigure]:
    for group in groups:
        if any(means_the_same(one, other) for other in group):
            return group
    groups.append([])
    return groups[-1]


def _is_particular(one: PlacedFigure) -> bool:
    """Tell whether a figure is hardly the same by chance: a range, with two ends that are equal."""
    return one.figure.high is not None and one.sense == Sense.AS_IT_STANDS


def _where(one: PlacedFigure) -> tuple[str, str, str]:
    return one.place, one.cell, one.sentence


def _repeated(group: list[PlacedFigure]) -> Repeated:
    nutrient = next((one.nutrient for one in group if one.nutrient), None)
    return Repeated(group[0].figure, nutrient, tuple(group), statement_of(group))


def _said(one: PlacedFigure) -> str:
    clause, words = one.stated.clause, one.words
    before, _, after = clause.partition(words)
    after = re.sub(r"^[\s,]*(?:vs\.?|compared).*", "", after)
    gap = "" if not after.strip(_EDGES) or not before.strip(_EDGES) else " … "
    said = f"{before.strip(_EDGES)}{gap}{after.strip(_EDGES)}"
    subject = one.passage.subject
    if subject and subject.casefold() not in said.casefold():
        said = f"{subject}: {said}" if said else subject
    return " ".join(said.split())[:_LONGEST].strip()
