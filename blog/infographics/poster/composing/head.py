"""The head of a poster: brand, title and lead under a sky, with a landscape at the right and below."""

from ..boxes.area import Area
from ..boxes.arranging import Stack
from ..boxes.box import Box, Space
from ..boxes.canvas import Canvas
from ..boxes.suiting import fitted
from ..boxes.text import Text
from ..boxes.theme import CREAM, LEAF_DEEP, PAPER, SKY, SOFT, SUN, Theme
from ..value import Poster
from .brand import signed
from .scene import hills, sun, twig

_TITLE_SIZES = (88, 80, 72, 64, 56, 50, 44)
# The landscape has the right third of the head, and its foot.
_WORDS = 0.67
_HILLS = 170.0
# So high, of the hills, is the ground below the words.
_UNDER_WORDS = 0.72


class Head(Box):
    """The head, across the whole width. It fills what height it is given with more landscape."""

    def __init__(self, words: Box, margin: float, theme: Theme) -> None:
        self._words = words
        self._margin = margin
        self._theme = theme

    def height(self, width: float) -> float:
        """Return the height its words need, and the hills below them."""
        return self._top + self._words.height(self._measure(width)) + self._theme.px(_HILLS)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the landscape, then the words."""
        spare = area.height - self.height(area.width)
        canvas.rectangle(area, SKY)
        landscape(canvas, area, self._theme.px(_HILLS) * _UNDER_WORDS + spare * 0.5, PAPER)
        measure = self._measure(area.width)
        high = self._words.height(measure)
        self._words.paint(canvas, Area(area.x + self._margin, area.y + self._top, measure, high))

    @property
    def _top(self) -> float:
        return self._theme.px(58)

    def _measure(self, width: float) -> float:
        return (width - 2 * self._margin) * _WORDS


def landscape(canvas: Canvas, area: Area, high: float, ground: str) -> None:
    """Draw sun, hills of a height and a twig into the right and the foot of an area."""
    high = min(high * 1.25, area.height * 0.6)
    land = Area(area.x, area.bottom - high, area.width, high)
    grown = min(area.height * 0.86, area.width * 0.44)
    glow = min(grown * 0.4, area.width * 0.2)
    sun(canvas, area.right - area.width * 0.17, max(area.bottom - high * 0.95, area.y + glow * 1.1), glow)
    hills(canvas, land, ground)
    twig(canvas, (area.right - area.width * 0.145, area.bottom - high * 0.2), grown, -0.09, CREAM)


def titled(
    poster: Poster, theme: Theme, most: int, *, has_lead: bool = True, has_subtitle: bool = True
) -> Box:
    """Return the words of a head; its title in the largest type in which it has few lines, never a broken word."""
    titles = [
        Text.of(poster.title, theme.serif(size, LEAF_DEEP, 1.08), is_balanced=True) for size in _TITLE_SIZES
    ]
    below = []
    if has_subtitle:
        below.append(Text.of(poster.subtitle, theme.strong(31, SUN, 1.3)))
    if has_lead:
        below.append(Text.of(poster.lead, theme.sans(29, SOFT)))
    return Stack([fitted(titles, most), Stack(below, theme.px(14))], theme.px(24))


def branded(poster: Poster, words: Box, theme: Theme, width: float) -> Box:
    """Return words below the sign of the brand."""
    brand = signed(poster.brand, theme.serif(31, LEAF_DEEP, 1.3), width)
    return Stack([brand, Space(theme.px(26)), words]) if poster.brand else words
