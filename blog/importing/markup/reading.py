"""Goes through the tree once and hands each element to what knows its kind."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from blog.importing.document import Element, HeadingElement, Paragraph, PictureElement, SetAside, VideoElement
from blog.importing.markup.inline import BREAK, Run, words_of
from blog.importing.markup.kinds import LISTS, UNSEEN
from blog.importing.markup.links import address_of, fragment_of, is_lost
from blog.importing.markup.looks import PLAIN, Style, is_hidden, styled
from blog.importing.markup.phrases import PHRASES, are_apart, is_own_line
from blog.importing.markup.tree import Node
from qnwellness.content.files import Unreadable

MOST_ELEMENTS = 5_000


def too_many() -> Unreadable:
    """What is raised for a text of more than `MOST_ELEMENTS`."""
    return Unreadable(
        f"This has more than {MOST_ELEMENTS:,} paragraphs and other parts, the limit of one text."
    )


class Anchor(NamedTuple):
    """A place within a line that a link can name."""

    name: str


Piece = Run | Anchor | PictureElement | VideoElement


@dataclass(frozen=True, slots=True)
class Places:
    """What links within the text lead to, found before it is read: names of places, the keys of footnotes by the
    fragment of their marks and by the element they are, and which boxes have a look of their own."""

    names: frozenset[str] = frozenset()
    marks: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    boxes: frozenset[int] = frozenset()
    # What is on the page and is not the article, with the reasons.
    asides: Mapping[int, str] = field(default_factory=dict)


class Reading:
    """One reading of a tree: the elements so far, and the line that is being collected."""

    def __init__(self, rules: "Rules", places: Places, aside: list[SetAside] | None = None) -> None:
        self.places = places
        self.aside: list[SetAside] = [] if aside is None else aside
        self.elements: list[Loose] = []
        self.rules = rules
        self._handlers: Mapping[str, Handler] = rules.all
        self._line: list[Piece] = []
        self._anchors: list[str] = []
        # Whether everything is one line, in which blocks are parted by line breaks.
        self._is_line = False
        self._parts_lists = False
        self._parts_phrases = False
        self._lists: list[Node] = []

    def inside(self, node: Node, style: Style = PLAIN, is_box: bool = False) -> tuple[Element, ...]:
        """The elements in a node, which are not yet part of this reading; phrases in a box are parted by its look."""
        inner = Reading(self.rules, self.places, self.aside)
        inner._parts_phrases = is_box or self._parts_phrases
        inner._anchors, self._anchors = self._anchors, []
        inner.read(node, style)
        elements = inner.finished()
        self._anchors = inner._anchors
        return elements

    def finished(self) -> tuple[Element, ...]:
        """Everything read, with what stands in several elements joined."""
        self.end_line()
        return self.rules.join(self.elements, self.places.names)

    def line_of(self, node: Node, style: Style = PLAIN) -> list[Piece]:
        """What is in a node as one line, whatever blocks it has; these are parted by line breaks."""
        return self._as_line(node, style)._line

    def line_and_lists(self, node: Node, style: Style) -> tuple[list[Piece], list[Node]]:
        """What is in a node as one line, and the lists in it, which are not read."""
        inner = self._as_line(node, style, parts_lists=True)
        return inner._line, inner._lists

    def _as_line(self, node: Node, style: Style, parts_lists: bool = False) -> "Reading":
        inner = Reading(self.rules, self.places, self.aside)
        inner._is_line, inner._parts_lists = True, parts_lists
        inner._handlers = self.rules.phrases
        inner.read(node, style)
        self._anchors += inner._anchors
        return inner

    def read(self, node: Node, style: Style) -> None:
        """Read everything in a node."""
        after_phrase = False
        parts_phrases = self._parts_phrases or are_apart(node)
        for child in node.children:
            if after_phrase and not isinstance(child, str) and node.is_block:
                self._line.append(Run(" ", style))
            after_phrase = parts_phrases and isinstance(child, Node) and child.name in PHRASES
            if isinstance(child, str):
                self._line.append(Run(child, style))
            elif self._is_read_at_once(child, style):
                continue
            elif child.is_block:
                self.end_line()
                self._block(child, style)
                self.end_line()
            elif is_own_line(child):
                self._line.append(_BREAK)
                self._phrase(child, style)
                self._line.append(_BREAK)
            else:
                self._phrase(child, style)

    def _is_read_at_once(self, node: Node, style: Style) -> bool:
        if node.name == "br":
            self._line.append(Run(BREAK, style))
        elif node.name in UNSEEN:
            return True
        elif id(node) in self.places.asides:
            self.set_aside(words_of(node.text()), self.places.asides[id(node)])
        elif is_hidden(node):
            self.set_aside(words_of(node.text()), "hidden in the source")
        else:
            return False
        return True

    def _block(self, node: Node, style: Style) -> None:
        self._name(node)
        if self._parts_lists and node.name in LISTS:
            self._lists.append(node)
            return
        handler = self._handlers.get(node.name)
        if handler is None or not handler(self, node, style):
            self.read(node, styled(node, style))

    def _phrase(self, node: Node, style: Style) -> None:
        for name in (node.get("id"), node.get("name") if node.name == "a" else ""):
            if name and not _IS_MARK.search(name) and node.get("href")[1:] not in self.places.marks:
                self._line.append(Anchor(name))
        handler = self._handlers.get(node.name)
        if handler is not None and handler(self, node, style):
            return
        style = styled(node, style)
        if node.name == "a" and node.get("href"):
            style = self._linked(node.get("href"), style)
        self.read(node, style)

    def _linked(self, href: str, style: Style) -> Style:
        key = self.places.marks.get(fragment_of(href)) if href.lstrip().startswith("#") else None
        if key is not None:
            return style._replace(note=key, href="", raised="")
        if is_lost(href):
            self.set_aside(href[:200], "a link that has no place on a page")
        return style._replace(href=address_of(href) or style.href)

    def _name(self, node: Node) -> None:
        name = node.get("id")
        if name and id(node) not in self.places.notes and not _NAMES_THE_PAGE.fullmatch(name):
            self.lead_here((name,))

    def lead_here(self, names: Sequence[str]) -> None:
        """Have the next paragraph or heading be where links to these names lead."""
        self._anchors += names

    def last_pictures(self) -> list[str]:
        """The names of the pictures that came last."""
        near = [*self.elements[-2:], *self._line[-6:]]
        return [piece.name for piece in near if isinstance(piece, PictureElement)]

    def drop_stand_in(self) -> None:
        """Forget the last picture if it has neither a name nor an address."""
        for pieces in (self._line, self.elements):
            last = pieces[-1] if pieces else None
            if isinstance(last, PictureElement) and not last.name and not last.address:
                pieces.pop()

    def add(self, piece: Piece) -> None:
        """Take something that stands in the line."""
        self._line.append(piece)

    def end_line(self) -> None:
        """Make elements of the line, if anything is in it."""
        if self._is_line:
            if self._line and self._line[-1] != _BREAK:
                self._line.append(_BREAK)
        elif self._line:
            line, self._line = self._line, []
            self.rules.end_line(self, line)

    def put(self, *elements: "Loose") -> None:
        """Add elements; links that waited for a place lead to the first of them that can be one."""
        if len(self.elements) > MOST_ELEMENTS * _MOST_LINES:
            raise too_many()
        for element in elements:
            if self._anchors and isinstance(element, HeadingElement | Paragraph):
                anchors = tuple(dict.fromkeys((*self._anchors, *element.anchors)))
                element = replace(element, anchors=anchors)
                self._anchors.clear()
            self.elements.append(element)

    def set_aside(self, text: str, reason: str, place: str = "") -> None:
        """Tell of words that are not part of the text."""
        if text:
            self.aside.append(SetAside(0, text, reason, place))


# Reads one element; False if it is to be read as a box without any meaning of its own.
Handler = Callable[[Reading, Node, Style], bool]


@dataclass(frozen=True, slots=True)
class Rules:
    """What reads which element: all of them, those that can stand within a line, what makes elements of a line, and
    what joins elements in the end."""

    all: Mapping[str, Handler]
    phrases: Mapping[str, Handler]
    end_line: Callable[[Reading, list[Piece]], None]
    join: "Callable[[Sequence[Loose], Collection[str]], tuple[Element, ...]]"


@dataclass(frozen=True, slots=True)
class ListLine:
    """An item of a list whose lines are elements of their own in the source."""

    html: str
    ordered: bool
    depth: int = 0
    # Lines of two lists do not join.
    group: str = ""


Loose = Element | ListLine
_BREAK = Run(BREAK)
# Lines that are lists in the end may be more than the elements they make.
_MOST_LINES = 4
# Names of boxes that arrange a page, and of what was pasted as a whole.
_NAMES_THE_PAGE = re.compile(
    r"shopify-section.*|docs-internal-guid.*|(?:page|site|main|primary|root|app|wrapper|container|post|article)"
    r"(?:[-_]?(?:content|container|wrapper|area|body|\d+))?|content|body|__next",
    re.IGNORECASE,
)
# The place a footnote leads back to.
_IS_MARK = re.compile(r"(?:fn|footnote|ftn|note|edn|cite)[-_:]?\w{0,10}ref|^cite_ref", re.IGNORECASE)
