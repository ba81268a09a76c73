"""Footnotes: the marks in a text that lead to them, and the elements they are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from blog.importing.document import Footnote, FootnotesElement
from blog.importing.markup.inline import Run, has_words, inline_html, words_of
from blog.importing.markup.kinds import HEADINGS, LISTS
from blog.importing.markup.lines import figures_of, runs_of
from blog.importing.markup.links import fragment_of
from blog.importing.markup.looks import PLAIN, Style
from blog.importing.markup.reading import Places, Reading
from blog.importing.markup.tree import HEADING, TABLE, Node

# "1", "[1]", "(1)", "*", "†", "iv", "1:2" for the second mark of a note, "fn 1".
_MARK = re.compile(
    r"[\[({]?(?:note |fn |ref )?(?:\d{1,3}(?::\d{1,2})?|[ivx]{1,5}|[a-z]|[*†‡§¶]{1,3})[\])}]?\.?",
    re.IGNORECASE,
)
_NAMED_LIKE_NOTES = re.compile(
    r"(?:fn|ftn|footnote|note|endnote|edn|ref|cite|cite_note|reference|source|sdfootnote|bib|_ftn|_edn)[-_:.]?\w{0,40}(?:sym|anc)?",
    re.IGNORECASE,
)
_ARROWS = re.compile(
    r"[\s↩↑⬆⤴⏎↵^ˆ←\ufe0e\ufe0f]*(?:back(?: to (?:text|content|top))?|return|jump up|\d{0,2})[\s↩↑⬆⤴⏎↵^ˆ←\ufe0e\ufe0f]*",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\s*[\[(]?(?:\d{1,3}|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?[.:]?\s*", re.IGNORECASE)
# What is left of a number that was a link, or was typed.
_NUMBER = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}[.)](?=\s)|[.:)\]](?=\s))\s*")
_BLOCKS_OF_NOTES = frozenset(("li", "p", "div", "aside", "section"))


_MOST_LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class _Mark:
    fragment: str
    link: Node


def places_of(root: Node) -> Places:
    """What links lead to in a text: every place with a name, and the footnotes with their marks."""
    named: dict[str, Node] = {}
    marks: list[_Mark] = []
    for node in root.walk():
        for name in (node.get("id"), node.get("name") if node.name == "a" else ""):
            if name:
                named.setdefault(name, node)
        if (
            node.name == "a"
            and (fragment := _fragment(node))
            and _MARK.fullmatch(words_of(node.text(20)[:20]))
        ):
            marks.append(_Mark(fragment, node))
    return _matched(named, marks)


def _fragment(link: Node) -> str:
    """The place a link names, where it leads to this very text as far as can be told."""
    href = link.get("href").strip()
    return fragment_of(href) if href.startswith("#") else ""


def _matched(named: Mapping[str, Node], marks: list[_Mark]) -> Places:
    keys: dict[str, str] = {}
    notes: dict[int, str] = {}
    back: set[int] = set()
    for mark in marks:
        target = named.get(mark.fragment)
        note = _note_around(target) if target is not None and id(mark.link) not in back else None
        if note is None or not _is_raised_or_like_notes(mark) or _is_in(mark.link, note):
            continue
        if id(note) not in notes:
            notes[id(note)] = mark.fragment
            # A note leads back to its mark, with a sign that looks like one.
            back.update(id(link) for link in islice(note.walk(), _MOST_LOOKED_AT) if link.name == "a")
        keys[mark.fragment] = notes[id(note)]
    return Places(frozenset(named), keys, notes)


def _note_around(node: Node) -> Node | None:
    """The block a note is, around the place its mark leads to."""
    for _step in range(8):
        if node.name in _BLOCKS_OF_NOTES:
            return None if node.holds & (HEADING | TABLE) else _with_frame(node)
        if node.parent is None or node.name in HEADINGS:
            return None
        node = node.parent
    return None


def _with_frame(node: Node) -> Node:
    """The item a note stands in; Word, too, puts every note into a box of its own."""
    parent = node.parent
    if parent is None or len(parent.elements()) != 1:
        return node
    is_frame = parent.name == "li" or "mso-element:footnote" in parent.get("style").replace(" ", "")
    return parent if is_frame else node


def _is_raised_or_like_notes(mark: _Mark) -> bool:
    """Whether a mark is raised, in brackets, or named as notes are; other figures that are links lead to parts."""
    text = words_of(mark.link.text(20)[:20])
    if text[:1] in "[({*†‡" or _NAMED_LIKE_NOTES.fullmatch(mark.fragment.strip("_")):
        return True
    around: Node | None = mark.link
    for _step in range(4):
        if around is None:
            break
        if around.name == "sup" or "vertical-align:super" in around.get("style").replace(" ", ""):
            return True
        around = around.parent
    return any(child.name == "sup" for child in mark.link.elements())


def _is_in(node: Node, box: Node) -> bool:
    around: Node | None = node
    while around is not None:
        if around is box:
            return True
        around = around.parent
    return False


def read_notes(reading: Reading, node: Node, style: Style) -> bool:
    """A list of notes, or a block that is one."""
    notes = reading.places.notes
    if id(node) in notes:
        _put(reading, [node])
        return True
    if node.name not in LISTS:
        return False
    items = [child for child in node.elements() if child.name == "li"]
    if not items or sum(1 for item in items if id(item) in notes) * 2 < len(items):
        return False
    _put(reading, items)
    return True


def _put(reading: Reading, nodes: list[Node]) -> None:
    found: list[Footnote] = []
    for node in nodes:
        pieces = reading.line_of(node, PLAIN)
        html = inline_html(_without_marks(runs_of(pieces)))
        if html:
            found.append(Footnote(reading.places.notes.get(id(node), node.get("id")), html))
        reading.put(*figures_of(pieces))
    if found:
        reading.put(FootnotesElement(tuple(found)))


def _without_marks(runs: list[Run]) -> list[Run]:
    """The words of a note without the links that lead back, and without its own number."""
    kept = [run for run in runs if not _leads_back(run)]
    first = next((at for at, run in enumerate(kept) if has_words((run,))), None)
    if first is None:
        return kept
    if kept[first].style.raised and _LEADING.fullmatch(kept[first].text):
        del kept[first]
    elif number := _NUMBER.match(kept[first].text):
        kept[first] = kept[first]._replace(text=kept[first].text[number.end() :])
    return kept


def _leads_back(run: Run) -> bool:
    is_link = bool(run.style.note) or run.style.href.startswith("#")
    return is_link and (
        _ARROWS.fullmatch(run.text) is not None or _MARK.fullmatch(run.text.strip()) is not None
    )
