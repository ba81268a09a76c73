"""Figures of an infographic and of the text around it that have drifted apart.

It would rather miss one than nag: two figures are set against each other only where nutrient, unit and what they hold
for agree, and their sentences share words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qnwellness.nutrition.figures import same_quantity

from .placed import PlacedFigure, typed_by_hand
from .quantities import can_both_be_true, same_kind, share_an_end


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of an infographic and one of the text around it that speak of the same and are not the same."""

    in_infographic: PlacedFigure
    in_text: PlacedFigure


def differences(placed: Iterable[PlacedFigure]) -> tuple[Difference, ...]:
    """Return what an infographic and the text of its page tell in two ways. Figures both have are left out first."""
    typed = typed_by_hand(placed)
    panels = [one for one in typed if one.in_infographic]
    texts = [one for one in typed if not one.in_infographic]
    lonely_panels = [one for one in panels if not _stands_among(one, texts)]
    lonely_texts = [one for one in texts if not _stands_among(one, panels)]
    return tuple(_told_in_two_ways(lonely_panels, lonely_texts, typed))


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
