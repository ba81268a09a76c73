"""What every kind of panel looks like, and what it says in words. One line a kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from .boxes.box import Box
from .boxes.theme import TONES, Theme
from .panels import (
    bars,
    benefits,
    call_to_action,
    checklist,
    comparison,
    dosage,
    nutrient,
    statistic,
    steps,
    synergy,
)
from .value import Panel


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a kind of panel is drawn, and what it says beside its title, a line each."""

    box: Callable[[Any, Theme], Box]
    words: Callable[[Any], list[str]]


DRAWINGS: Mapping[type, Drawing] = MappingProxyType(
    {
        nutrient.Nutrient: Drawing(nutrient.drawing, nutrient.telling),
        synergy.Synergy: Drawing(synergy.drawing, synergy.telling),
        dosage.Dosage: Drawing(dosage.drawing, dosage.telling),
        benefits.Benefits: Drawing(benefits.drawing, benefits.telling),
        statistic.Statistic: Drawing(statistic.drawing, statistic.telling),
        bars.Bars: Drawing(bars.drawing, bars.telling),
        steps.Steps: Drawing(steps.drawing, steps.telling),
        checklist.Checklist: Drawing(checklist.drawing, checklist.telling),
        comparison.Comparison: Drawing(comparison.drawing, comparison.telling),
        call_to_action.CallToAction: Drawing(call_to_action.drawing, call_to_action.telling),
    }
)


def drawn(panels: tuple[Panel, ...], theme: Theme) -> list[Box]:
    """Return what panels look like; each nutrient has the next tone of its kind, as on a page."""
    boxes = []
    nutrients = 0
    for panel in panels:
        tone = TONES[nutrients % len(TONES)] if isinstance(panel, nutrient.Nutrient) else TONES[1]
        nutrients += isinstance(panel, nutrient.Nutrient)
        boxes.append(DRAWINGS[type(panel)].box(panel, replace(theme, tone=tone)))
    return boxes


def told(panel: Panel) -> list[str]:
    """Return all a panel says, a line each, its title first."""
    return [panel.title, *DRAWINGS[type(panel)].words(panel)]
