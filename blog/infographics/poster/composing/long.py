"""The poster: as long as it needs to be, with every panel, in the type it was drawn for."""

from ..boxes.arranging import Even, Inset, Stack
from ..boxes.box import Box, Nothing
from ..boxes.canvas import Canvas
from ..boxes.theme import PAPER, Theme
from ..value import Poster
from .foot import AIRY, Foot
from .head import Head, Land
from .rows import GAP, Rows
from .words import branded, titled

WIDTH = 1080
# A twentieth of the width: what some printers and frames take off.
_MARGIN = WIDTH * 0.05
_LAND = Land(above=58, hills=190, words=0.67)
_TITLE = ((88, 2), (80, 2), (84, 3), (76, 3), (68, 4), (60, 4), (52, 5), (46, 6), (42, 9))


def long(poster: Poster) -> Canvas:
    """Return the poster drawn."""
    theme = Theme(language=poster.language, wording=poster.wording)
    words = branded(poster, titled(poster, theme, _TITLE), theme, _LAND.measure(WIDTH, _MARGIN))
    rows = Rows(poster.panels, lambda _scale: theme).of(range(len(poster.panels)), 1)
    panels: Box = Inset(Stack(rows, GAP), 8, _MARGIN, 44, _MARGIN) if rows else Nothing()
    whole = Stack(
        Even(part) for part in (Head(words, _MARGIN, _LAND), panels, Foot(poster, _MARGIN, theme, AIRY))
    )
    canvas = Canvas(WIDTH, whole.height(WIDTH))
    canvas.rectangle(canvas.area, PAPER)
    whole.paint(canvas, canvas.area)
    return canvas
