"""Reference intakes of adults and the most that is held to be safe, as authorities give them: rows of intakes.csv.

Advice for editors, neither legal nor medical. A row says where its figure stands and of which year that is; one whose
figure was not read in its source (`checked` is "no") is kept to be completed and is never compared with.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

from qnwellness.nutrition.figures import Figure

# The day the rows were last compared with their sources.
VERSION = "2026-11-22"

_TABLE = Path(__file__).with_suffix(".csv")


class Kind(StrEnum):
    """What an authority says of an amount."""

    ALLOWANCE = "allowance"  # covers the needs of nearly everybody (RDA, PRI)
    ADEQUATE = "adequate intake"  # is seen in healthy people, where no allowance can be set
    UPPER = "upper level"  # the most a day that is held to be safe
    SAFE = "safe level"  # the same, where too little is known to set an upper level
    MAXIMUM = "supplement maximum"  # the most a supplement may hold by law


class Scope(StrEnum):
    """What counts towards an amount."""

    ALL = "all"
    SUPPLEMENTS = "supplements"  # what is added or taken beside ordinary food


class Checked(StrEnum):
    """How well a figure is known."""

    YES = "yes"  # read in the source that is named
    SECONDARY = "secondary"  # read in another publication that quotes it
    NO = "no"  # neither


@dataclass(frozen=True, slots=True)
class Intake:
    """What an authority says of one nutrient, a day. `date` is the year of the source."""

    nutrient: str
    authority: str
    kind: Kind
    figure: Figure
    population: str
    scope: Scope
    source: str
    date: int
    checked: Checked

    @property
    def is_limit(self) -> bool:
        """Tell whether more than this is held to be too much."""
        return self.kind in {Kind.UPPER, Kind.SAFE, Kind.MAXIMUM}


@cache
def intakes() -> tuple[Intake, ...]:
    """Return every row of the table, in its order."""
    with _TABLE.open(encoding="utf-8", newline="") as rows:
        return tuple(_intake(row) for row in csv.DictReader(rows))


def limits_of(nutrient: str, *, is_supplement: bool, is_older: bool = False) -> tuple[Intake, ...]:
    """Return what more than which is too much of a nutrient, from rows that were checked, the lowest first.

    Limits of supplements count where one is spoken of (`is_supplement`). Of rows of an authority that part adults by
    age, those over 50 count where they are spoken of (`is_older`), else the others.
    """
    rows = (
        row for row in intakes() if row.nutrient == nutrient and row.is_limit and row.checked != Checked.NO
    )
    fitting = (row for row in rows if is_supplement or row.scope == Scope.ALL)
    return tuple(sorted(_of_age(fitting, is_older), key=lambda row: row.figure.low))


def _of_age(rows: Iterable[Intake], is_older: bool) -> Iterable[Intake]:
    left_out = "adults 19-50" if is_older else "adults over 50"
    return (row for row in rows if row.population != left_out)


def _intake(row: dict[str, str]) -> Intake:
    high = Decimal(row["high"]) if row["high"] else None
    return Intake(
        nutrient=row["nutrient"],
        authority=row["authority"],
        kind=Kind(row["kind"]),
        figure=Figure(Decimal(row["low"]), high, row["unit"]),
        population=row["population"],
        scope=Scope(row["scope"]),
        source=row["source"],
        date=int(row["date"]),
        checked=Checked(row["checked"]),
    )
