"""The items of a text without its contents list, with a heading wherever an entry leads."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from blog.importing.document import Heading, HeadingElement, Paragraph
from blog.importing.structure.contents.leading import Leading, anchors_of
from blog.importing.structure.contents.printed import Entry, Printed
from blog.importing.structure.infographic import is_in_order
from blog.importing.structure.infographic.parts import Region
from blog.importing.structure.items import Item, Placed
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import key, without_number

_LOWEST, _BOLD = 4, 7
# What the fields of a heading hold.
_LABEL, _TEXT = 120, 200


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its contents list, where infographics seem to be in it, and where the entries lead."""

    printed: Printed
    lines: Sequence[Line]
    regions: Sequence[Region]
    leading: Leading


def placed(
    items: Sequence[Item], page: Page, opening: int | None, before: Sequence[Entry]
) -> tuple[Item, ...]:
    """The items with their headings; `before` are entries that stand for the paragraphs from `opening` on."""
    ranks = _Ranks(page)
    headed: dict[int, Entry] = {}
    for place, index in sorted(page.leading.headings.items()):
        headed.setdefault(index, page.printed.entries[place])
    others: dict[int, list[Entry]] = defaultdict(list)
    for place, index in sorted(page.leading.others.items()):
        others[index].append(page.printed.entries[place])
    result: list[Item] = []
    for index, item in enumerate(items):
        if page.printed.start <= index < page.printed.end:
            continue
        if index == opening:
            result += [ranks.only(entry, item.line) for entry in before]
        if index in others:
            result += _led_to(others[index], page.lines[index], ranks)
            item = _without_anchors(item)
        result += ranks.headed(headed[index], index) if index in headed else (item,)
    return tuple(result)


class _Ranks:
    """The level of a heading: that of its markup, and for a line without one that of its like in the list."""

    def __init__(self, page: Page) -> None:
        self._lines = page.lines
        self._untouched = {
            region.start for region in page.regions if region.head.subtitle is None and is_in_order(region)
        }
        self._marked = any(line.is_known_heading for line in page.lines)
        by_depth: dict[int, Counter[int]] = defaultdict(Counter)
        for place, index in page.leading.headings.items():
            item = page.lines[index].item
            if isinstance(item, HeadingElement) and item.level < _BOLD:
                by_depth[page.printed.entries[place].depth][item.level] += 1
        self._by_depth = {depth: levels.most_common(1)[0][0] for depth, levels in by_depth.items()}

    def headed(self, entry: Entry, index: int) -> tuple[Item, ...]:
        """What stands at the line an entry leads to."""
        line = self._lines[index]
        if index in self._untouched:
            # The entry leads to the infographic itself, whose title stays its own.
            return self.only(entry, line.number), line.item
        return (self._heading(entry, line),)

    def _heading(self, entry: Entry, line: Line) -> Item:
        item = line.item
        if isinstance(item, Placed) and isinstance(item.block, Heading):
            return replace(item, block=replace(item.block, label=_label(entry, item.block.text)))
        rank = self._of(entry)
        if isinstance(item, HeadingElement) and item.level < _BOLD:
            rank = item.level
        text = line.text if rank else without_number(line.text).removesuffix(":").rstrip()
        heading = Heading(text, _level(entry), label=_label(entry, line.text), anchors=anchors_of(line))
        return Placed(heading, line.number, rank=rank)

    def only(self, entry: Entry, line: int, anchors: tuple[str, ...] = ()) -> Placed:
        """A place in the contents list that has no visible heading."""
        text = entry.text if len(entry.text) <= _TEXT else entry.text[: _TEXT - 1].rstrip() + "…"
        heading = Heading(text, _level(entry), contents_only=True, anchors=anchors)
        return Placed(heading, line, rank=self._of(entry))

    def _of(self, entry: Entry) -> int:
        if not self._marked:
            return 0
        if entry.depth in self._by_depth:
            return self._by_depth[entry.depth]
        return min(self._by_depth.values(), default=2) + entry.depth


def _led_to(entries: Sequence[Entry], line: Line, ranks: _Ranks) -> list[Item]:
    """Headings for the contents only, the first of which has the fragments that led to the line."""
    anchors = anchors_of(line)
    found: list[Item] = []
    for entry in entries:
        found.append(ranks.only(entry, line.number, anchors))
        anchors = ()
    return found


def _without_anchors(item: Item) -> Item:
    return replace(item, anchors=()) if isinstance(item, Placed | Paragraph) else item


def _level(entry: Entry) -> int:
    return min(2 + entry.depth, _LOWEST)


def _label(entry: Entry, text: str) -> str:
    """What the list calls a heading, where that is more than another spelling of it and fits its field."""
    return entry.text if key(text) != entry.key and 0 < len(entry.text) <= _LABEL else ""
