"""Figures that have drifted apart, or soon could: typed by hand where a fact is known, or told in two ways.

It would rather miss one than nag: two figures are set against each other only where nutrient, unit and what they hold
for agree, and their sentences share words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qnwellness.nutrition.figures import same_quantity

from .figures import Sense
from .placed import KnownFact, PlacedFigure
from .quantities import can_both_be_true, same_kind, share_an_end

# How much of what a fact says a sentence has to say to be about the same.
_MOST = 0.6


@dataclass(frozen=True, slots=True)
class AgainstFact:
    """A figure typed by hand, and the fact it equals or contradicts."""

    placed: PlacedFigure
    fact: KnownFact


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of an infographic and one of the text around it that speak of the same and are not the same."""

    in_infographic: PlacedFigure
    in_text: PlacedFigure


def equal_to_facts(placed: Iterable[PlacedFigure], facts: Sequence[KnownFact]) -> tuple[AgainstFact, ...]:
    """Return the figures typed by hand that state a known fact, each with the fact that is nearest to its words."""
    found = ((one, _nearest(one, facts)) for one in _typed(placed))
    return tuple(AgainstFact(one, fact) for one, fact in found if fact is not None)


def against_facts(placed: Iterable[PlacedFigure], facts: Sequence[KnownFact]) -> tuple[AgainstFact, ...]:
    """Return the figures typed by hand that say something else than a known fact of the same topic.

    A sentence that states the fact's figure too speaks of something else with its other figures.
    """
    placed = tuple(placed)
    return tuple(found for one in _typed(placed) for found in _contradicted(one, placed, facts))


def differences(placed: Iterable[PlacedFigure]) -> tuple[Difference, ...]:
    """Return what an infographic and the text of its page tell in two ways. Figures both have are left out first."""
    typed = _typed(placed)
    panels = [one for one in typed if one.in_infographic]
    texts = [one for one in typed if not one.in_infographic]
    lonely_panels = [one for one in panels if not _stands_among(one, texts)]
    lonely_texts = [one for one in texts if not _stands_among(one, panels)]
    return tuple(_told_in_two_ways(lonely_panels, lonely_texts, typed))


def _typed(placed: Iterable[PlacedFigure]) -> list[PlacedFigure]:
    """Return what editors typed: figures of facts, the words of others and weighed salts are let be."""
    return [one for one in placed if one.fact is None and one.passage.kind != "quote" and not one.stated.salt]


def _nearest(one: PlacedFigure, facts: Sequence[KnownFact]) -> KnownFact | None:
    ranked = ((_closeness(one, fact), -fact.pk, fact) for fact in facts if _equals(one, fact))
    best = max((rank for rank in ranked if rank[0] > 0), key=lambda rank: rank[:2], default=None)
    return best[2] if best else None


def _equals(one: PlacedFigure, fact: KnownFact) -> bool:
    nutrient = fact.nutrient or one.nutrient or ""
    if one.sense == Sense.CHANGE or not same_quantity(one.figure, fact.figure, nutrient):
        return False
    if not (_may_speak_of(one, fact) and one.topic.fits(fact.topic)):
        return False
    is_range = one.figure.high is not None
    return _closeness(one, fact) >= (1 if is_range else 2) and (is_range or _covers(one, fact))


def _contradicted(
    one: PlacedFigure, placed: Sequence[PlacedFigure], facts: Sequence[KnownFact]
) -> Iterator[AgainstFact]:
    if one.sense == Sense.CHANGE or _nearest(one, facts) is not None:
        return
    for fact in facts:
        nutrient = fact.nutrient or one.nutrient
        if not (_is_same_topic(one, fact) and same_kind(one.figure, fact.figure, nutrient)):
            continue
        if not (
            can_both_be_true(one.figure, one.sense, fact.figure, nutrient)
            or _is_stated_beside(one, fact, placed)
        ):
            yield AgainstFact(one, fact)
            return


def _is_stated_beside(one: PlacedFigure, fact: KnownFact, placed: Sequence[PlacedFigure]) -> bool:
    beside = (other for other in placed if other.place == one.place and other.sentence == one.sentence)
    return any(same_quantity(other.figure, fact.figure, fact.nutrient or "") for other in beside)


def _is_same_topic(one: PlacedFigure, fact: KnownFact) -> bool:
    if one.topic.is_daily != fact.topic.is_daily or not _may_speak_of(one, fact):
        return False
    if not one.topic.fits(fact.topic):
        return False
    same_nutrient = fact.nutrient is not None and one.nutrient == fact.nutrient
    shared = len(one.topic.shared(fact.topic))
    if same_nutrient and one.topic.is_daily and one.figure.unit != "%":
        return _covers(one, fact)
    return shared >= 2 and _covers(one, fact)


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


def _covers(one: PlacedFigure, fact: KnownFact) -> bool:
    """Tell whether a sentence says most of what the fact says; one that only names its nutrient is said by that."""
    words = fact.topic.words
    return not words or len(one.topic.shared(fact.topic)) >= _MOST * len(words)


def _stands_among(one: PlacedFigure, others: Sequence[PlacedFigure]) -> bool:
    return any(
        same_quantity(one.figure, other.figure, one.nutrient or other.nutrient or "")
        and _nutrients_agree(one, other)
        for other in others
    )


def _nutrients_agree(one: PlacedFigure, other: PlacedFigure) -> bool:
    return one.nutrient is None or other.nutrient is None or one.nutrient == other.nutrient


def _told_in_two_ways(
    panels: Sequence[PlacedFigure], texts: Sequence[PlacedFigure], placed: Sequence[PlacedFigure]
) -> Iterator[Difference]:
    for panel in panels:
        rivals = [text for text in texts if _are_rivals(panel, text)]
        likely = [text for text in rivals if _was_changed(panel, text, placed)]
        if not likely and len(rivals) == 1 and _is_only_daily_amount(panel, rivals[0], panels):
            likely = rivals
        yield from (Difference(panel, text) for text in likely[:1])


def _are_rivals(panel: PlacedFigure, text: PlacedFigure) -> bool:
    nutrient = panel.nutrient or text.nutrient
    if not same_kind(panel.figure, text.figure, nutrient) or not _nutrients_agree(panel, text):
        return False
    if panel.sense != text.sense or not panel.topic.fits(text.topic):
        return False
    return not can_both_be_true(panel.figure, panel.sense, text.figure, nutrient)


def _was_changed(panel: PlacedFigure, text: PlacedFigure, placed: Sequence[PlacedFigure]) -> bool:
    """Tell whether two figures look like one of which one was changed: by what stands beside them, or by their ends."""
    nutrient = panel.nutrient or text.nutrient
    shared = len(panel.topic.shared(text.topic))
    shared += 1 if panel.nutrient is not None and panel.nutrient == text.nutrient else 0
    if _have_a_figure_in_common(panel, text, placed) and shared >= 1:
        return True
    if share_an_end(panel.figure, text.figure, nutrient):
        return shared >= 2 or (shared >= 1 and panel.topic.is_daily and text.topic.is_daily)
    is_alike = (panel.figure.high is None) == (text.figure.high is None)
    return panel.figure.unit == "%" and is_alike and shared >= 3


def _have_a_figure_in_common(panel: PlacedFigure, text: PlacedFigure, placed: Sequence[PlacedFigure]) -> bool:
    beside_panel, beside_text = (
        [other for other in placed if other.sentence == one.sentence and other.place == one.place]
        for one in (panel, text)
    )
    return any(
        same_quantity(one.figure, other.figure, one.nutrient or "")
        for one in beside_panel
        for other in beside_text
    )


def _is_only_daily_amount(panel: PlacedFigure, text: PlacedFigure, panels: Sequence[PlacedFigure]) -> bool:
    """Tell whether each side has but one amount of the nutrient a day, and it differs."""
    if panel.nutrient is None or panel.nutrient != text.nutrient:
        return False
    if not (panel.topic.is_daily and text.topic.is_daily and text.names_nutrient):
        return False
    return sum(_are_rivals(other, text) for other in panels) == 1
