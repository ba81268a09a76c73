"""The pin, for boards and phones: upright, with every panel if they can be read, else with as many as have room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..boxes.area import Area
from ..boxes.arranging import Even, Stack
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.text import Text
from ..boxes.theme import PAPER, SOFT, TEXT, Theme
from ..panels.call_to_action import CallToAction
from ..value import Poster
from .choosing import choice
from .foot import AIRY, TIGHT, Foot, Ground
from .head import Head, Land
from .limits import LEAST_SCALE, READABLE
from .rows import GAP, Rows
from .words import Sizes, branded, fitting

WIDTH, HEIGHT = 1000, 1500
_MARGIN = WIDTH * 0.05
_INNER = WIDTH - 2 * _MARGIN
# Between the hills of the head and the first panel, and between the last one and the hills of the foot.
_ABOVE, _BELOW = 8.0, 20.0
# White space between panels grows so far; what is left then goes to the landscape.
_MOST_GAP = 40.0


@dataclass(frozen=True, slots=True)
class Manner:
    """How generous a pin is: with its head and foot, with the lead, with white space in panels."""

    land: Land
    sizes: Sizes
    most_words: float
    has_lead: bool
    room: float
    ground: Ground
    has_brand: bool = True


_SIZES = ((80, 2), (74, 2), (76, 3), (68, 3), (62, 4), (54, 4), (48, 5), (42, 6), (36, 8), (32, 12))
_BARE = Manner(
    Land(62, 300, 1), ((116, 3), (104, 3), (96, 4), (88, 5), *_SIZES), 700, has_lead=True, room=1, ground=AIRY
)
_WIDE = Land(58, 180, 0.67)
_FLAT = Land(56, 110, 0.72)
_TIGHT_SIZES = ((62, 2), (56, 2), (58, 3), *_SIZES[5:])
# The first in which all panels are shown; with too many for the last, that one.
_MANNERS = (
    Manner(_WIDE, _SIZES, 520, has_lead=True, room=1, ground=AIRY),
    Manner(_WIDE, _SIZES, 420, has_lead=False, room=1, ground=AIRY),
    Manner(_FLAT, _TIGHT_SIZES, 300, has_lead=False, room=0.72, ground=TIGHT, has_brand=False),
)


class Pin:
    """A pin of a poster in a manner: what fits, and its drawing."""

    def __init__(self, poster: Poster, manner: Manner) -> None:
        self._poster = poster
        theme = self._theme(1)
        measure = manner.land.measure(WIDTH, _MARGIN)
        words = fitting(poster, theme, manner.sizes, measure, manner.most_words, has_lead=manner.has_lead)
        if manner.has_brand:
            words = branded(poster, words, theme, measure)
        self._head = Even(Head(words, _MARGIN, manner.land))
        self._foot = Even(Foot(poster, _MARGIN, theme, manner.ground))
        self._rows = Rows(poster.panels, lambda scale: replace(self._theme(scale), room=manner.room))
        self._room = HEIGHT - self._head.height(WIDTH) - self._foot.height(WIDTH) - _ABOVE - _BELOW

    @property
    def shown(self) -> tuple[int, ...]:
        """The places of the panels it shows."""
        return self._choice[0]

    def has_room_for_all(self) -> bool:
        """Tell whether it shows every panel."""
        return self._fits(range(len(self._poster.panels)), LEAST_SCALE)

    @cached_property
    def _choice(self) -> tuple[tuple[int, ...], float]:
        every = range(len(self._poster.panels))
        if self.has_room_for_all():
            return choice(every, len(every), self._fits)
        # Where to go next never takes the room of what there is to know.
        told = [at for at in every if not isinstance(self._poster.panels[at], CallToAction)]
        return choice(told, len(told), self._fits)

    def draw(self) -> Canvas:
        """Return it drawn."""
        canvas = Canvas(WIDTH, HEIGHT)
        canvas.rectangle(canvas.area, PAPER)
        low = HEIGHT - self._foot.height(WIDTH)
        high = low
        boxes = self._between(*self._choice)
        if boxes:
            spare = self._room - Stack(boxes).height(_INNER)
            panels = Stack(boxes, min(spare / max(len(boxes) - 0.5, 1), _MOST_GAP))
            top = round(low - _BELOW - panels.height(_INNER))
            panels.paint(canvas, Area(_MARGIN, top, _INNER, panels.height(_INNER)))
            high = top - _ABOVE
        self._head.paint(canvas, Area(0, 0, WIDTH, high))
        self._foot.paint(canvas, Area(0, low, WIDTH, HEIGHT - low))
        return canvas

    def _fits(self, places: Sequence[int], scale: float) -> bool:
        return Stack(self._between(places, scale), GAP * 0.7).height(_INNER) <= self._room

    def _between(self, places: Sequence[int], scale: float) -> list[Box]:
        """Return the panels as rows, and a line that says how many more there are and where."""
        poster = self._poster
        boxes = self._rows.of(places, scale)
        left = len(poster.panels) - len(places)
        if left:
            words = poster.wording.more_at if poster.address else poster.wording.more
            said = words.replace("{count}", str(left)).replace("{address}", poster.address)
            style = self._theme(1).strong(TEXT, SOFT)
            boxes.append(Text.of(said, style, is_balanced=True, align="middle"))
        return boxes

    def _theme(self, scale: float) -> Theme:
        return Theme(scale, least=READABLE, language=self._poster.language, wording=self._poster.wording)


def fitted_pin(poster: Poster) -> Pin:
    """Return the pin of a poster in the most generous manner in which it shows all panels, else in the tightest."""
    if not poster.panels:
        return Pin(poster, _BARE)
    pins = (Pin(poster, manner) for manner in _MANNERS[:-1])
    return next((one for one in pins if one.has_room_for_all()), None) or Pin(poster, _MANNERS[-1])


def pin(poster: Poster) -> Canvas:
    """Return the pin drawn."""
    return fitted_pin(poster).draw()
