"""Which line of the body each entry of a contents list stands for."""

from collections import defaultdict
from collections.abc import Sequence

from blog.importing.structure.contents.printed import Entry, Printed
from blog.importing.structure.infographic.parts import Kind, Region
from blog.importing.structure.shapes import WALL, Line

# One entry more always counts more than better places for the others.
_MATCH, _OUTSIDE, _MARKED = 100, 6, 4
_LONG = 120
_SOME_PROSE = 2
_MOST_CANDIDATES = 600


def matched_lines(printed: Printed, lines: Sequence[Line], regions: Sequence[Region]) -> dict[int, int]:
    """For each matched entry (by its place in the list) the index of its line.

    Keeps the order of the list and matches as many entries as that allows. Where the words of an entry occur more than
    once, the line that heads a part of the body wins over one inside an infographic (`regions`).
    """
    worth = _worth(printed, lines, regions)
    by_key: dict[str, list[int]] = defaultdict(list)
    for index in worth:
        by_key[lines[index].key].append(index)
    most = max(3, _MOST_CANDIDATES // max(1, len(printed.entries)))
    candidates: list[tuple[int, int, int]] = []
    for place, entry in enumerate(printed.entries):
        best = sorted(by_key[entry.key], key=lambda index: (-worth[index], index))[:most]
        candidates += [(place, index, _MATCH + worth[index]) for index in sorted(best)]
    return _best_order(candidates)


def _best_order(candidates: Sequence[tuple[int, int, int]]) -> dict[int, int]:
    """The heaviest choice of (place, index, weight) that rises in both place and index."""
    totals: list[int] = []
    links: list[int | None] = []
    for at, (place, index, weight) in enumerate(candidates):
        best, link = 0, None
        for before in range(at):
            if candidates[before][0] < place and candidates[before][1] < index and totals[before] > best:
                best, link = totals[before], before
        totals.append(best + weight)
        links.append(link)
    chosen: dict[int, int] = {}
    last = max(range(len(totals)), key=totals.__getitem__, default=None)
    while last is not None:
        chosen[candidates[last][0]] = candidates[last][1]
        last = links[last]
    return chosen


def _worth(printed: Printed, lines: Sequence[Line], regions: Sequence[Region]) -> dict[int, int]:
    """Every line that repeats an entry and could head a part of the body, with how much speaks for it."""
    keys = {entry.key for entry in printed.entries if entry.key}
    inside: dict[int, Region] = {
        index: region for region in regions for index in range(region.start, region.end)
    }
    free = {id(region): _free_from(region, keys) for region in regions}
    worth: dict[int, int] = {}
    for index, line in enumerate(lines):
        if line.key not in keys or printed.start <= index < printed.end:
            continue
        region = inside.get(index)
        if region is None:
            marked = _MARKED if line.is_known_heading else 0
            worth[index] = _OUTSIDE + marked + _heads_prose(lines, index)
        elif index == region.start or index >= free[id(region)]:
            worth[index] = _heads_prose(lines, index)
    return worth


def walled_by_headings(printed: Printed, lines: Sequence[Line]) -> list[Line]:
    """The lines with a wall at each that surely heads a part of the body, since an entry names it and long prose
    follows."""
    keys = {entry.key for entry in printed.entries if entry.key}
    return [
        WALL if line.key in keys and _heads_prose(lines, index) > _SOME_PROSE else line
        for index, line in enumerate(lines)
    ]


def _heads_prose(lines: Sequence[Line], index: int) -> int:
    """0 to 3: how much the lines after a title look like a part of running text."""
    following, second = (lines[at] if at < len(lines) else None for at in (index + 1, index + 2))
    if following is None or not following.is_prose:
        return 1 if following and following.is_words else 0
    goes_on = second is not None and second.is_prose
    return _SOME_PROSE + (len(following.text) > _LONG or goes_on)


def _free_from(region: Region, keys: set[str]) -> int:
    """From which line on a region may end early, because all that follows may as well be parts of the body that the
    contents list names: plain lists and pairs at its very end."""
    end = region.end
    if region.tail is not None:
        tagline = region.tail.tagline
        return end - 1 if tagline is not None and tagline.key in keys else end
    for part in reversed(region.parts):
        if part.kind not in (Kind.LIST, Kind.PAIRS) or part.has_sources:
            return end
        start = end - part.length
        if part.title.key not in keys:
            return _pairs_free_from(part.rows, end, keys) if part.kind is Kind.PAIRS else end
        end = start
    return end


def _pairs_free_from(rows: Sequence[tuple[Line, ...]], end: int, keys: set[str]) -> int:
    for row in reversed(rows):
        if row[0].key not in keys:
            break
        end -= len(row)
    return end


def unmatched(printed: Printed, matches: dict[int, int]) -> list[tuple[int, Entry]]:
    """The entries without a line, with their places."""
    return [(place, entry) for place, entry in enumerate(printed.entries) if place not in matches]
