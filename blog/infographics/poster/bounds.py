"""How much a poster may hold, whatever is stored: drawing it must take no longer than somebody waits for it.

What a form takes is never cut. Stored values are not cleaned again, though, and lists of points have no end.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from .panels.bars import Bar
from .value import Poster

# The longest text a form takes, by the name of the part. Of parts in which facts may stand it is half as much again,
# as the figure of today may be longer than the words that were stored with it.
LONGEST: Mapping[str, int] = MappingProxyType(
    {
        "title": 255,  # of an article or a product; panels allow less
        "subtitle": 200,
        "lead": 900,
        "figure": 90,
        "context": 450,
        "label": 80,
        "unit": 20,
        "substance": 120,
        "amount": 180,
        "note": 450,
        "points": 450,
        "do": 450,
        "avoid": 450,
        "do_label": 40,
        "avoid_label": 40,
        "sources_label": 40,
        "rows": 300,
        "columns": 255,
        "product": 255,
        "language": 20,
    }
)
_LONGEST_OF_ALL = 900

# Entries of one list, and characters of all panels together: some six thousand words, more than any article has.
MOST_ENTRIES = 60
MOST_IN_ALL = 40_000

# No amount of a nutrient has more digits before the point, in whatever unit.
MOST_DIGITS = 15


def bounded(poster: Poster) -> Poster:
    """Return a poster that can be drawn in time: long texts cut, with a sign for it, and lists ended.

    Panels are left out from the one on with which it would hold too much.
    """
    shown: Poster = _bounded(poster, "")
    panels, left = [], MOST_IN_ALL
    for panel in shown.panels:
        left -= _length(panel)
        if left < 0:
            break
        panels.append(panel)
    return replace(shown, panels=tuple(panels))


def _bounded(value: Any, name: str) -> Any:
    if isinstance(value, str):
        return _cut(value, LONGEST.get(name, _LONGEST_OF_ALL))
    if isinstance(value, tuple):
        kept = (part for part in value if not isinstance(part, Bar) or _can_be_drawn(part))
        return tuple(_bounded(part, name) for part, _place in zip(kept, range(MOST_ENTRIES), strict=False))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{part: _bounded(held, part) for part, held in parts.items()})
    return value


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _can_be_drawn(bar: Bar) -> bool:
    ends: list[Decimal] = [end for end in (bar.low, bar.high) if end is not None]
    return all(end.is_finite() and end.adjusted() < MOST_DIGITS for end in ends)


def _length(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple):
        return sum(map(_length, value))
    if is_dataclass(value) and not isinstance(value, type):
        return sum(_length(getattr(value, field.name)) for field in fields(value))
    return 0
