"""Whose a poster is: the sign of the site and its name."""

from ..boxes.area import Area, inside
from ..boxes.arranging import Marked
from ..boxes.box import Box, Nothing
from ..boxes.canvas import Canvas
from ..boxes.line import Style
from ..boxes.signs import Sign
from ..boxes.theme import FOREST, SUN_DISC
from .shortening import shortened

_UNIT = 32
_LEAF = "M6.5 26C5.5 15.5 11.5 9 22 8.5c.5 11-5.5 17-13.5 16.5z"
_VEIN = "M7 26.5C10 20.5 13.5 17 18 14"
_SUN = "M15.5 11.5a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0"
_LEAF_COLOUR = "#8fd3b1"


class Mark(Sign):
    """The sign of the site, as browsers show it on a tab; on a dark ground it has a lighter one."""

    def __init__(self, size: float, ground: str) -> None:
        super().__init__(size)
        self._ground = ground

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it."""
        canvas.rectangle(area, self._ground, area.width / 4)
        canvas.drawing(_SUN, area, _UNIT, fill=SUN_DISC)
        canvas.drawing(_LEAF, area, _UNIT, fill=_LEAF_COLOUR)
        canvas.drawing(_VEIN, area, _UNIT, fill="none", stroke=self._ground, stroke_width="1.6")


def signed(brand: str, style: Style, width: float, ground: str = FOREST) -> Box:
    """Return the sign with the name of the brand on one line; nothing where there is no name."""
    size, gap = style.size * 1.45, style.size * 0.45
    name = shortened(brand, style, inside(width, size + gap), 1)
    return Marked(Mark(size, ground), size, name, gap, style.line) if brand.strip() else Nothing()
