"""The panels of an infographic as an import makes them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class TitledText:
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Dose:
    substance: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Nutrient:
    type: ClassVar[str] = "nutrient"
    title: str
    points: tuple[str, ...]
    sources_label: str = ""
    sources: str = ""


@dataclass(frozen=True, slots=True)
class Synergy:
    type: ClassVar[str] = "synergy"
    title: str
    points: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class Dosage:
    type: ClassVar[str] = "dosage"
    title: str
    doses: tuple[Dose, ...]


@dataclass(frozen=True, slots=True)
class Benefits:
    type: ClassVar[str] = "benefits"
    title: str
    benefits: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class CallToAction:
    type: ClassVar[str] = "call_to_action"
    title: str
    text: str
    handle: str | None = None
    link: str = ""
    link_label: str = ""


@dataclass(frozen=True, slots=True)
class Statistic:
    type: ClassVar[str] = "statistic"
    title: str
    figure: str
    context: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A value, or a range from `low` to `high`; `written` is the figure as the text has it."""

    label: str
    written: str
    low: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Values of one unit, which is one of `qnwellness.nutrition.units.UNITS`."""

    type: ClassVar[str] = "bars"
    title: str
    unit: str
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in their order; the text of one may be empty."""

    type: ClassVar[str] = "steps"
    title: str
    steps: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    type: ClassVar[str] = "checklist"
    title: str
    do_label: str
    do: tuple[str, ...]
    avoid_label: str
    avoid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Named columns and rows of as many cells; the first cell names its row."""

    type: ClassVar[str] = "comparison"
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Panel = (
    Nutrient | Synergy | Dosage | Benefits | Statistic | Bars | Steps | Checklist | Comparison | CallToAction
)
