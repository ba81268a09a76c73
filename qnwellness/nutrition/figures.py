"""A figure as it is known: a value or a range with its unit; how it is written, and whether two say the same.

Numbers and percentages are written as the language's readers do (Unicode CLDR, through Babel).
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import format_decimal

from qnwellness.nutrition.units import UNITS

# 1 µg of vitamin D is 40 IU. IOM, Dietary Reference Intakes for Calcium and Vitamin D (2011), glossary.
_IU_IN_A_MICROGRAM = {"vitamin D": Decimal(40)}
_IN_MICROGRAMS = {"µg": Decimal(1), "mg": Decimal(1000), "g": Decimal(10**6), "kg": Decimal(10**9)}

_NO_BREAK_SPACE = "\u00a0"
_EN_DASH = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, or a range from `low` to `high`, in a unit of `units.UNITS`; "" for a bare number."""

    low: Decimal
    high: Decimal | None = None
    unit: str = ""

    @property
    def top(self) -> Decimal:
        """The higher end, which is the value itself where there is no range."""
        return self.low if self.high is None else self.high


# A page writes each of its figures several times: in sentences, in its lists, in what it says to machines.
@lru_cache(maxsize=4096)
def written(figure: Figure, language: str = "en") -> str:
    """Return a figure as readers of a language write it: "1,000–5,000 IU", "30–40%".

    Raises babel.UnknownLocaleError for a language CLDR does not know.
    """
    locale = Locale.parse(language, sep="-")
    ends = [figure.low] if figure.high is None else [figure.low, figure.high]
    numbers = _EN_DASH.join(_number(end, locale) for end in ends)
    if figure.unit == "%":
        # In German there is a space before the sign, in English there is none.
        pattern = locale.percent_formats[None]
        return f"{pattern.prefix[0]}{numbers}{pattern.suffix[0]}"
    return f"{numbers}{_NO_BREAK_SPACE}{unit_word(figure)}" if figure.unit else numbers


def unit_word(figure: Figure) -> str:
    """Return the unit as it stands behind the figure: a sign, or a word in the right number."""
    spellings = UNITS.get(figure.unit, (figure.unit,))
    plural = spellings[1] if len(spellings) > 1 else ""
    is_word = plural in {f"{figure.unit}s", f"{figure.unit}es", f"{figure.unit.removesuffix('y')}ies"}
    return plural if is_word and figure.top != 1 else figure.unit


def normal(figure: Figure, nutrient: str = "") -> Figure:
    """Return a figure in the one unit its kind is compared in: masses in µg, and IU as the µg of its nutrient.

    A unit that cannot be converted stays as it is; so do IU of a nutrient whose IU are not known here.
    """
    factor = _IN_MICROGRAMS.get(figure.unit)
    if figure.unit == "IU" and nutrient in _IU_IN_A_MICROGRAM:
        factor = 1 / _IU_IN_A_MICROGRAM[nutrient]
    if factor is None:
        return figure
    return Figure(figure.low * factor, None if figure.high is None else figure.high * factor, "µg")


def normals(figure: Figure, nutrient: str = "") -> frozenset[Figure]:
    """Return what a figure can be in the units its kind is compared in: without a nutrient it may be IU of any."""
    nutrients = (nutrient,) if nutrient else ("", *_IU_IN_A_MICROGRAM)
    return frozenset(normal(figure, one) for one in nutrients)


def in_unit(figure: Figure, unit: str, nutrient: str = "") -> Figure | None:
    """Return a figure in another unit of its kind, IU of a nutrient included, or None where there is no way to it."""
    one = normal(Figure(Decimal(1), None, unit), nutrient)
    known = normal(figure, nutrient)
    if one.unit != known.unit:
        return None
    return Figure(known.low / one.low, None if known.high is None else known.high / one.low, unit)


def same_quantity(one: Figure, other: Figure, nutrient: str = "") -> bool:
    """Tell whether two figures are the same quantity: "1,000–5,000 IU" of vitamin D is "25–125 µg"."""
    return normal(one, nutrient) == normal(other, nutrient)


def _number(value: Decimal, locale: Locale) -> str:
    return format_decimal(value.normalize() + 0, locale=locale, decimal_quantization=False)
