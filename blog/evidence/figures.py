"""Figures with a unit in a sentence, as people type them. For English.

Only what is measured counts: masses, volumes, international units, energies, shares. Years, ages, counts and times have
no such unit; a concentration ("mg/dl"), a price or a confidence interval is another kind of figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from qnwellness.nutrition.figures import Figure
from qnwellness.nutrition.units import unit_of

from .clauses import clause_around
from .owners import Owners


class Sense(StrEnum):
    """How a figure is meant: as it stands, as a bound, or as a change."""

    AS_IT_STANDS = ""
    AT_MOST = "most"
    AT_LEAST = "least"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure somebody typed: its words stand in the text from `start` to `end`.

    `nutrient` is what it is an amount of, None where that is not said or is none the site knows. `salt` holds the words
    of a salt that was weighed instead of its element. `clause` is the part of the sentence that speaks of it.
    """

    figure: Figure
    start: int
    end: int
    words: str
    nutrient: str | None = None
    clause: str = ""
    sense: Sense = Sense.AS_IT_STANDS
    salt: str = ""


# Every quantifier on digits or white space is bounded, so that no text can make the search slow. Thousands are parted
# by a comma or a space that does not break: a plain space may part two numbers ("omega 3 500 mg"), but not before 0.
_NUMBER = r"(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3}| 0\d{2}){1,3}(?![\d,]\d)|\d{1,7}(?:\.\d{1,4})?)(?!\d)"
_GAP = r"[\s\u00a0\u202f\u2009]{0,2}"
_UNIT = (
    r"(?:(?i:mcgs?|micrograms?|milligrams?|grams?|kilograms?|mg|kg|mmol|kcal|kilocalories|calories|kj|ml|iu|i\.u\.?)"
    r"|(?i:international\sunits?|per\scent|percent|billion\scfus?|cfus?|millilit(?:er|re)s?|lit(?:er|re)s?)"
    r"|[uµμ]g|[glL](?!-[a-z])|%)(?!\w)"
)
_FIGURE = re.compile(
    rf"(?<![\w.,/$€£¥#])(?P<low>{_NUMBER})"
    rf"(?:(?:{_GAP}-?(?P<low_unit>{_UNIT}))?{_GAP}(?P<joint>[-‐‑‒–—−]|\bto\b|\band\b|\bor\b){_GAP}(?P<high>{_NUMBER}))?"
    rf"{_GAP}-?(?P<unit>{_UNIT})"
)
_MASSES = {"µg": Decimal(1), "mg": Decimal(10**3), "g": Decimal(10**6), "kg": Decimal(10**9)}

# How much before and behind a figure can say what it is.
_ROOM = 40
_BETWEEN = re.compile(r"\b(?:between|anywhere from)\s{1,2}$", re.IGNORECASE)
_CHANGING = re.compile(
    r"\b(?:rose|rise[sn]?|rising|fell|falls?|fallen|dropp?\w*|grew|grown?|climb\w*|went|increas\w+|decreas\w+|reduc\w+"
    r"|improv\w+|lower\w*|rais\w+|cut|declin\w+|jump\w*)\b[^.;]{0,40}\bfrom\s{1,2}$",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s?/\s?(?!d(?:ay)?\b|night\b|serving|capsule|tablet|portion|dose)"
    r"|\s(?:per|for each|for every|a|each)\s(?:kg|kilo|kilogram|pound|lb|\d|dl|decilit|lit(?:er|re)|ml|millilit)",
    re.IGNORECASE,
)
_BASIS = re.compile(r"(?:\bper|\beach|\bevery|/)\s{0,2}$", re.IGNORECASE)
_NO_SHARE = re.compile(
    r"\s?(?:CI\b|confidence|credible|off\b|discount|rebate|sale\b|refund|cash|GST|VAT|tax|interest|APR|commission|power\b)",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\b(?:save|saving|discount of|GST|VAT|tax|interest)\s(?:of\s|up to\s)?$", re.IGNORECASE)
_AT_MOST = re.compile(
    r"(?:\b(?:up to|at most|(?:no|not) more than|less than|under|below|within|max(?:imum)?(?: of)?|as much as"
    r"|(?:not|n[’']t) exceed|exceeding|lower than)|[<≤])\s{0,2}$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"(?:\b(?:at least|over|more than|above|min(?:imum)?(?: of)?|no less than|as little as|upwards of)|[>≥])\s{0,2}$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s(?:about\s|around\s|up to\s|over\s|some\s|roughly\s)?$", re.IGNORECASE)
_MORE = re.compile(
    r"\s(?:more|less|fewer|higher|lower|greater|smaller|better|worse|faster|slower|reduction|increase|decrease|drop"
    r"|improvement|rise|gain|loss|decline|cut)\b",
    re.IGNORECASE,
)


def figures_in(text: str, around: str = "") -> tuple[StatedFigure, ...]:
    """Return every figure with a unit in a sentence, in order.

    `around` are words that say what the sentence is about where it does not: the sentence before, a title.
    """
    found = [found for match in _FIGURE.finditer(text) for found in _found(match)]
    owners = Owners(text, [(start, end, figure.unit) for figure, start, end in found], around)
    ends = [0, *(end for _figure, _start, end in found)]
    starts = [*(start for _figure, start, _end in found[1:]), len(text)]
    return tuple(
        _stated(text, one, owner, clause_around(text, one[1:], after, before))
        for one, owner, after, before in zip(found, owners.all(), ends, starts, strict=False)
    )


_Found = tuple[Figure, int, int]
_Owner = tuple[str | None, str]


def _stated(text: str, found: _Found, owner: _Owner, clause: tuple[int, int]) -> StatedFigure:
    figure, start, end = found
    begin, finish = clause
    sense = _sense(text[max(0, start - _ROOM) : start], text[end : end + _ROOM], figure.unit)
    return StatedFigure(figure, start, end, text[start:end], owner[0], text[begin:finish], sense, owner[1])


def _sense(before: str, after: str, unit: str) -> Sense:
    if _BY.search(before) or (unit == "%" and _MORE.match(after)):
        return Sense.CHANGE
    if _AT_MOST.search(before):
        return Sense.AT_MOST
    return Sense.AT_LEAST if _AT_LEAST.search(before) else Sense.AS_IT_STANDS


def _found(match: re.Match[str]) -> Iterator[_Found]:
    text, unit = match.string, _unit(match["unit"])
    before = text[max(0, match.start() - _ROOM) : match.start()]
    after = text[match.end() : match.end() + _ROOM]
    if _is_no_measurement(match, unit, before, after):
        return
    if match["high"] is None:
        yield Figure(_number(match["low"]), None, unit), match.start(), match.end()
        return
    high = _number(match["high"])
    low_unit = _unit(match["low_unit"]) if match["low_unit"] else unit
    low = _converted(_number(match["low"]), low_unit, unit)
    if _is_range(match, before) and low is not None and low < high:
        yield Figure(low, high, unit), match.start(), match.end()
        return
    if match["low_unit"] or match["joint"] in {"and", "or", "to"}:
        end = match.end("low_unit") if match["low_unit"] else match.end("low")
        yield Figure(_number(match["low"]), None, low_unit), match.start(), end
    yield Figure(high, None, unit), match.start("high"), match.end()


def _is_range(match: re.Match[str], before: str) -> bool:
    if match["joint"] == "and":
        return _BETWEEN.search(before) is not None
    return match["joint"] != "or" and not (match["joint"] == "to" and _CHANGING.search(before))


def _is_no_measurement(match: re.Match[str], unit: str, before: str, after: str) -> bool:
    if _RATE.match(after) or _BASIS.search(before):
        return True
    if unit != "%":
        return False
    # "100% plant-based" is a figure of speech, "100% of the allowance" is not.
    is_speech = match["low"] == "100" and match["high"] is None and not after.startswith(" of ")
    return is_speech or _NO_SHARE.match(after) is not None or _PRICE.search(before) is not None


def _converted(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """Return a value in another unit of its kind, or None for another kind."""
    if unit == wanted:
        return value
    if unit in _MASSES and wanted in _MASSES:
        return value * _MASSES[unit] / _MASSES[wanted]
    return None


def _unit(spelling: str) -> str:
    spelling = spelling.replace("\u00a0", " ")
    known = unit_of(spelling) or unit_of(spelling.removesuffix("s")) or unit_of(f"{spelling}.")
    return known or "IU"


def _number(text: str) -> Decimal:
    return Decimal(re.sub(r"[,\s]", "", text))
