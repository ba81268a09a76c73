"""Boxes with a look of their own: in colour, framed, in a grid, or one of several of equal shape."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from blog.importing.document import BoxElement
from blog.importing.markup.looks import Style, declarations, styled
from blog.importing.markup.reading import Reading
from blog.importing.markup.tree import BLOCK, Node

_CONTAINERS = frozenset(("div", "section", "article", "aside", "center", "main", "fieldset"))
_CARDS = _CONTAINERS | {"a", "li", "figure"}
# A wrapper of nearly everything arranges the page.
_WHOLE = 0.7
_LEAST_SIGNS = 20
_DEEPEST = 4
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
    sizes = _sizes(nodes)
    finder = _Finder(sizes, sizes[id(root)], _classes_with_looks(nodes))
    for node in nodes:
        finder.look_at(node)
    return frozenset(finder.found)


def read_box(reading: Reading, node: Node, style: Style) -> bool:
    """A box as one element with all that is in it."""
    if id(node) not in reading.places.boxes:
        return False
    elements = reading.inside(node, styled(node, style), is_box=True)
    reading.put(*([BoxElement(elements)] if len(elements) > 1 else elements))
    return True


@dataclass(slots=True)
class _Finder:
    sizes: Mapping[int, int]
    whole: int
    looks: frozenset[str]
    found: set[int] = field(default_factory=set)
    cards: set[int] = field(default_factory=set)
    depths: dict[int, int] = field(default_factory=dict)

    def look_at(self, node: Node) -> None:
        """Tell whether an element is a box; those around it were looked at before."""
        depth = self.depths.get(id(node.parent), 0)
        if depth < _DEEPEST and self._is_box(node):
            self.found.add(id(node))
            depth += 1
        self.depths[id(node)] = depth

    def _is_box(self, node: Node) -> bool:
        size = self.sizes[id(node)]
        if not node.holds & BLOCK or size < _LEAST_SIGNS or size > self.whole * _WHOLE:
            return False
        cards = list(_equal_shapes(node)) if node.name in _CONTAINERS | {"ul", "ol"} else []
        if cards and node.name in _CONTAINERS:
            self.cards.update(map(id, cards))
            return True
        return id(node) in self.cards or (node.name in _CONTAINERS and self._has_look(node))

    def _has_look(self, node: Node) -> bool:
        own = ";".join(f"{name}:{value}" for name, value in declarations(node).items())
        return bool(own and _LOOKS.search(own)) or not self.looks.isdisjoint(node.classes)


def _sizes(nodes: list[Node]) -> dict[int, int]:
    """How many signs of words each element holds."""
    sizes: dict[int, int] = {}
    for node in reversed(nodes):
        sizes[id(node)] = sum(
            len(child.strip()) if isinstance(child, str) else sizes[id(child)] for child in node.children
        )
        if node.name in ("style", "script", "template"):
            sizes[id(node)] = 0
    return sizes


def _equal_shapes(node: Node) -> Iterator[Node]:
    """The elements in a box that are cards: two or more of the same make, with nearly nothing beside them."""
    inner = [child for child in node.elements() if child.name not in ("style", "script", "br", "hr")]
    if len(inner) < 2 or any(isinstance(child, str) and child.strip() for child in node.children):
        return
    makes = Counter(make for child in inner if (make := _make(child)))
    make, count = makes.most_common(1)[0] if makes else ((), 0)
    if count > 1 and count * 4 >= len(inner) * 3:
        yield from (child for child in inner if _make(child) == make)


def _make(node: Node) -> tuple[str, ...]:
    """How a card is made: its name, its classes or style, and the first elements in it; nothing for what is none."""
    looks = node.get("class").split() or node.get("style").split(";")
    names = tuple(child.name for child in node.elements()[:2])
    if node.name not in _CARDS or not node.holds & BLOCK or not looks[0] or len(names) < 2:
        return ()
    return (node.name, *sorted(looks), "", *names)


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
