"""Bars as they are drawn: lengths along an axis in per cent of it, and what is written at its marks. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.numbers import format_compact_decimal

from qnwellness.nutrition.figures import Figure, unit_word, written

from .scale import Scale, scale

# An axis that reaches this far has numbers with too many digits for a narrow screen.
_LONG = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """Lengths from zero in per cent of the axis: to the lower end, from there to the upper one, and to both."""

    low: str
    span: str
    top: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the axis: its place in per cent of the axis, and what is written there."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn of some figures; `unit` is what the axis is measured in where the marks do not say it."""

    bars: tuple[DrawnBar, ...]
    marks: tuple[Mark, ...]
    unit: str
    has_ranges: bool


def chart(figures: Iterable[Figure], unit: str, language: str = "en") -> Chart:
    """Return how figures of one unit are drawn side by side, to scale from zero.

    Raises babel.UnknownLocaleError for a language CLDR does not know.
    """
    figures = list(figures)
    axis = scale((figure.top for figure in figures), unit)
    bars = (
        DrawnBar(
            _percent(axis.share(figure.low)),
            _percent(axis.share(figure.top) - axis.share(figure.low)),
            _percent(axis.share(figure.top)),
        )
        for figure in figures
    )
    texts = mark_texts(axis, unit, language)
    marks = (Mark(_percent(axis.share(tick)), text) for tick, text in zip(axis.ticks, texts, strict=True))
    return Chart(
        bars=tuple(bars),
        marks=tuple(marks),
        unit="" if unit == "%" else unit_word(Figure(axis.end, None, unit)),
        has_ranges=any(figure.high is not None for figure in figures),
    )


def mark_texts(axis: Scale, unit: str, language: str = "en") -> list[str]:
    """Return what is written at the marks of an axis: percentages with their sign, other numbers bare.

    The numbers of a long axis are shortened, all of them: "0", "5K", "10K".
    """
    if unit == "%":
        return [written(Figure(tick, None, unit), language) for tick in axis.ticks]
    locale = Locale.parse(language, sep="-")
    if axis.end >= _LONG:
        return [format_compact_decimal(tick, locale=locale, fraction_digits=1) for tick in axis.ticks]
    return [written(Figure(tick), language) for tick in axis.ticks]


def _percent(share: float) -> str:
    return f"{share * 100:.3f}".rstrip("0").rstrip(".")
