"""The poster: as long as it needs to be, with every panel, in the type it was drawn for."""

from ..boxes.area import Area
from ..boxes.arranging import Inset, Stack
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.theme import PAPER, Theme
from ..value import Poster
from .foot import Foot
from .head import Head, branded, titled
from .rows import GAP, rows

WIDTH = 1080
# A twentieth of the width: what some print shops and frames take off.
_MARGIN = WIDTH * 0.05


def long(poster: Poster) -> Canvas:
    """Return the poster drawn."""
    theme = Theme(language=poster.language, wording=poster.wording)
    words = branded(poster, titled(poster, theme, 4), theme, WIDTH * 0.6)
    panels = Inset(Stack(rows(poster.panels, theme), GAP), 8, _MARGIN, 44, _MARGIN)
    parts: list[Box] = [
        Head(words, _MARGIN, theme),
        panels if poster.panels else Stack([]),
        Foot(poster, _MARGIN, theme, 3),
    ]
    whole = Stack(parts)
    canvas = Canvas(WIDTH, round(whole.height(WIDTH) + 0.5))
    canvas.rectangle(canvas.area, PAPER)
    whole.paint(canvas, Area(0, 0, WIDTH, canvas.area.height))
    return canvas
