"""What a figure in a sentence would be as a fact: its numbers, a statement and a nutrient. Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from qnwellness.nutrition.amounts import find_amounts
from qnwellness.nutrition.figures import Figure
from qnwellness.nutrition.nutrients import NUTRIENTS

LONGEST_STATEMENT = 200
# Longer than any selection that is one figure.
_LONGEST_SELECTION = 200

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,9}(?:\.\d{1,4})?)"
_BARE = re.compile(
    rf"(?<![\w.,])(?<!\w[-–])({_NUMBER})(?:\s{{0,2}}(?:-|–|—|to|and)\s{{0,2}}({_NUMBER}))?(?![\w.,]*\d)(?!\w)"
)
# Words before a figure that say how sure it is, and what is left of it behind. They go with it.
_BEFORE = re.compile(
    r"(?:\b(?:about|around|approximately|roughly|nearly|almost|only|just|up to|at least|at most|over|under|ca\.?"
    r"|more than|less than|between|from|some)|[~≈<>≤≥(])\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^\s*(?:\)|of\b)?\s*")
# Little words that lead to the figure and to nothing else, and what shows that.
_LEADING = re.compile(r"\s(?:of|at|by|to|is|are)$", re.IGNORECASE)
_LED_ELSEWHERE = re.compile(r"(?:(?:for|in|with|a|per|each|daily|and|or)\b|[,;.:]|$)", re.IGNORECASE)
_NAMES = {name.casefold(): nutrient for nutrient, names in NUTRIENTS.items() for name in names}
_NUTRIENT = re.compile(
    rf"(?<!\w)({'|'.join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure in a text, and where in it."""

    figure: Figure
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the form of a new fact is filled with."""

    figure: Figure
    statement: str
    nutrient: str


def figure_in(text: str) -> FoundFigure | None:
    """Return the first figure in a text: one with a unit, or else a bare number or range. None without any.

    "10 billion CFU" is none: a fact has no unit for it.
    """
    text = text[:_LONGEST_SELECTION]
    for amount in find_amounts(text):
        if "billion" in text[amount.start : amount.end].casefold():
            return None
        return FoundFigure(_figure(amount.low, amount.high, amount.unit), amount.start, amount.end)
    bare = _BARE.search(text)
    if bare is None:
        return None
    low, high = (Decimal(number.replace(",", "")) if number else None for number in bare.groups())
    return FoundFigure(_figure(low or Decimal(0), high, ""), bare.start(), bare.end())


def propose(figure: Figure, before: str, after: str) -> Proposal:
    """Return a fact for a figure, from the words of its sentence before and after it."""
    before, after = " ".join(before.split()), " ".join(after.split())
    return Proposal(figure, _statement(before, after), nutrient_near(before, after))


def nutrient_near(before: str, after: str) -> str:
    """Return the nutrient named closest to a figure; of two as close the one behind it. Empty without any."""
    behind = _NUTRIENT.search(after)
    ahead = max(_NUTRIENT.finditer(before), key=lambda match: match.end(), default=None)
    if behind and (ahead is None or behind.start() <= len(before) - ahead.end()):
        return _NAMES[behind[1].casefold()]
    return _NAMES[ahead[1].casefold()] if ahead else ""


def _figure(low: Decimal, high: Decimal | None, unit: str) -> Figure:
    return Figure(low, None if high == low else high, unit)


def _statement(before: str, after: str) -> str:
    """Return a sentence without its figure, as short as a statement is."""
    while hedge := _BEFORE.search(before):
        before = before[: hedge.start()]
    before, rest = before.rstrip(), _AFTER.sub("", after)
    if _LED_ELSEWHERE.match(rest):
        before = _LEADING.sub("", before)
    words = f"{before} {rest}".strip().rstrip(".!?…;:, ")
    words = re.sub(r"\s+([,;:.)])", r"\1", words).lstrip(",;:) ")
    if len(words) > LONGEST_STATEMENT:
        words = words[: LONGEST_STATEMENT - 1].rpartition(" ")[0].rstrip(",;: ") + "…"
    return words[:1].upper() + words[1:]
