"""What all panels have in common: a ground, a title, room around it."""

from collections.abc import Sequence

from ..boxes.arranging import Marked, Stack
from ..boxes.box import Box
from ..boxes.card import Card
from ..boxes.line import Style
from ..boxes.signs import Leaf
from ..boxes.text import Text
from ..boxes.theme import HEADING, LINE, SURFACE, TEXT, Theme
from .titled import Titled

_SIDES, _ENDS, _RADIUS = 38.0, 34.0, 24.0


def framed(box: Box, theme: Theme, ground: str = SURFACE, edge: str = LINE) -> Box:
    """Return a panel: a box on its ground."""
    padding = (theme.px(_SIDES) * theme.room, theme.px(_ENDS) * theme.room)
    return Card(box, ground, padding, theme.px(_RADIUS), edge)


def heading(title: str, theme: Theme) -> Text:
    """Return the title of a panel."""
    return Text.of(title, heading_style(theme), is_balanced=True)


def heading_style(theme: Theme) -> Style:
    """Return the type of the titles of panels."""
    return theme.serif(HEADING, leading=1.16)


def below_heading(title: Box, body: Box, theme: Theme) -> Box:
    """Return what is under a title at the distance all panels have."""
    return Stack([title, body], theme.px(22) * theme.room)


def bullets(points: Sequence[str], theme: Theme) -> list[Box]:
    """Return points, each with a leaf before it."""
    style, size = theme.sans(TEXT), theme.px(13)
    return [
        Marked(Leaf(size, theme.tone.colour), size, Text.of(point, style), theme.px(17), style.line)
        for point in points
        if point
    ]


def told_points(points: Sequence[Titled]) -> list[str]:
    """Return titled texts in words, a line each."""
    told = (": ".join(part for part in (point.title, point.text) if part) for point in points)
    return [words for words in told if words]
