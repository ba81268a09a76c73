"""Values of one unit side by side, drawn to scale from zero."""

from dataclasses import dataclass
from decimal import Decimal


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
