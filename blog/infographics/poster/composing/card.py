"""The card for sharing, as chats and networks show it beside a link: a title, and the most telling panels."""

from collections.abc import Sequence

from ..boxes.area import Area
from ..boxes.arranging import Centred, Columns, Stack
from ..boxes.box import Box
from ..boxes.canvas import Canvas
from ..boxes.text import Text
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
from ..value import Panel, Poster
from .brand import signed
from .choosing import choice
from .head import fitting_title
from .rows import GAP, rows
from .scene import ground, hills, sun, twig
from .shortening import cited, shortened

WIDTH, HEIGHT = 1200, 630
_MARGIN, _TOP = WIDTH * 0.05, 46.0
# Where the dark ground at the foot begins, and where words and panels end above it.
_GROUND, _WORDS_END, _PANELS_END = 540.0, 478.0, 524.0
_GAP = 50.0
_PANELS = 500.0
# Figures say most on a small picture. Where to go next is said by the link it stands beside.
_TELLING: tuple[type, ...] = (
    Statistic, Bars, Dosage, Comparison, Nutrient, Synergy, Checklist, Steps, Benefits
)  # fmt: skip
_MOST_PANELS = 2
_TITLE = ((74, 3), (66, 3), (60, 4), (54, 4), (48, 5), (42, 6), (36, 7), (32, 9))


def card(poster: Poster) -> Canvas:
    """Return the card drawn."""
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.rectangle(canvas.area, SKY)
    panels = shown_on_card(poster)[0]
    _landscape(canvas, has_panels=bool(panels))
    width = WIDTH - 2 * _MARGIN - _PANELS - _GAP
    theme = _theme(poster, 1)
    brand = signed(poster.brand, theme.serif(30, LEAF_DEEP, 1.3), width)
    below = brand.height(width) + 18 if poster.brand else 0
    brand.paint(canvas, Area(_MARGIN, _TOP, width, brand.height(width)))
    place = Area(_MARGIN, _TOP + below, width, _WORDS_END - _TOP - below)
    Centred(fitting_title(poster, theme, _TITLE, place.width, place.height)).paint(canvas, place)
    if panels:
        box = Centred(arranged(poster, *shown_on_card(poster)))
        box.paint(canvas, Area(WIDTH - _MARGIN - _PANELS, _TOP, _PANELS, _PANELS_END - _TOP))
    _foot(poster, theme).paint(canvas, Area(_MARGIN, 562, WIDTH - 2 * _MARGIN, 36))
    return canvas


def shown_on_card(poster: Poster) -> tuple[tuple[Panel, ...], float]:
    """Return the panels a card shows, and the scale of their type."""
    order = sorted(
        (at for at, panel in enumerate(poster.panels) if isinstance(panel, _TELLING)),
        key=lambda at: (_TELLING.index(type(poster.panels[at])), at),
    )
    return choice(
        poster.panels,
        order,
        _MOST_PANELS,
        lambda panels, scale: arranged(poster, panels, scale),
        lambda box, _left, _scale: box.height(_PANELS) <= _PANELS_END - _TOP,
    )


def arranged(poster: Poster, panels: Sequence[Panel], scale: float) -> Box:
    """Return panels one below the other."""
    return Stack(rows(panels, _theme(poster, scale)), GAP * 0.8)


def _theme(poster: Poster, scale: float) -> Theme:
    return Theme(scale, language=poster.language, wording=poster.wording)


def _landscape(canvas: Canvas, *, has_panels: bool) -> None:
    """Draw the landscape: behind panels only its sun and hills, where there are none all of it."""
    land = Area(0, 424, WIDTH, 150)
    if has_panels:
        sun(canvas, 890, 262, 250)
    else:
        sun(canvas, 930, 330, 216)
    hills(canvas, land)
    if not has_panels:
        twig(canvas, (965, 566), 480, -0.09, CREAM)
        twig(canvas, (1128, 572), 230, 0.1, CREAM)
        twig(canvas, (790, 572), 170, -0.16, CREAM)
    canvas.rectangle(Area(0, 566, WIDTH, HEIGHT - 566), FOREST)
    ground(canvas, Area(0, 470, WIDTH, 97), FOREST)


def _foot(poster: Poster, theme: Theme) -> Box:
    """Return sources and address on one line; the address is cut only where it is wider than the card."""
    whole, gap = WIDTH - 2 * _MARGIN, 40.0
    place = theme.strong(25, FOREST_INK)
    address = shortened(poster.address, place, whole, 1)
    own = min(address.natural_width() + 0.5, whole) if poster.address else 0
    rest = whole - own - gap
    if rest < 240:
        return Centred(address)
    sources = cited(poster.sources, theme.wording, theme.sans(SMALLEST - 1, FOREST_SOFT), rest, 1)
    end = Text.of(poster.address, place, align="end")
    return Columns([Centred(sources), Centred(end)], gap, [rest, own]) if own else Centred(sources)
