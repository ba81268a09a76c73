"""The card for sharing, as chats and networks show it beside a link: a title, and the most telling panels."""

from collections.abc import Sequence
from dataclasses import replace

from ..boxes.area import Area
from ..boxes.arranging import Centred, Columns, Stack
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.theme import CREAM, FOREST, FOREST_INK, FOREST_SOFT, LEAF_DEEP, SKY, SMALLEST, Theme
from ..panels.bars import Bars
from ..panels.benefits import Benefits
from ..panels.checklist import Checklist
from ..panels.comparison import Comparison
from ..panels.dosage import Dosage
from ..panels.nutrient import Nutrient
from ..panels.statistic import Statistic
from ..panels.steps import Steps
from ..panels.synergy import Synergy
from ..value import Poster
from .brand import signed
from .choosing import choice
from .limits import LEAST_SCALE, READABLE
from .rows import GAP, Rows
from .scene import ground, hills, sun, twig
from .shortening import cited, shortened
from .words import fitting

WIDTH, HEIGHT = 1200, 630
_MARGIN, _TOP = WIDTH * 0.05, 46.0
# Where the dark ground at the foot begins, and where words and panels end above it.
_GROUND, _WORDS_END, _PANELS_END = 540.0, 478.0, 524.0
_GAP = 50.0
# How wide the panels are: as narrow as the first, which leaves the title room, or as wide as the second.
_PANELS = (500.0, 620.0)
_ROOM = 0.78
# Figures say most on a small picture. Where to go next is said by the link it stands beside.
_TELLING: tuple[type, ...] = (
    Statistic, Bars, Dosage, Comparison, Nutrient, Synergy, Checklist, Steps, Benefits
)  # fmt: skip
_MOST_PANELS = 2
_LEAST_SOURCES = 240.0
_SCALES = (1.12, 1.0, 0.9, LEAST_SCALE)
_TITLE = ((90, 2), (82, 2), (74, 2), (74, 3), (66, 3), (60, 4), (54, 4), (48, 5), (42, 6), (36, 7), (32, 9))


class Card:
    """The card of a poster: which panels fit, and its drawing."""

    def __init__(self, poster: Poster) -> None:
        self._poster = poster
        self._rows = Rows(poster.panels, lambda scale: replace(_theme(poster, scale), room=_ROOM))
        order = sorted(
            (at for at, panel in enumerate(poster.panels) if isinstance(panel, _TELLING)),
            key=lambda at: (_TELLING.index(type(poster.panels[at])), at),
        )
        self._width, first = self._first(order)
        # What says most is shown before all else; another one only if there is room beside it.
        beside = [at for at in order if at not in first]
        self.shown, self.scale = choice([*first, *beside] if first else [], _MOST_PANELS, self._fits, _SCALES)

    def draw(self) -> Canvas:
        """Return it drawn."""
        canvas = Canvas(WIDTH, HEIGHT)
        canvas.rectangle(canvas.area, SKY)
        left = WIDTH - _MARGIN - self._width
        _landscape(canvas, left + self._width / 2 if self.shown else 0)
        _title(canvas, self._poster, left - _GAP - _MARGIN)
        if self.shown:
            area = Area(left, _TOP, self._width, _PANELS_END - _TOP)
            Centred(self._panels(self.shown, self.scale)).paint(canvas, area)
        foot = _foot(self._poster, _theme(self._poster))
        foot.paint(canvas, Area(_MARGIN, 549, WIDTH - 2 * _MARGIN, 64))
        return canvas

    def _first(self, order: Sequence[int]) -> tuple[float, list[int]]:
        """Return the first panel that fits, in the narrower of the widths in which it does."""
        for place in order:
            for self._width in _PANELS:
                if self._fits([place], LEAST_SCALE):
                    return self._width, [place]
        return _PANELS[0], []

    def _fits(self, places: Sequence[int], scale: float) -> bool:
        return self._panels(places, scale).height(self._width) <= _PANELS_END - _TOP

    def _panels(self, places: Sequence[int], scale: float) -> Box:
        return Stack(self._rows.of(places, scale), GAP * 0.75)


def card(poster: Poster) -> Canvas:
    """Return the card drawn."""
    return Card(poster).draw()


def _title(canvas: Canvas, poster: Poster, width: float) -> None:
    """Draw the brand, and the title in the middle of what is below it."""
    theme = _theme(poster)
    brand = signed(poster.brand, theme.serif(30, LEAF_DEEP, 1.3), width)
    high = brand.height(width)
    if high:
        brand.paint(canvas, Area(_MARGIN, _TOP, width, high))
    below = high + 18 if high else 0
    place = Area(_MARGIN, _TOP + below, width, _WORDS_END - _TOP - below)
    Centred(fitting(poster, theme, _TITLE, place.width, place.height)).paint(canvas, place)


def _theme(poster: Poster, scale: float = 1) -> Theme:
    return Theme(scale, least=READABLE, language=poster.language, wording=poster.wording)


def _landscape(canvas: Canvas, behind: float) -> None:
    """Draw the landscape: its sun and hills behind the middle of panels, or all of it where there are none."""
    sun(canvas, *((behind, 262.0, 250.0) if behind else (930.0, 330.0, 216.0)))
    hills(canvas, Area(0, 424, WIDTH, 150))
    if not behind:
        twig(canvas, (965, 566), 440, -0.09, CREAM)
        twig(canvas, (1128, 572), 230, 0.1, CREAM)
        twig(canvas, (790, 572), 170, -0.16, CREAM)
    canvas.rectangle(Area(0, 566, WIDTH, HEIGHT - 566), FOREST)
    ground(canvas, Area(0, 470, WIDTH, 97), FOREST)


def _foot(poster: Poster, theme: Theme) -> Box:
    """Return sources and address on one line; the address is cut only where it is wider than the card."""
    whole, gap = WIDTH - 2 * _MARGIN, 40.0
    address = shortened(poster.address, theme.strong(25, FOREST_INK), whole, 1, align="end")
    own = min(address.natural_width() + 0.5, whole)
    rest = whole - own - gap
    if rest < _LEAST_SOURCES:
        return Centred(address)
    sources = cited(poster.sources, theme.wording, theme.sans(SMALLEST - 1, FOREST_SOFT), rest, 1)
    return Columns([Centred(sources), Centred(address)], gap, [rest, own])
