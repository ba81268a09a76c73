"""What the points of a list have in common: a label each, figures of one unit, steps to take."""

import re
from collections.abc import Sequence
from decimal import Decimal

from blog.importing.document import Bar, TitledText, plain_text
from blog.importing.structure.infographic import lines as wording
from qnwellness.nutrition.amounts import find_amounts
from qnwellness.nutrition.units import UNITS

# What the fields of panels hold at most.
TITLE, LABEL, AMOUNT, POINT, TEXT = 120, 80, 120, 300, 600

_STRONG = re.compile(r"\s*<strong>(?P<label>[^<>]+)</strong>\s*(?P<rest>.*)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]?\s+(?=\S)")
_FEWEST, _MOST_BARS = 2, 8
_SHARE = Decimal(100)


def labelled(html: str) -> tuple[str, str] | None:
    """Label and rest of a point: by bold type at its beginning, by a colon or by a dash; None without one."""
    match = _STRONG.match(html)
    if match:
        label = plain_text(match["label"]).rstrip(":–— ")
        rest = plain_text(match["rest"]).lstrip(":–— ")
        if label and rest and not rest.startswith("-"):
            return label, rest
        if label and rest.lstrip("- "):
            return label, rest.lstrip("- ")
        return None
    return wording.label_of(plain_text(html))


def bars_of(rows: Sequence[tuple[str, str]]) -> tuple[str, tuple[Bar, ...]] | None:
    """The unit and the bars of (label, figure), or None unless every one is exactly one figure of one unit."""
    if not _FEWEST <= len(rows) <= _MOST_BARS:
        return None
    units: set[str] = set()
    bars: list[Bar] = []
    for label, written in rows:
        found = _figure(written)
        if found is None or not 0 < len(label) <= LABEL:
            return None
        unit, low, high = found
        units.add(unit)
        if unit == "%" and (high or low) > _SHARE:
            return None
        bars.append(Bar(label, written, low, high))
    return (units.pop(), tuple(bars)) if len(units) == 1 else None


def _figure(text: str) -> tuple[str, Decimal, Decimal | None] | None:
    """Unit, value and upper end of a text that is one figure and nothing else."""
    text = text.strip().rstrip(".")
    amounts = find_amounts(text)
    # A billion is part of how the unit of bacteria is spelled, and would be lost.
    if len(amounts) != 1 or "illion" in text or not text[:1].isdigit():
        return None
    (amount,) = amounts
    whole = amount.start == 0 and amount.end == len(text)
    turned = amount.high is not None and amount.high <= amount.low
    return (amount.unit, amount.low, amount.high) if whole and not turned and amount.unit in UNITS else None


def step_of(html: str) -> TitledText | None:
    """A step as a title and a sentence about it; None if no part of it is short enough for a title."""
    parts = labelled(html)
    text = plain_text(html)
    if parts and len(parts[0]) <= TITLE and len(parts[1]) <= TEXT:
        return TitledText(*parts)
    if len(text) <= TITLE:
        return TitledText(text, "")
    end = _SENTENCE_END.search(text)
    if end and end.start() <= TITLE and len(text) - end.end() <= TEXT:
        return TitledText(text[: end.start()], text[end.end() :])
    return None


def steps_of(items: Sequence[str]) -> tuple[TitledText, ...] | None:
    """The steps of a numbered list, or None if one of them cannot be a step."""
    steps = [step_of(item) for item in items]
    found = tuple(step for step in steps if step is not None)
    return found if len(found) == len(steps) >= _FEWEST else None


def sentences(text: str, most: int) -> list[str] | None:
    """A text in pieces of at most so many characters, cut where sentences end; None if that is not possible."""
    pieces: list[str] = []
    for sentence in _SENTENCE_END.split(text) if len(text) > most else [text]:
        if len(sentence) > most:
            return None
        if pieces and len(pieces[-1]) + 1 + len(sentence) <= most:
            pieces[-1] += f" {sentence}"
        else:
            pieces.append(sentence)
    return pieces
