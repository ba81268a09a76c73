"""What it is good for."""

from dataclasses import dataclass

from ..boxes.arranging import Stack, grid
from ..boxes.box import Box, Nothing
from ..boxes.card import Rule
from ..boxes.suiting import Suited, columns
from ..boxes.text import Text
from ..boxes.theme import POINT, SOFT, TEXT, TONES, Theme
from .frame import below_heading, framed, heading, told_points
from .titled import Titled


@dataclass(frozen=True, slots=True)
class Benefits:
    """A few benefits side by side."""

    title: str
    benefits: tuple[Titled, ...]


def drawing(panel: Benefits, theme: Theme) -> Box:
    """Return it as drawn: side by side, each under a line in a colour of its own."""
    points = [point for point in panel.benefits if point.title or point.text]
    boxes = [_benefit(point, at, theme) for at, point in enumerate(points)]
    body = Suited(lambda width: _arranged(boxes, theme, width)) if boxes else Nothing()
    return framed(below_heading(heading(panel.title, theme), body, theme), theme)


def telling(panel: Benefits) -> list[str]:
    """Return it in words."""
    return told_points(panel.benefits)


def _arranged(boxes: list[Box], theme: Theme, width: float) -> Box:
    count = columns(len(boxes), width, theme.px(250), 3)
    return grid(boxes, count, theme.px(36), theme.px(34))


def _benefit(point: Titled, at: int, theme: Theme) -> Box:
    title = Text.of(point.title, theme.serif(POINT, leading=1.22))
    words = Stack([title, Text.of(point.text, theme.sans(TEXT, SOFT))], theme.px(8))
    tone = TONES[(at + 2) % len(TONES)]
    return Stack([Rule(tone.colour, theme.px(4)), words], theme.px(18))
