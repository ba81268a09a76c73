"""Amounts in running text: "1,000-5,000 IU daily", "200–400 mg", "1 capsule twice daily"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from qnwellness.nutrition.units import SPELLINGS, unit_of

_WORDS = ("one", "two", "three", "four", "five", "six")
_COUNTS = {word: Decimal(count) for count, word in enumerate(_WORDS, 1)}
_COUNTS |= {
    "half an": Decimal("0.5"),
    "half a": Decimal("0.5"),
    "half": Decimal("0.5"),
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
}

# Every quantifier on digits or white space is bounded, so that no text can make the search slow. Thousands are parted
# by a comma or a space that does not break; by a plain space where the next digit is 0, with which no number begins.
_THOUSANDS = r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3}| 0\d{2}){1,4}(?!\d)"
_NUMBER = rf"{_THOUSANDS}|\d{{1,9}}(?:\.\d{{1,4}})?|{'|'.join(_COUNTS)}"
_GAP = r"[\s\u00a0]{0,2}"
_UNIT = "|".join(re.escape(spelling).replace(r"\ ", r"\s") for spelling in SPELLINGS)
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<low>{_NUMBER})"
    rf"(?:(?:{_GAP}(?:{_UNIT}))?{_GAP}(?:-|–|—|\bto\b|\band\b){_GAP}(?P<high>{_NUMBER}))?"
    rf"{_GAP}-?(?:(?:small|large|medium|level|heaped|full|big)\s)?(?P<unit>{_UNIT})(?![\w])",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\b(?:daily|weekly|nightly|once|twice"
    r"|(?:a|per|every|each|times a)\s(?:day|night|week|month|meal|morning|evening)"
    r"|(?:before|after|with|at)\s(?:bed|bedtime|meals|food|breakfast|dinner))\b",
    re.IGNORECASE,
)
_TAKING = frozenset(("once", "twice", "apply", "take", "use"))
_OPENINGS = """
    up to about every daily one two around at least from between approximately roughly ca circa max maximum min
    minimum no more than less over under typically usually start with aim for drink try a an the of adults children
    women men
"""
_OPENING = _TAKING | set(_OPENINGS.split())
_COUNTED = frozenset(
    ("%", "cup", "day", "dose", "glass", "hour", "minute", "month", "serving", "step", "time", "week")
)
_LONGEST_LINE = 130
_LONGEST_SENTENCE = 12


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure or a range of figures with its unit; `start` and `end` are its place in the text."""

    low: Decimal
    high: Decimal | None
    unit: str
    start: int
    end: int


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount in a text, in order."""
    return tuple(_amount(match) for match in _AMOUNT.finditer(text))


def parse_amount(text: str) -> Amount | None:
    """The first amount in a text, or None."""
    match = _AMOUNT.search(text)
    return _amount(match) if match else None


def is_amount_line(text: str) -> bool:
    """Whether a line says how much of something: an amount with little before it, or how often to take it."""
    if not text or len(text) > _LONGEST_LINE:
        return False
    words = text.split()
    if text.rstrip().endswith((".", "!", "?")) and len(words) > _LONGEST_SENTENCE:
        return False
    amount = parse_amount(text)
    if amount is None:
        return _speaks_of_taking(words)
    if _is_a_count(amount) and _reads_like_a_title(text):
        return False
    return _opens_an_amount(text[: amount.start], text[amount.end :])


def _is_a_count(amount: Amount) -> bool:
    """Whether the unit is one that titles count as well: "30 Days to Better Rest", "Two Cups, One Hour"."""
    return amount.unit in _COUNTED


def _reads_like_a_title(text: str) -> bool:
    """Whether three or more words begin with capitals and hardly any without."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3 or word[0].isupper()]
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) >= 3 and len(words) - len(capitals) <= 1


def _opens_an_amount(before: str, after: str) -> bool:
    """Whether the words before the figure are a label or an opening such as "up to"."""
    label, colon, opening = before.rpartition(":")
    if colon and len(label) > 60:
        return False
    words = [word.strip("~≈<>≤≥.,(+").casefold() for word in opening.split()]
    unusual = [word for word in words if word and word not in _OPENING]
    if not unusual:
        return True
    return len(unusual) <= 3 and len(words) <= 5 and _OFTEN.search(after) is not None


def _speaks_of_taking(words: list[str]) -> bool:
    """Whether a line without a figure says how often: "Apply twice daily", "Once a day"."""
    often = [match.group() for match in _OFTEN.finditer(" ".join(words))]
    return 1 < len(words) <= 8 and words[0].strip(":").casefold() in _TAKING and len(often) > 0


def _amount(match: re.Match[str]) -> Amount:
    high = match["high"]
    return Amount(
        low=_number(match["low"]),
        high=_number(high) if high else None,
        unit=unit_of(match["unit"].replace("\u00a0", " ")) or match["unit"],
        start=match.start(),
        end=match.end(),
    )


def _number(text: str) -> Decimal:
    return _COUNTS.get(text.casefold()) or Decimal(re.sub(r"[,\s]", "", text))
