"""Values of one unit side by side, drawn to scale from zero."""

from dataclasses import dataclass
from decimal import Decimal

from babel import UnknownLocaleError

from qnwellness.nutrition.figures import Figure, unit_word

from ...chart import mark_texts
from ...scale import Scale, scale
from ..boxes.arranging import Centred, Columns, Flow, Gap, Marked, Stack
from ..boxes.bar import Axis, DrawnBar, Key
from ..boxes.box import Box, Nothing
from ..boxes.line import Style
from ..boxes.suiting import Suited
from ..boxes.text import Text
from ..boxes.theme import SMALLEST, SOFT, TEXT, TONES, Theme, Tone
from .frame import below_heading, framed, heading

_WIDE = 640.0
_MOST_LABEL, _MOST_FIGURE = 0.34, 0.24


@dataclass(frozen=True, slots=True)
class Bar:
    """A value, or a range from `low` to `high`; `figure` is how it is written, with its unit."""

    label: str
    low: Decimal
    high: Decimal | None
    figure: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Two or more values of one unit; `unit` is the sign on the axis, "%" for shares of 100."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    note: str = ""


def drawing(panel: Bars, theme: Theme) -> Box:
    """Return it as drawn: bars on one axis from zero, ranges as ranges, their figures as text, and a legend."""
    axis = axis_of(panel)
    note = Text.of(panel.note, theme.sans(SMALLEST, SOFT))
    chart = Suited(lambda width: _chart(panel, axis, theme, width))
    body = Stack([chart, _legend(panel, theme), note], theme.px(16))
    return framed(below_heading(heading(panel.title, theme), body, theme), theme)


def telling(panel: Bars) -> list[str]:
    """Return it in words."""
    return [*(f"{bar.label}: {bar.figure}" for bar in panel.bars), panel.note]


def axis_of(panel: Bars) -> Scale:
    """Return the scale its bars are drawn to."""
    return scale((bar.low if bar.high is None else bar.high for bar in panel.bars), panel.unit)


def _chart(panel: Bars, axis: Scale, theme: Theme, width: float) -> Box:
    """Return rows of label, bar and figure, the bar below its words where there is little room."""
    labels = [Text.of(bar.label, theme.sans(TEXT - 1)) for bar in panel.bars]
    figures = [Text.of(bar.figure, theme.strong(TEXT), align="end") for bar in panel.bars]
    drawn = [_drawn(bar, axis, TONES[(at + 1) % len(TONES)], theme) for at, bar in enumerate(panel.bars)]
    ticks = Axis(_marks(panel, axis, theme.language), theme.sans(SMALLEST, SOFT))
    gap = theme.px(22)
    label = _column(labels, width * (_MOST_LABEL if width >= theme.px(_WIDE) else 0.62))
    figure = _column(figures, width * (_MOST_FIGURE if width >= theme.px(_WIDE) else 0.36))
    if width >= theme.px(_WIDE):
        shares = [label, width - label - figure - 2 * gap, figure]
        boxes = zip(labels, drawn, figures, strict=True)
        rows: list[Box] = [Columns([Centred(box) for box in row], gap, shares) for row in boxes]
        return Stack([Stack(rows, theme.px(18)), Columns([Gap(), ticks, Gap()], gap, shares)], theme.px(8))
    shares = [width - figure - gap, figure]
    pairs = zip(labels, figures, drawn, strict=True)
    rows = [Stack([Columns([words, value], gap, shares), bar], theme.px(6)) for words, value, bar in pairs]
    return Stack([Stack(rows, theme.px(18)), ticks], theme.px(6))


def _column(texts: list[Text], most: float) -> float:
    """Return the width of a column of texts; a little more than needed, as sums are rounded."""
    return min(max((text.natural_width() for text in texts), default=0) + 0.5, most)


def _drawn(bar: Bar, axis: Scale, tone: Tone, theme: Theme) -> DrawnBar:
    top = None if bar.high is None else axis.share(bar.high)
    return DrawnBar(axis.share(bar.low), top, [axis.share(tick) for tick in axis.ticks], tone, theme.px(32))


def _marks(panel: Bars, axis: Scale, language: str) -> list[tuple[float, str]]:
    try:
        texts = mark_texts(axis, panel.unit, language)
    except (UnknownLocaleError, ValueError):
        texts = mark_texts(axis, panel.unit)
    return [(axis.share(tick), text) for tick, text in zip(axis.ticks, texts, strict=True)]


def _legend(panel: Bars, theme: Theme) -> Box:
    """Return what solid and striped mean, where there are ranges, and the unit, where the axis does not say it."""
    style, words = theme.sans(SMALLEST, SOFT), theme.wording
    boxes: list[tuple[float, Box]] = []
    if any(bar.high is not None and bar.high > bar.low for bar in panel.bars):
        boxes = [_key(words.at_least, style, theme, False), _key(words.up_to, style, theme, True)]
    if panel.unit and panel.unit != "%":
        unit = unit_word(Figure(axis_of(panel).end, None, panel.unit))
        text = Text.of(words.scale_in.replace("{unit}", unit), style)
        boxes.append((text.natural_width() + 0.5, text))
    return Flow(boxes, theme.px(30)) if boxes else Nothing()


def _key(meaning: str, style: Style, theme: Theme, is_range: bool) -> tuple[float, Box]:
    size, gap, text = theme.px(24), theme.px(12), Text.of(meaning, style)
    sign = Key(TONES[1], size, is_range=is_range)
    return size + gap + text.natural_width() + 0.5, Marked(sign, size, text, gap, style.line)
