"""Where the entries of a contents list lead: by fragment first, then by words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from blog.importing.document import Heading, HeadingElement, Paragraph
from blog.importing.structure.contents.matching import matched_lines
from blog.importing.structure.contents.printed import Entry, Printed
from blog.importing.structure.infographic.parts import Region
from blog.importing.structure.items import Placed
from blog.importing.structure.shapes import WALL, Line
from blog.importing.structure.wording import key


@dataclass(slots=True)
class Leading:
    """For entries by their place in the list: the index of the line that is their heading, or of one without a heading
    that they lead to."""

    headings: dict[int, int] = field(default_factory=dict)
    others: dict[int, int] = field(default_factory=dict)

    def places(self) -> set[int]:
        """The entries that lead somewhere."""
        return {*self.headings, *self.others}


def leading(printed: Printed, lines: Sequence[Line], regions: Sequence[Region]) -> Leading:
    """Where the entries lead. Words count in the order of the list, and only for those no fragment leads anywhere."""
    found = _by_fragment(printed, lines)
    _by_placed_words(printed, lines, found)
    rest = [place for place in range(len(printed.entries)) if place not in found.places()]
    if not rest:
        return found
    taken = set(found.headings.values())
    free = [WALL if index in taken else line for index, line in enumerate(lines)]
    part = replace(printed, entries=tuple(printed.entries[place] for place in rest))
    for place, index in matched_lines(part, free, regions).items():
        found.headings[rest[place]] = index
    return found


def anchors_of(line: Line) -> tuple[str, ...]:
    """The fragments that lead to a line."""
    item = line.item
    if isinstance(item, Placed):
        return (*item.anchors, *(item.block.anchors if isinstance(item.block, Heading) else ()))
    return item.anchors if isinstance(item, HeadingElement | Paragraph) else ()


def _by_fragment(printed: Printed, lines: Sequence[Line]) -> Leading:
    found = Leading()
    places: dict[str, int] = {}
    for index, line in enumerate(lines):
        if not printed.start <= index < printed.end:
            for anchor in anchors_of(line):
                places.setdefault(anchor, index)
    for place, entry in enumerate(printed.entries):
        at = places.get(entry.fragment) if entry.fragment else None
        if at is None:
            continue
        heading = _heading_at(lines, at, entry)
        if heading is None:
            found.others[place] = at
        else:
            found.headings[place] = heading
    return found


def _heading_at(lines: Sequence[Line], at: int, entry: Entry) -> int | None:
    """The heading an anchor stands for: its own line, or the one right after it that has the words of the entry."""
    if _is_heading(lines[at]) or (lines[at].is_titular and lines[at].key == entry.key):
        return at
    after = lines[at + 1] if at + 1 < len(lines) else WALL
    return at + 1 if after.is_known_heading and entry.key and after.key == entry.key else None


def _is_heading(line: Line) -> bool:
    placed = isinstance(line.item, Placed) and isinstance(line.item.block, Heading)
    return placed or line.is_known_heading


def _by_placed_words(printed: Printed, lines: Sequence[Line], found: Leading) -> None:
    """Headings that are placed already, such as those of infographics, are no lines any more."""
    taken = set(found.headings.values())
    words = {
        key(line.item.block.text): index
        for index, line in enumerate(lines)
        if isinstance(line.item, Placed) and isinstance(line.item.block, Heading) and index not in taken
    }
    if not words:
        return
    body = {line.key for line in lines if line.is_known_heading}
    for place, entry in enumerate(printed.entries):
        if place not in found.places() and entry.key in words and entry.key not in body:
            found.headings[place] = words.pop(entry.key)
