"""Tags and words -> a tree of elements, with the end tags nobody writes."""

from collections import Counter
from collections.abc import Iterator

from blog.importing.markup.kinds import BLOCKS, CELLS, ENDS_PARAGRAPH, HEADINGS, LISTS, PLAYERS, UNSEEN, VOID
from blog.importing.markup.tokens import Tag, tokens
from qnwellness.content.files import Unreadable

MOST_NESTED = 200
# What is markup and words; pictures that come inside it, scripts and styles do not count.
MOST_SIGNS = 1_000_000
_LONGEST_VALUE = 2_000
# What an element can hold; a box without its words is read by these.
BLOCK, HEADING, TABLE, PICTURE, PLAYER, LIST, QUOTE, QUESTION = (1 << bit for bit in range(8))
# What no running text holds.
MORE_THAN_WORDS = HEADING | TABLE | PICTURE | PLAYER | QUOTE | QUESTION
_KINDS = {
    **dict.fromkeys(HEADINGS, HEADING),
    **dict.fromkeys(PLAYERS, PLAYER),
    **dict.fromkeys(LISTS, LIST),
    **dict.fromkeys(("details", "dl"), QUESTION),
    "table": TABLE,
    "img": PICTURE,
    "blockquote": QUOTE,
}
_TABLES = CELLS | {"table"}
_ROWS = frozenset(("tr", "td", "th"))
# What ends when one of these begins, and the elements beyond which nothing ends.
_ENDED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), LISTS | _TABLES),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",)) | _TABLES),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",)) | _TABLES),
    "td": (CELLS, frozenset(("tr", "table"))),
    "th": (CELLS, frozenset(("tr", "table"))),
    "tr": (_ROWS | {"caption"}, frozenset(("table",))),
    "option": (frozenset(("option",)), frozenset(("select",))),
    "body": (frozenset(("head",)), frozenset()),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"), (_ROWS | {"tbody", "thead", "tfoot", "caption"}, frozenset(("table",)))
    ),
    **dict.fromkeys(HEADINGS, (frozenset(HEADINGS), BLOCKS - HEADINGS.keys())),
}


class Node:
    """An element: its name, attributes and what is in it."""

    __slots__ = ("attributes", "children", "ends_with_child", "holds", "name", "parent")

    def __init__(self, name: str, attributes: dict[str, str], parent: "Node | None" = None) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children: list[Node | str] = []
        # Which kinds of elements are anywhere in it (`BLOCK`, `HEADING`, ...).
        self.holds = 0
        # Its end tag came while a block in it was open.
        self.ends_with_child = False

    def get(self, name: str) -> str:
        """The value of an attribute, empty if it has none."""
        return self.attributes.get(name, "")

    @property
    def is_block(self) -> bool:
        return bool(self.holds & BLOCK) or self.name in BLOCKS

    @property
    def classes(self) -> list[str]:
        return self.get("class").casefold().split()

    def elements(self) -> "list[Node]":
        """The elements directly in it."""
        return [child for child in self.children if isinstance(child, Node)]

    def walk(self) -> "Iterator[Node]":
        """It and all elements in it, in order."""
        pending = [self]
        while pending:
            node = pending.pop()
            yield node
            pending += reversed(node.elements())

    def text(self, most: int = MOST_SIGNS) -> str:
        """All words in it, as they are written, or the first of them, if they are more than `most` signs."""
        parts: list[str] = []
        pending: list[Node | str] = [self]
        while pending:
            node = pending.pop()
            if isinstance(node, str):
                parts.append(node)
                most -= len(node)
                if most <= 0:
                    break
                continue
            if node.name in UNSEEN:
                continue
            if node.is_block or node.name == "br":
                parts.append(" ")
                pending.append(" ")
            pending += reversed(node.children)
        return "".join(parts)


def tree_of(html: str) -> Node:
    """The root of all elements of HTML.

    Raises Unreadable for elements nested more than `MOST_NESTED` deep, and for more than `MOST_SIGNS` of markup.
    """
    builder = _Builder()
    for token in tokens(html):
        builder.take(token)
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = Node("", {})
        self._open = [self.root]
        self._names: Counter[str] = Counter()
        self._signs = 0

    def take(self, token: Tag | str) -> None:
        if isinstance(token, str):
            if self._open[-1].name != "style":
                self._count(len(token))
            self._open[-1].children.append(token)
        elif token.ends:
            self._end(token.name)
        else:
            self._start(token)

    def _count(self, signs: int) -> None:
        self._signs += signs
        if self._signs > MOST_SIGNS:
            raise Unreadable(
                f"This is more than {MOST_SIGNS // 1_000_000} MB of markup, the limit of one text."
            )

    def _start(self, tag: Tag) -> None:
        name = tag.name
        long = sum(min(len(value), _LONGEST_VALUE) for value in tag.attributes.values())
        self._count(len(name) + long + 2)
        if name in ENDS_PARAGRAPH and self._names["p"]:
            self._end("p")
        if name in _ENDED_BY:
            self._end_before(*_ENDED_BY[name])
        node = Node(name, tag.attributes, self._open[-1])
        self._open[-1].children.append(node)
        kind = (BLOCK if name in BLOCKS else 0) | _KINDS.get(name, 0)
        if "question" in tag.attributes.get("itemtype", "").casefold():
            kind |= QUESTION
        if kind:
            self._mark(kind)
        if name not in VOID and not tag.closed:
            self._open.append(node)
            self._names[name] += 1
            if len(self._open) > MOST_NESTED + 1:
                raise Unreadable(f"The elements of this HTML are nested more than {MOST_NESTED} deep.")

    def _mark(self, kind: int) -> None:
        """Tell all open elements what they hold, up to the first that knows."""
        for node in reversed(self._open):
            if node.holds & kind == kind:
                return
            node.holds |= kind

    def _end(self, name: str) -> None:
        """Take an end tag: it ends what is open in its element, but leaves cells of tables and blocks whole."""
        if name == "br":
            self._open[-1].children.append(Node("br", {}, self._open[-1]))
        if not self._names[name]:
            return
        is_phrase = name not in BLOCKS
        for at in range(len(self._open) - 1, 0, -1):
            node = self._open[at]
            if node.name == name:
                self._close(at)
                return
            if is_phrase and node.name in BLOCKS:
                self._end_later(name, at)
                return
            if node.name in _TABLES and name not in _TABLES and name not in ("tr", "tbody", "thead", "tfoot"):
                return

    def _end_later(self, name: str, block: int) -> None:
        """A phrase ends with the block that was opened in it."""
        for at in range(block - 1, 0, -1):
            if self._open[at].name == name:
                self._open[at].ends_with_child = True
                return
            if self._open[at].name in _TABLES:
                return

    def _end_before(self, names: frozenset[str], beyond: frozenset[str]) -> None:
        """End what a new element cannot stand in: the outermost of `names` this side of `beyond`."""
        if not any(self._names[name] for name in names):
            return
        found = 0
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name in names:
                found = at
            elif self._open[at].name in beyond:
                break
        if found:
            self._close(found)

    def _close(self, at: int) -> None:
        while at > 1 and self._open[at - 1].ends_with_child:
            at -= 1
        for node in self._open[at:]:
            self._names[node.name] -= 1
        del self._open[at:]
