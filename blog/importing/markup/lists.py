"""Lists, nested ones in one element with the depths of their items, and lists that are paragraphs in the source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from blog.importing.document import ListElement
from blog.importing.markup.inline import inline_html
from blog.importing.markup.kinds import LISTS
from blog.importing.markup.lines import figures_of, runs_of
from blog.importing.markup.looks import Style, styled
from blog.importing.markup.reading import ListLine, Piece, Reading
from blog.importing.markup.tree import HEADING, TABLE, Node

# What the site shows as nested.
_DEEPEST = 5
_KIX = re.compile(r"lst-kix_(\w+)-(\d)")


@dataclass(frozen=True, slots=True)
class _Entry:
    pieces: list[Piece]
    depth: int


def read_list(reading: Reading, node: Node, style: Style) -> bool:
    """A list; one whose items are sections of their own, with headings or tables, is only their box."""
    if node.holds & (HEADING | TABLE):
        return False
    entries: list[_Entry] = []
    _collect(reading, node, style, 0, entries)
    found = [(inline_html(runs_of(entry.pieces)), entry.depth) for entry in entries]
    kept = [(item, depth) for item, depth in found if item]
    ordered = node.name == "ol"
    if kix := _KIX.search(node.get("class")):
        base = min(int(kix[2]), _DEEPEST)
        reading.put(*(ListLine(item, ordered, base + depth, kix[1]) for item, depth in kept))
    elif kept:
        depths = tuple(depth for _item, depth in kept)
        reading.put(ListElement(tuple(item for item, _depth in kept), ordered, depths=_levelled(depths)))
    for entry in entries:
        reading.put(*figures_of(entry.pieces))
    return True


def _collect(reading: Reading, node: Node, style: Style, depth: int, entries: list[_Entry]) -> None:
    """The items of a list and of those in it; words that stand in no item are one."""
    style = styled(node, style)
    for child in node.children:
        if isinstance(child, str) and not child.strip():
            continue
        if isinstance(child, Node) and child.name in LISTS:
            _collect(reading, child, style, min(depth + 1, _DEEPEST), entries)
            continue
        box = child if isinstance(child, Node) and child.name == "li" else _boxed(child)
        reads = styled(box, style) if box is child else style
        pieces, nested = reading.line_and_lists(box, reads)
        level = box.get("aria-level")
        said = int(level) - 1 if level.isdecimal() and len(level) == 1 else 0
        entries.append(_Entry(pieces, max(depth, min(said, _DEEPEST))))
        for inner in nested:
            _collect(reading, inner, style, min(depth + 1, _DEEPEST), entries)


def _boxed(child: "Node | str") -> Node:
    box = Node("li", {})
    box.children.append(child)
    return box


def _levelled(depths: tuple[int, ...]) -> tuple[int, ...]:
    """Depths that begin at 0 and grow by one; none where nothing is nested."""
    levels: list[int] = []
    for depth in depths:
        levels.append(min(depth, levels[-1] + 1 if levels else 0))
    return tuple(levels) if any(levels) else ()


def joined(lines: Sequence[ListLine]) -> ListElement:
    """Lines of a list as the list."""
    depths = _levelled(tuple(line.depth for line in lines))
    return ListElement(tuple(line.html for line in lines), lines[0].ordered, depths=depths)
