"""One big figure with its context."""

from dataclasses import dataclass

from ..boxes.arranging import Centred, Columns, Stack
from ..boxes.box import Box
from ..boxes.suiting import Suited, fitted
from ..boxes.text import Text
from ..boxes.theme import FOREST, FOREST_INK, FOREST_SOFT, FOREST_SUN, Theme
from .frame import framed

_SIZES = (168, 150, 132, 116, 100, 86, 74, 62, 52, 44, 38)
_WIDE = 640.0
_MOST = 0.56


@dataclass(frozen=True, slots=True)
class Statistic:
    """A figure as it is written, and what it means."""

    title: str
    figure: str
    context: str = ""


def drawing(panel: Statistic, theme: Theme) -> Box:
    """Return it as drawn: the figure as large as it can be, its meaning beside or below it."""
    return framed(Suited(lambda width: _arranged(panel, theme, width)), theme, FOREST, "")


def telling(panel: Statistic) -> list[str]:
    """Return it in words."""
    return [" ".join(part for part in (panel.figure, panel.context) if part)]


def _arranged(panel: Statistic, theme: Theme, width: float) -> Box:
    title = Text.of(panel.title, theme.serif(34, FOREST_INK, 1.2), is_balanced=True)
    context = Text.of(panel.context, theme.sans(28, FOREST_SOFT))
    figures = [Text.of(panel.figure, theme.serif(size, FOREST_SUN, 1.04)) for size in _SIZES]
    if width < theme.px(_WIDE) or not (panel.title or panel.context):
        return Stack([title, fitted([(figure, 1) for figure in figures]), context], theme.px(10))
    gap = theme.px(44)
    shown = fitted([(figure, 1) for figure in figures])
    own = min((width - gap) * _MOST, max(_natural(figures, (width - gap) * _MOST), theme.px(120)))
    words = Stack([title, context], theme.px(10))
    return Columns([Centred(shown), Centred(words)], gap, [own, width - gap - own])


def _natural(figures: list[Text], most: float) -> float:
    """Return the width of the largest figure that is no wider than allowed."""
    return next((own for figure in figures if (own := figure.natural_width() + 1) <= most), most)
