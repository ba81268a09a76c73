"""The head of a poster: brand, title and lead under a sky, with a landscape at the right and below."""

from collections.abc import Sequence

from ..boxes.area import Area
from ..boxes.arranging import Stack
from ..boxes.box import Box, Space
from ..boxes.canvas import Canvas
from ..boxes.suiting import fitted
from ..boxes.text import Text
from ..boxes.theme import CREAM, LEAF_DEEP, PAPER, SKY, SOFT, SUN, Theme
from ..value import Poster
from .brand import signed
from .scene import ground, hills, sun, twig
from .shortening import shortened

# Sizes of a title and the lines it may have in each.
TITLE = ((88, 3), (80, 3), (72, 3), (66, 4), (58, 4), (52, 5), (46, 6), (42, 9))
# The landscape has the right third of the head, and its foot.
_WORDS = 0.67
_HILLS = 190.0
# At the left, where the words are, hills are lower than their highest by so much.
_LOW = 0.3


class Head(Box):
    """The head, across the whole width. It fills what height it is given with more landscape."""

    def __init__(self, words: Box, margin: float, theme: Theme) -> None:
        self._words = words
        self._margin = margin
        self._theme = theme

    def height(self, width: float) -> float:
        """Return the height its words need, and the hills below them."""
        return (
            self._top
            + self._words.height(self.measure(width, self._margin))
            + self._theme.px(_HILLS) * (1 - _LOW)
        )

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the landscape, then the words."""
        spare = area.height - self.height(area.width)
        canvas.rectangle(area, SKY)
        landscape(canvas, area, self._theme.px(_HILLS) + spare * 0.5, PAPER)
        measure = self.measure(area.width, self._margin)
        high = self._words.height(measure)
        self._words.paint(canvas, Area(area.x + self._margin, area.y + self._top, measure, high))

    @property
    def _top(self) -> float:
        return self._theme.px(58)

    @staticmethod
    def measure(width: float, margin: float) -> float:
        """Return the width of the words of a head."""
        return (width - 2 * margin) * _WORDS


def landscape(canvas: Canvas, area: Area, high: float, near: str) -> None:
    """Draw sun, twig and hills of a height into the right and the foot of an area; `near` is the colour below it."""
    land = Area(area.x, area.bottom - high, area.width, high)
    grown = min(area.height * 0.86, area.width * 0.46)
    glow = min(grown * 0.4, area.width * 0.17, area.height * 0.45)
    middle = min(area.bottom - high * 0.9, area.bottom - glow)
    sun(canvas, area.right - area.width * 0.17, max(middle, area.y + glow), glow)
    hills(canvas, land)
    twig(canvas, (area.right - area.width * 0.145, area.bottom - high * 0.1), grown, -0.09, CREAM)
    ground(canvas, land, near)


def titled(
    poster: Poster, theme: Theme, sizes: Sequence[tuple[float, int]], *, has_lead: bool, has_subtitle: bool
) -> Box:
    """Return the words of a head; its title in the first of sizes in which it has so few lines and no broken word."""
    titles = [
        (Text.of(poster.title, theme.serif(size, LEAF_DEEP, 1.08), is_balanced=True), most)
        for size, most in sizes
    ]
    below = []
    if has_subtitle:
        below.append(Text.of(poster.subtitle, theme.strong(31, SUN, 1.3), is_balanced=True))
    if has_lead:
        below.append(Text.of(poster.lead, theme.sans(29, SOFT)))
    return Stack([fitted(titles), Stack(below, theme.px(14))], theme.px(24))


def fitting_title(
    poster: Poster,
    theme: Theme,
    sizes: Sequence[tuple[float, int]],
    width: float,
    height: float,
    *,
    has_lead: bool = True,
) -> Box:
    """Return the words of a head that has no more room than it is given.

    First the lead is left out, then the subtitle; then the type of the title becomes smaller, and only a title that
    is still too long is cut.
    """
    steps = [(True, True, len(sizes) - 5), (False, True, len(sizes) - 4), (False, False, len(sizes))]
    for with_lead, has_subtitle, first in steps[not has_lead :]:
        for begin in range(first):
            words = titled(poster, theme, sizes[begin:], has_lead=with_lead, has_subtitle=has_subtitle)
            if words.height(width) <= height:
                return words
    style = theme.serif(sizes[-1][0], LEAF_DEEP, 1.08)
    for lines in range(int(height // style.line), 1, -1):
        words = shortened(poster.title, style, width, lines)
        if words.height(width) <= height:
            return words
    return shortened(poster.title, style, width, 1)


def branded(poster: Poster, words: Box, theme: Theme, width: float) -> Box:
    """Return words below the sign of the brand."""
    brand = signed(poster.brand, theme.serif(31, LEAF_DEEP, 1.3), width)
    return Stack([brand, Space(theme.px(26)), words]) if poster.brand else words
