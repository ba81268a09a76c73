"""Nutrient reference values of adults, a day: rows of reference_values.csv, and what share of them an amount is.

The values of Regulation (EU) No 1169/2011, Annex XIII, part A, with the names a label has for each nutrient. A row
whose value was not compared with the regulation (`checked` is "no") is kept to be completed; no share is counted
from it.
"""

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from qnwellness.nutrition.figures import Figure, in_unit
from qnwellness.nutrition.intakes import Checked

_TABLE = Path(__file__).with_suffix(".csv")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
# What a nutrient is bound to, or stands in, where an amount is not that of the nutrient: salts and esters end in
# these, and an extract or a yeast holds more than what it is named for. Of the words that only look so, see below.
_COMPOUND = re.compile(
    r"\w(?:ate|ide|ite|yl)\b|hydrochloride|\bHCl\b|hydroxyapatite|methionine"
    r"|\b(?:extract|powder|yeast|complex|algae|coral|shell)\b",
    re.IGNORECASE,
)
_NUTRIENTS_THEMSELVES = re.compile(r"\b(?:methyl)?folate\b|\bni(?:acin|cotin)amide\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReferenceValue:
    """How much of a nutrient labels count as a whole day's. `date` is the year of the source."""

    nutrient: str
    figure: Figure
    names: tuple[str, ...]
    source: str
    date: int
    checked: Checked


@cache
def reference_values() -> dict[str, ReferenceValue]:
    """Return every row of the table by its nutrient, in its order."""
    with _TABLE.open(encoding="utf-8", newline="") as rows:
        return {row["nutrient"]: _value(row) for row in csv.DictReader(rows)}


def share(nutrient: str, figure: Figure) -> Decimal | None:
    """Return how many percent of the reference value an amount of a nutrient is, as a whole number.

    None for a range, a unit that cannot be converted, and a nutrient without a value that was checked. Only an amount
    of the nutrient itself may be asked for, not that of its salt.
    """
    known = reference_values().get(nutrient)
    if known is None or known.checked == Checked.NO or figure.high is not None:
        return None
    amount = in_unit(figure, known.figure.unit, nutrient)
    return None if amount is None else (amount.low / known.figure.low * 100).quantize(Decimal(1))


def labelled(text: str) -> tuple[str, ...]:
    """Return the nutrients the words of a label name, in their order; a salt is named for its mineral."""
    words = " ".join(text.translate(_SUBSCRIPTS).split())
    found = (_BY_NAME[match[0].casefold()] for match in _NAME.finditer(words))
    return tuple(dict.fromkeys(found))


def is_compound(text: str) -> bool:
    """Tell whether the words of a label mean a salt, an ester or an extract, or may: "calcium L-aspartate"."""
    return len(labelled(text)) > 1 or _COMPOUND.search(_NUTRIENTS_THEMSELVES.sub("", text)) is not None


def _value(row: dict[str, str]) -> ReferenceValue:
    return ReferenceValue(
        nutrient=row["nutrient"],
        figure=Figure(Decimal(row["amount"]), None, row["unit"]),
        names=tuple(row["names"].split("|")),
        source=row["source"],
        date=int(row["date"]),
        checked=Checked(row["checked"]),
    )


_BY_NAME = {name.casefold(): value.nutrient for value in reference_values().values() for name in value.names}
_NAME = re.compile(
    rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(_BY_NAME, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
)
