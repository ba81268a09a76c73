"""Boxes with a look of their own: in colour, framed, in a grid, or one of several of equal shape."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from blog.importing.document import BoxElement
from blog.importing.markup.kinds import UNSEEN
from blog.importing.markup.looks import Style, declarations, styled
from blog.importing.markup.reading import Reading
from blog.importing.markup.tree import BLOCK, Node

_CONTAINERS = frozenset(("div", "section", "article", "aside", "center", "main", "fieldset"))
_CARDS = _CONTAINERS | {"a", "li", "figure"}
# A wrapper of nearly everything arranges the page.
_WHOLE = 0.7
_LEAST_SIGNS = 20
_DEEPEST = 4
# Longer than any line of an infographic, and than all of one.
_LONGEST_LINE, _MOST_SIGNS = 450, 12_000
_NOTHING = frozenset(("style", "script", "br", "hr"))
_MOST_STYLE = 200_000
_LOOKS = re.compile(
    r"(?:^|;)\s*(?:background(?:-color|-image)?\s*:(?!\s*(?:none|transparent|inherit|initial|#fff(?:fff)?|white)\b)"
    r"|border(?:-(?:left|right|top|bottom|color|style|width))?\s*:(?!\s*(?:none|0)\b)|border-radius\s*:(?!\s*0\b)"
    r"|box-shadow\s*:(?!\s*none)|display\s*:\s*(?:inline-)?(?:grid|flex)\b|column-count\s*:)",
    re.IGNORECASE,
)
_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]{0,60})")


def boxes_in(root: Node) -> frozenset[int]:
    """The boxes of a tree, by the identity of their elements; boxes in boxes are boxes, too, a few deep."""
    nodes = list(root.walk())
    return _Finder(_classes_with_looks(nodes)).found(nodes)


def read_box(reading: Reading, node: Node, style: Style) -> bool:
    """A box as one element with all that is in it."""
    if id(node) not in reading.places.boxes:
        return False
    elements = reading.inside(node, styled(node, style), is_box=True)
    reading.put(*([BoxElement(elements)] if len(elements) > 1 else elements))
    return True


@dataclass(slots=True)
class _Finder:
    """Goes through the elements of a tree twice: from the inside for what boxes hold, then from the outside."""

    looks: frozenset[str]
    whole: int = 0
    # How many signs each element holds, and its longest paragraph.
    sizes: dict[int, tuple[int, int]] = field(default_factory=dict)
    drawn: set[int] = field(default_factory=set)
    cards: set[int] = field(default_factory=set)

    def found(self, nodes: Sequence[Node]) -> frozenset[int]:
        """The elements that are boxes."""
        for node in reversed(nodes):
            self._measure(node)
        self.whole = self.sizes[id(nodes[0])][0]
        for node in reversed(nodes):
            self._draw(node)
        found: set[int] = set()
        depths: dict[int, int] = {}
        for node in nodes:
            depth = depths.get(id(node.parent), 0)
            if depth < _DEEPEST and (id(node) in self.drawn or id(node) in self.cards):
                found.add(id(node))
                depth += 1
            depths[id(node)] = depth
        return frozenset(found)

    def _measure(self, node: Node) -> None:
        size = line = longest = 0
        for child in node.children:
            if isinstance(child, str):
                line += len(child.strip())
                continue
            inner, inner_longest = self.sizes[id(child)]
            size += inner
            longest = max(longest, inner_longest)
            line += 0 if child.is_block else inner
        size += sum(len(child.strip()) for child in node.children if isinstance(child, str))
        unseen = node.name in UNSEEN
        self.sizes[id(node)] = (0, 0) if unseen else (size, max(line, longest))

    def _draw(self, node: Node) -> None:
        """Tell whether an element is a box; those in it were looked at before."""
        size, longest = self.sizes[id(node)]
        if node.name not in _CONTAINERS or not node.holds & BLOCK:
            return
        if size < _LEAST_SIGNS or size > self.whole * _WHOLE:
            return
        cards = list(_equal_shapes(node))
        self.cards.update(map(id, cards))
        holds_drawn = any(id(child) in self.drawn for child in node.elements())
        wraps = holds_drawn and longest <= _LONGEST_LINE and size <= _MOST_SIGNS
        if cards or wraps or self._has_look(node):
            self.drawn.add(id(node))

    def _has_look(self, node: Node) -> bool:
        own = ";".join(f"{name}:{value}" for name, value in declarations(node).items())
        return bool(own and _LOOKS.search(own)) or not self.looks.isdisjoint(node.classes)


def _equal_shapes(node: Node) -> Iterator[Node]:
    """The elements in a box that are cards: two or more of the same make, with nearly nothing beside them."""
    inner = [child for child in node.elements() if child.name not in _NOTHING]
    if len(inner) < 2 or any(isinstance(child, str) and child.strip() for child in node.children):
        return
    makes = [_makes(child) for child in inner]
    make, count = next(iter(Counter(chain(*makes)).most_common(1)), ("", 0))
    if count > 1 and count * 4 >= len(inner) * 3:
        yield from (child for child, own in zip(inner, makes, strict=True) if make in own)


def _makes(node: Node) -> set[str]:
    """What a card can have in common with those beside it: a class, its style, or how it begins."""
    names = [child.name for child in node.elements()]
    if node.name not in _CARDS or not node.holds & BLOCK or len(names) < 2:
        return set()
    makes = {f"{node.name}.{name}" for name in node.classes[:10]}
    if style := node.get("style").strip():
        makes.add(f"{node.name}:{style[:500]}")
    return makes or {" ".join((node.name, *names[:2]))}


def _classes_with_looks(nodes: list[Node]) -> frozenset[str]:
    """The classes to which the styles inside the text give a look of their own."""
    found: set[str] = set()
    for node in nodes:
        if node.name != "style":
            continue
        text = "".join(child for child in node.children if isinstance(child, str))[:_MOST_STYLE]
        for rule in text.split("}"):
            names, _brace, said = rule.rpartition("{")
            if _LOOKS.search(said):
                found.update(name.casefold() for name in _CLASS.findall(names[-2_000:]))
    return frozenset(found)
