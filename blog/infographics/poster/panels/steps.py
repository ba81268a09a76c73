"""What to do, one after the other."""

from dataclasses import dataclass

from ..boxes.area import Area
from ..boxes.arranging import Columns, Marked, Stack
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.signs import Number
from ..boxes.suiting import Suited
from ..boxes.text import Text
from ..boxes.theme import CLAY, LINE, PAPER, POINT, SOFT, TEXT, Theme
from .frame import below_heading, framed, heading, told_points
from .titled import Titled

_DISC = 56.0
_MOST_SIDE_BY_SIDE = 4


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in their order."""

    title: str
    steps: tuple[Titled, ...]


def drawing(panel: Steps, theme: Theme) -> Box:
    """Return it as drawn: numbers on a line, from left to right where there is room, else downwards."""
    steps = [step for step in panel.steps if step.title or step.text]
    body = Suited(lambda width: _arranged(steps, theme, width))
    return framed(below_heading(heading(panel.title, theme), body, theme), theme)


def telling(panel: Steps) -> list[str]:
    """Return it in words."""
    return [f"{place}. {words}" for place, words in enumerate(told_points(panel.steps), 1)]


def _arranged(steps: list[Titled], theme: Theme, width: float) -> Box:
    count, gap, size = len(steps), theme.px(34), theme.px(_DISC)
    discs = [Number(size, place, CLAY, theme.serif(28, PAPER, 1.1)) for place in range(1, count + 1)]
    words = [_words(step, theme) for step in steps]
    if 1 < count <= _MOST_SIDE_BY_SIDE and (width - gap * (count - 1)) / count >= theme.px(215):
        return Stack([_Across(discs, size, gap, theme.px(3)), Columns(words, gap)], theme.px(18))
    first_line = theme.serif(POINT, leading=1.22).line
    rows = [Marked(disc, size, box, theme.px(24), first_line) for disc, box in zip(discs, words, strict=True)]
    return _Down(rows, size, theme.px(3), theme.px(26))


def _words(step: Titled, theme: Theme) -> Box:
    title = Text.of(step.title, theme.serif(POINT, leading=1.22))
    return Stack([title, Text.of(step.text, theme.sans(TEXT, SOFT))], theme.px(6))


class _Across(Box):
    """Discs at the beginning of equal columns, joined by a line."""

    def __init__(self, discs: list[Number], size: float, gap: float, thickness: float) -> None:
        self._discs = discs
        self._size = size
        self._gap = gap
        self._thickness = thickness

    def height(self, width: float) -> float:
        """Return the size of a disc."""
        return self._size

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the line to the end of the row, then the discs on it."""
        middle = area.y + self._size / 2
        canvas.line((area.x, middle), (area.right, middle), LINE, self._thickness)
        step = (area.width + self._gap) / len(self._discs)
        for at, disc in enumerate(self._discs):
            disc.paint(canvas, Area(area.x + at * step, area.y, self._size, self._size))


class _Down(Box):
    """Steps one below the other, their discs joined by a line."""

    def __init__(self, rows: list[Marked], size: float, thickness: float, gap: float) -> None:
        self._rows = rows
        self._size = size
        self._thickness = thickness
        self._gap = gap

    def height(self, width: float) -> float:
        """Return the height of all steps."""
        return sum(row.height(width) for row in self._rows) + self._gap * max(len(self._rows) - 1, 0)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the line behind the discs, then the steps."""
        heights = [row.height(area.width) for row in self._rows]
        if not heights:
            return
        down = sum(heights[:-1]) + self._gap * (len(heights) - 1)
        x, y = area.x + self._size / 2, area.y + self._size / 2
        canvas.line((x, y), (x, y + down), LINE, self._thickness)
        top = area.y
        for row, height in zip(self._rows, heights, strict=True):
            row.paint(canvas, Area(area.x, top, area.width, height))
            top += height + self._gap
