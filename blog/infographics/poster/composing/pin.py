"""The pin, for boards and phones: upright, with every panel if they can be read, else with as many as have room."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..boxes.area import Area
from ..boxes.arranging import Even, Stack
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.text import Text
from ..boxes.theme import PAPER, SOFT, TEXT, Theme
from ..value import Panel, Poster
from .choosing import choice
from .foot import Foot
from .head import Head, branded, fitting_title
from .rows import GAP, rows

WIDTH, HEIGHT = 1000, 1500
_MARGIN = WIDTH * 0.05
_INNER = WIDTH - 2 * _MARGIN
_TITLE = ((80, 3), (72, 3), (66, 3), (60, 4), (54, 4), (48, 5), (42, 6), (36, 8), (32, 12))
_BARE_TITLE = ((104, 4), (96, 4), (88, 5), *_TITLE)
# The words of the head have no more of the height than this: with panels, and without any.
_MOST_WORDS, _MOST_BARE_WORDS = 480.0, 700.0
# Between the hills of the head and the first panel, and between the last one and the hills of the foot.
_ABOVE, _BELOW = 8.0, 26.0
# White space between panels grows so far; what is left then goes to the landscape.
_MOST_GAP = 42.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The panels a pin shows, the scale of their type, and whether there was room for the lead."""

    panels: tuple[Panel, ...]
    scale: float
    has_lead: bool


def pin(poster: Poster) -> Canvas:
    """Return the pin drawn."""
    layout = layout_of(poster)
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.rectangle(canvas.area, PAPER)
    head, foot = _head(poster, has_lead=layout.has_lead, is_bare=not layout.panels), _foot(poster)
    low = HEIGHT - foot.height(WIDTH)
    high = low
    boxes = _between(poster, layout.panels, layout.scale)
    if boxes:
        spare = low - head.height(WIDTH) - _ABOVE - _BELOW - Stack(boxes).height(_INNER)
        panels = Stack(boxes, min(spare / len(boxes), _MOST_GAP))
        below = min(_BELOW + (spare - panels.height(_INNER) + Stack(boxes).height(_INNER)) / 4, 2 * _BELOW)
        top = round(low - below - panels.height(_INNER))
        panels.paint(canvas, Area(_MARGIN, top, _INNER, panels.height(_INNER)))
        high = top - _ABOVE
    head.paint(canvas, Area(0, 0, WIDTH, high))
    foot.paint(canvas, Area(0, low, WIDTH, HEIGHT - low))
    return canvas


def layout_of(poster: Poster) -> Layout:
    """Return what a pin shows: all panels in the largest type in which they fit, else as many as fit in the least.

    The lead is left out before a panel is.
    """
    places = range(len(poster.panels))
    for has_lead in (True, False):
        panels, scale = choice(poster.panels, places, len(places), partial(_fits, poster, has_lead))
        if len(panels) == len(places):
            break
    return Layout(panels, scale, has_lead)


def _fits(poster: Poster, has_lead: bool, panels: Sequence[Panel], scale: float) -> bool:
    boxes = _between(poster, panels, scale)
    needed = Stack(boxes, GAP * 0.75).height(_INNER) + _ABOVE + _BELOW
    head = _head(poster, has_lead=has_lead, is_bare=not panels)
    return needed + head.height(WIDTH) + _foot(poster).height(WIDTH) <= HEIGHT


def _between(poster: Poster, panels: Sequence[Panel], scale: float) -> list[Box]:
    """Return the panels as rows, and a line that says how many more there are and where."""
    left = len(poster.panels) - len(panels)
    boxes = rows(panels, _theme(poster, scale))
    if left:
        words = poster.wording.more_at if poster.address else poster.wording.more
        said = words.replace("{count}", str(left)).replace("{address}", poster.address)
        boxes.append(Text.of(said, _theme(poster).strong(TEXT, SOFT), is_balanced=True, align="middle"))
    return boxes


def _head(poster: Poster, *, has_lead: bool, is_bare: bool) -> Box:
    theme = _theme(poster)
    measure = Head.measure(WIDTH, _MARGIN)
    sizes, most = (_BARE_TITLE, _MOST_BARE_WORDS) if is_bare else (_TITLE, _MOST_WORDS)
    words = fitting_title(poster, theme, sizes, measure, most, has_lead=has_lead)
    return Even(Head(branded(poster, words, theme, measure), _MARGIN, theme))


def _foot(poster: Poster) -> Box:
    return Even(Foot(poster, _MARGIN, _theme(poster)))


def _theme(poster: Poster, scale: float = 1) -> Theme:
    return Theme(scale, language=poster.language, wording=poster.wording)
