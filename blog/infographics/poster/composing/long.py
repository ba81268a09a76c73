"""The poster: as long as it needs to be, with every panel, in the type it was drawn for."""

from ..boxes.arranging import Even, Inset, Stack
from ..boxes.box import Box, Nothing
from ..boxes.canvas import Canvas
from ..boxes.theme import PAPER, Theme
from ..value import Poster
from .foot import Foot
from .head import TITLE, Head, branded, titled
from .rows import GAP, rows

WIDTH = 1080
# A twentieth of the width: what some print shops and frames take off.
_MARGIN = WIDTH * 0.05


def long(poster: Poster) -> Canvas:
    """Return the poster drawn."""
    theme = Theme(language=poster.language, wording=poster.wording)
    words = branded(
        poster, titled(poster, theme, TITLE, has_lead=True, has_subtitle=True), theme, WIDTH * 0.6
    )
    panels = Inset(Stack(rows(poster.panels, theme), GAP), 8, _MARGIN, 44, _MARGIN)
    parts: list[Box] = [Head(words, _MARGIN, theme), panels if poster.panels else Nothing()]
    whole = Stack(Even(part) for part in [*parts, Foot(poster, _MARGIN, theme, 3)])
    canvas = Canvas(WIDTH, whole.height(WIDTH))
    canvas.rectangle(canvas.area, PAPER)
    whole.paint(canvas, canvas.area)
    return canvas
