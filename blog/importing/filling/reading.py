"""The reading of a text that explains most of it: where the infographic's title stands, and then panel by panel.

What no panel explains is skipped, at a price, so that a stray line never spoils what is around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from blog.importing.document import HeadingElement
from blog.importing.filling.lines import is_figure, link_of
from blog.importing.filling.shapes import is_in_order, parts
from blog.importing.structure.infographic import lines as wording
from blog.importing.structure.infographic.panels import Stretch, heads
from blog.importing.structure.infographic.parts import Head, Kind, Part
from blog.importing.structure.shapes import Line

# Longer than any infographic; the bound keeps the time in proportion.
MOST_LINES = 1500
_LATEST_TITLE = 8
_TITLE, _SUBTITLE, _LEAD = 2.0, 0.3, 0.3
_CROSSING, _SAID_BEYOND = 1.4, 2.5
_SKIPPED, _SKIPPED_WORD, _DEAREST = 0.8, 0.02, 2.0
_LONGEST_TITLE, _LONGEST_SUBTITLE, _LONGEST_LEAD = 160, 200, 600


@dataclass(frozen=True, slots=True)
class Found:
    """The head, the panels and the lines that belong to neither."""

    head: Head | None = None
    parts: tuple[Part, ...] = ()
    skipped: tuple[Line, ...] = ()


def found_in(stretch: Stretch, bounds: Sequence[int] = ()) -> Found:
    """Return the best reading of all lines.

    `bounds` says of each line where the box it stands in ends; a panel rarely goes on beyond that.
    """
    ends = _from_the_end(stretch, bounds)
    best_score, best = ends[0][0], Found(None, *_followed(stretch, ends, 0))
    price = 0.0
    for start in range(min(_LATEST_TITLE, len(stretch.lines))):
        for head in heads(stretch, start):
            if not _may_head(stretch.lines, start, head):
                continue
            score = _worth(head) - price + ends[start + head.length][0]
            if score > best_score:
                found, skipped = _followed(stretch, ends, start + head.length)
                best_score = score
                best = Found(head, found, (*stretch.lines[:start], *skipped))
        price += _price(stretch.lines[start])
    return best


def _from_the_end(stretch: Stretch, bounds: Sequence[int]) -> list[tuple[float, Part | None]]:
    """For every line the best score from there to the end, and the panel that begins there if one does."""
    count = len(stretch.lines)
    ends: list[tuple[float, Part | None]] = [(0.0, None)] * (count + 1)
    for at in range(count - 1, -1, -1):
        best: tuple[float, Part | None] = (ends[at + 1][0] - _price(stretch.lines[at]), None)
        for part in parts(stretch, at):
            if at + part.length <= count and is_in_order(part):
                score = part.score + ends[at + part.length][0]
                if bounds and at + part.length > bounds[at]:
                    score -= _beyond(part, bounds[at] - at)
                if score > best[0]:
                    best = (score, part)
        ends[at] = best
    return ends


def _beyond(part: Part, inside: int) -> float:
    """What it costs a panel to go on after the box it begins in, which holds so many of its lines: most of all where
    only more is said."""
    lines = [line for row in part.rows for line in row]
    outside = lines[inside - (part.length - len(lines)) :] if part.kind is Kind.LIST else []
    said = sum(1 for line in outside if not line.is_list and not wording.sources_of(line.text))
    return _CROSSING + _SAID_BEYOND * said


def _followed(
    stretch: Stretch, ends: Sequence[tuple[float, Part | None]], at: int
) -> tuple[tuple[Part, ...], tuple[Line, ...]]:
    """The panels and the skipped lines on the best way from a line to the end."""
    found: list[Part] = []
    skipped: list[Line] = []
    while at < len(stretch.lines):
        part = ends[at][1]
        if part is None:
            skipped.append(stretch.lines[at])
            at += 1
        else:
            found.append(part)
            at += part.length
    return tuple(found), tuple(skipped)


def _price(line: Line) -> float:
    return min(_DEAREST, _SKIPPED + _SKIPPED_WORD * line.words)


def _worth(head: Head) -> float:
    return _TITLE + (_SUBTITLE if head.subtitle else 0.0) + (_LEAD if head.lead else 0.0)


def _may_head(lines: Sequence[Line], start: int, head: Head) -> bool:
    """Whether a head fits its fields, and no other heading is as high as its title."""
    lead = sum(len(line.text) + 1 for line in head.lead)
    if len(head.title.text) > _LONGEST_TITLE or lead > _LONGEST_LEAD or is_figure(head.title):
        return False
    if any(link_of(line) for line in head.lead):
        return False
    subtitle = head.subtitle
    if subtitle and (
        subtitle.is_known_heading or len(subtitle.text) > _LONGEST_SUBTITLE or is_figure(subtitle)
    ):
        return False
    levels = [
        line.item.level for line in lines if isinstance(line.item, HeadingElement) and line is not head.title
    ]
    if not levels:
        return True
    if not isinstance(head.title.item, HeadingElement):
        return False
    after = lines[start + 1] if start + 1 < len(lines) else head.title
    over_its_like = after.is_known_heading and head.title.item.level == min(levels)
    return head.title.item.level < min(levels) or over_its_like
