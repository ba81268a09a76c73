"""The figures of an article set against the facts of the site: which state one, and which contradict one.

It would rather miss one than nag: a figure and a fact are set against each other only where nutrient, unit and what
they hold for agree, and they share words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qnwellness.nutrition.figures import same_quantity

from .fact_index import FactIndex, covers
from .figures import Sense
from .placed import KnownFact, PlacedFigure, typed_by_hand
from .quantities import can_both_be_true, same_kind


@dataclass(frozen=True, slots=True)
class AgainstFact:
    """A figure typed by hand, and the fact it equals or contradicts."""

    placed: PlacedFigure
    fact: KnownFact


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found: `equal` are figures typed by hand that state a fact, each with the one nearest to its words.

    `contradicting` are those that say something else than a fact about the same.
    """

    equal: tuple[AgainstFact, ...] = ()
    contradicting: tuple[AgainstFact, ...] = ()


def compare(placed: Iterable[PlacedFigure], facts: Iterable[KnownFact]) -> Compared:
    """Compare the figures of one article with facts. Each figure meets the few facts it could speak of.

    A sentence that states the fact's figure too speaks of something else with its other figures.
    """
    placed, index = tuple(placed), FactIndex(facts)
    sentences: dict[tuple[str, str], list[PlacedFigure]] = {}
    for one in placed:
        sentences.setdefault((one.place, one.sentence), []).append(one)
    equal: list[AgainstFact] = []
    contradicting: list[AgainstFact] = []
    for one in typed_by_hand(placed):
        if one.sense == Sense.CHANGE:
            continue
        nearest = _nearest(one, index)
        if nearest is not None:
            equal.append(AgainstFact(one, nearest))
        else:
            contradicting += _contradicted(one, sentences[one.place, one.sentence], index)
    return Compared(tuple(equal), tuple(contradicting))


def _nearest(one: PlacedFigure, index: FactIndex) -> KnownFact | None:
    ranked = (
        (_closeness(one, fact), -fact.pk, fact) for fact in index.with_figure(one) if _equals(one, fact)
    )
    best = max((rank for rank in ranked if rank[0] > 0), key=lambda rank: rank[:2], default=None)
    return best[2] if best else None


def _equals(one: PlacedFigure, fact: KnownFact) -> bool:
    if not (_may_speak_of(one, fact) and one.topic.fits(fact.topic)):
        return False
    is_range = one.figure.high is not None
    if _closeness(one, fact) < (1 if is_range else 2) or not (is_range or covers(one.topic, fact)):
        return False
    return same_quantity(one.figure, fact.figure, fact.nutrient or one.nutrient or "")


def _contradicted(
    one: PlacedFigure, beside: Sequence[PlacedFigure], index: FactIndex
) -> Iterator[AgainstFact]:
    for fact in index.about(one.topic):
        nutrient = fact.nutrient or one.nutrient
        if not (_is_same_topic(one, fact) and same_kind(one.figure, fact.figure, nutrient)):
            continue
        if not (
            can_both_be_true(one.figure, one.sense, fact.figure, nutrient) or _is_stated_in(beside, fact)
        ):
            yield AgainstFact(one, fact)
            return


def _is_stated_in(beside: Iterable[PlacedFigure], fact: KnownFact) -> bool:
    return any(same_quantity(other.figure, fact.figure, fact.nutrient or "") for other in beside)


def _is_same_topic(one: PlacedFigure, fact: KnownFact) -> bool:
    """Tell whether a figure and a fact its sentence covers are about one thing."""
    if not _may_speak_of(one, fact):
        return False
    same_nutrient = fact.nutrient is not None and one.nutrient == fact.nutrient
    if same_nutrient and one.topic.is_daily and one.figure.unit != "%":
        return True
    return len(one.topic.shared(fact.topic)) >= 2


def _may_speak_of(one: PlacedFigure, fact: KnownFact) -> bool:
    """Tell whether nothing says that the two are about different nutrients."""
    if fact.nutrient is None:
        return True
    if one.nutrient is not None:
        return one.nutrient in fact.nutrients
    return one.figure.unit == "%"


def _closeness(one: PlacedFigure, fact: KnownFact) -> int:
    shared = len(one.topic.shared(fact.topic))
    shared += 1 if fact.nutrient is not None and one.nutrient == fact.nutrient else 0
    return shared + 1 if shared and one.topic.is_daily and fact.topic.is_daily else shared
