"""The foot of a poster: its sources, whose it is and where it stands, on the dark ground under the hills."""

from dataclasses import dataclass

from ..boxes.area import Area
from ..boxes.arranging import Centred, Columns, Stack
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.suiting import Suited
from ..boxes.text import Text
from ..boxes.theme import FOREST, FOREST_INK, FOREST_SOFT, HILL, HILL_FAR, HILL_NEAR, LEAF, SMALLEST, Theme
from ..value import Poster
from .brand import signed
from .scene import hill
from .shortening import cited


@dataclass(frozen=True, slots=True)
class Ground:
    """How a foot is divided: height of the hills, room below the words, and the most lines of sources."""

    hills: float
    below: float
    source_lines: int


AIRY = Ground(hills=104, below=46, source_lines=3)
TIGHT = Ground(hills=64, below=34, source_lines=1)


_ABOVE = 18.0


class Foot(Box):
    """The foot, across the whole width."""

    def __init__(self, poster: Poster, margin: float, theme: Theme, ground: Ground) -> None:
        self._margin = margin
        self._ground = ground
        self._words = Suited(lambda width: _words(poster, theme, width, ground.source_lines))

    def height(self, width: float) -> float:
        """Return the height of hills, words and the room around them."""
        words = self._words.height(width - 2 * self._margin)
        return self._ground.hills + (words + _ABOVE + self._ground.below if words else 0)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the hills, the ground and the words on it."""
        land = Area(area.x, area.y, area.width, self._ground.hills)
        hill(canvas, land, (0.78, 0.9, 0.6, 0.42, 0.6, 0.4, 0.26), HILL_FAR)
        hill(canvas, land, (0.44, 0.62, 0.56, 0.3, 0.34, 0.5, 0.62), HILL)
        hill(canvas, land, (0.4, 0.28, 0.34, 0.46, 0.3, 0.22, 0.36), HILL_NEAR)
        canvas.rectangle(Area(area.x, land.bottom - 1, area.width, area.bottom - land.bottom + 1), FOREST)
        hill(canvas, land, (0.02, 0.1, 0.2, 0.14, 0.08, 0.16, 0.1), FOREST)
        width = area.width - 2 * self._margin
        high = self._words.height(width)
        top = land.bottom + _ABOVE
        if high:
            self._words.paint(canvas, Area(area.x + self._margin, top, width, high))


def _words(poster: Poster, theme: Theme, width: float, most_source_lines: int) -> Box:
    style = theme.sans(SMALLEST, FOREST_SOFT)
    sources = cited(poster.sources, poster.wording, style, width, most_source_lines)
    return Stack([sources, signature(poster, theme, width)], theme.px(20))


def signature(poster: Poster, theme: Theme, width: float) -> Box:
    """Return brand and address on one line where there is room for both, else one below the other."""
    name, place = theme.serif(32, FOREST_INK, 1.3), theme.strong(26, FOREST_INK)
    address = Text.of(poster.address, place, align="end")
    gap = theme.px(40)
    own = address.natural_width() + 0.5
    rest = width - own - gap
    if not poster.brand or not poster.address or rest < theme.px(260):
        # An address is never cut: who reads it types it.
        return Stack([signed(poster.brand, name, width, LEAF), Text.of(poster.address, place)], theme.px(10))
    return Columns([Centred(signed(poster.brand, name, rest, LEAF)), Centred(address)], gap, [rest, own])
