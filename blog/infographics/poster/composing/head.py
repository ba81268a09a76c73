"""The head of a poster: brand, title and lead under a sky, with a landscape at the right and below."""

from dataclasses import dataclass

from ..boxes.area import Area
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.theme import CREAM, PAPER, SKY
from .scene import ground, hills, sun, twig


@dataclass(frozen=True, slots=True)
class Land:
    """How a head is divided: room above the words, height of the hills, and the share of the width words have."""

    above: float
    hills: float
    words: float

    def measure(self, width: float, margin: float) -> float:
        """Return the width of the words."""
        return (width - 2 * margin) * self.words


# At the left, where the words are, hills are lower than their highest by so much.
_LOW = 0.3


class Head(Box):
    """The head, across the whole width. It fills what height it is given with more landscape."""

    def __init__(self, words: Box, margin: float, land: Land) -> None:
        self._words = words
        self._margin = margin
        self._land = land

    def height(self, width: float) -> float:
        """Return the height its words need, and the hills below them."""
        words = self._words.height(self._land.measure(width, self._margin))
        # Without words there is still a landscape.
        return self._land.above + max(words, self._land.hills) + self._land.hills * (1 - _LOW)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the landscape, then the words."""
        canvas.rectangle(area, SKY)
        spare = area.height - self.height(area.width)
        measure = self._land.measure(area.width, self._margin)
        high = self._words.height(measure)
        if self._land.words == 1:
            _below(canvas, area, area.height - self._land.above - high)
        else:
            _beside(canvas, area, self._land.hills + spare * 0.5)
        self._words.paint(canvas, Area(area.x + self._margin, area.y + self._land.above, measure, high))


def _beside(canvas: Canvas, area: Area, high: float) -> None:
    """Draw the landscape at the right of words: sun, twig, and hills of a height."""
    land = Area(area.x, area.bottom - high, area.width, high)
    grown = min(area.height * 0.8, area.width * 0.46)
    glow = min(grown * 0.42, area.width * 0.17)
    middle = max(area.bottom - max(high * 0.9, glow), area.y + glow)
    sun(canvas, area.right - area.width * 0.17, middle, glow)
    hills(canvas, land)
    twig(canvas, (area.right - area.width * 0.145, area.bottom - high * 0.1), grown, -0.09, CREAM)
    ground(canvas, land, PAPER)


def _below(canvas: Canvas, area: Area, free: float) -> None:
    """Draw the landscape below words that have the whole width: sun and twigs in the middle of what is free."""
    width = area.width
    glow = min(width * 0.31, free * 0.36)
    high = glow * 0.97
    land = Area(area.x, area.bottom - high, width, high)
    foot = area.bottom - high * 0.12
    sun(canvas, area.x + width * 0.56, area.bottom - high * 0.62 - glow * 0.62, glow)
    hills(canvas, land)
    twig(canvas, (area.x + width * 0.58, foot), glow * 2.1, -0.09, CREAM)
    twig(canvas, (area.x + width * 0.82, foot), glow * 1.15, 0.12, CREAM)
    twig(canvas, (area.x + width * 0.34, foot), glow * 0.85, -0.16, CREAM)
    ground(canvas, land, PAPER)
