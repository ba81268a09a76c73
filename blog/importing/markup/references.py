"""Reference lists: the words above footnotes, and lists without links that figures in the text lead to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from blog.importing.document import (
    BoxElement,
    Element,
    Footnote,
    FootnotesElement,
    HeadingElement,
    ListElement,
    Paragraph,
    QuestionElement,
    TableElement,
)

_TITLE = re.compile(
    r"(?:[a-z]+ (?:and|&) )?(?:references?|sources?|literature|studies|scientific (?:studies|references|sources)"
    r"|foot ?notes?|end ?notes?|notes?|bibliography|citations?|works cited|further evidence|evidence"
    r"|quellen(?:angaben|verzeichnis)?|literatur(?:verzeichnis)?|studien|einzelnachweise|fußnoten|fuentes|referencias"
    r"|références|notes de bas de page|fonti|bibliografia)(?: (?:and|&) [a-z ]{3,20}| cited| list| used)?\s*:?",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\[(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\]")
# Raised behind a word or the end of a sentence, not behind a unit or a number, whose power it would be.
_RAISED = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?)”\"’]))<sup>(\[?\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}\]?)</sup>"
)
_DIGITS = re.compile(r"\d{1,3}")
_RANGE = re.compile(r"(\d{1,3})\s?[–-]\s?(\d{1,3})")
_LONGEST_RANGE = 50
_OWN_NUMBER = re.compile(
    r"^(?:<(?:sup|strong|em)>)*\s*(?:\[(\d{1,3})\]|(\d{1,3})(?:[.)]|(?=</sup>)))\s*(?:</(?:sup|strong|em)>)*\s*"
)


@dataclass(frozen=True, slots=True)
class _List:
    """A reference list: where its heading stands, where it ends, and its notes."""

    start: int
    end: int
    notes: tuple[Footnote, ...]


def with_references(elements: Sequence[Element]) -> tuple[Element, ...]:
    """Elements in which footnotes have the words above them as title, and a reference list that marks in the text
    lead to is footnotes, with the marks as links."""
    found = _titled(list(elements))
    references = _reference_list(found)
    if references is None:
        return tuple(found)
    keys = frozenset(note.key for note in references.notes)
    rest = [*found[: references.start], *found[references.end :]]
    if not any(_is_marked(html, keys) for element in rest for html in _htmls(element)):
        return tuple(found)
    heading = found[references.start]
    notes = FootnotesElement(references.notes, getattr(heading, "text", ""))
    before = [_linked(element, keys) for element in found[: references.start]]
    return (*before, notes, *(_linked(element, keys) for element in found[references.end :]))


def is_title(element: Element) -> bool:
    """Whether an element is the words above a list of references or notes."""
    if not isinstance(element, HeadingElement | Paragraph):
        return False
    text = element.text
    return len(text) <= 60 and _TITLE.fullmatch(text.strip()) is not None


def _titled(elements: list[Element]) -> list[Element]:
    kept: list[Element] = []
    for element in elements:
        if isinstance(element, FootnotesElement) and not element.title and kept and is_title(kept[-1]):
            element = replace(element, title=getattr(kept.pop(), "text", ""))
        kept.append(element)
    return kept


def _reference_list(elements: list[Element]) -> _List | None:
    """The last list of references without links of its own."""
    for start in range(len(elements) - 2, -1, -1):
        if is_title(elements[start]):
            end, notes = _notes_after(elements, start + 1)
            if notes:
                return _List(start, end, notes)
    return None


def _notes_after(elements: list[Element], at: int) -> tuple[int, tuple[Footnote, ...]]:
    element = elements[at]
    if isinstance(element, ListElement) and not element.depths:
        return at + 1, tuple(Footnote(str(count), html) for count, html in enumerate(element.items, 1))
    notes: list[Footnote] = []
    while at < len(elements) and isinstance(element := elements[at], Paragraph):
        lines = [line for line in element.html.split("<br>") if line.strip()]
        numbers = [_OWN_NUMBER.match(line) for line in lines]
        if not all(numbers):
            break
        for line, number in zip(lines, numbers, strict=True):
            if number:
                notes.append(Footnote(number[1] or number[2], line[number.end() :]))
        at += 1
    is_whole = all("<" not in note.html or _is_balanced(note.html) for note in notes)
    return (at, tuple(notes)) if is_whole and len({note.key for note in notes}) == len(notes) else (at, ())


def _is_balanced(html: str) -> bool:
    tags = re.findall(r"<(/?)([a-z]+)", html)
    open_tags = [name for slash, name in tags if not slash and name != "br"]
    return sorted(open_tags) == sorted(name for slash, name in tags if slash)


def _htmls(element: Element) -> Iterator[str]:
    if isinstance(element, Paragraph):
        yield element.html
    elif isinstance(element, ListElement):
        yield from element.items
    elif isinstance(element, TableElement):
        for row in element.rows:
            yield from row
    elif isinstance(element, QuestionElement):
        yield element.answer
    elif isinstance(element, BoxElement):
        for inner in element.elements:
            yield from _htmls(inner)


def _is_marked(html: str, keys: frozenset[str]) -> bool:
    return _with_marks(html, keys) != html


def _linked(element: Element, keys: frozenset[str]) -> Element:
    if isinstance(element, Paragraph):
        return replace(element, html=_with_marks(element.html, keys))
    if isinstance(element, ListElement):
        return replace(element, items=tuple(_with_marks(item, keys) for item in element.items))
    if isinstance(element, TableElement):
        rows = tuple(tuple(_with_marks(cell, keys) for cell in row) for row in element.rows)
        return replace(element, rows=rows)
    if isinstance(element, QuestionElement):
        return replace(element, answer=_with_marks(element.answer, keys))
    if isinstance(element, BoxElement):
        return replace(element, elements=tuple(_linked(inner, keys) for inner in element.elements))
    return element


def _with_marks(html: str, keys: frozenset[str]) -> str:
    """Inline HTML with its marks as links to footnotes; what is in a link already stays."""
    if "[" not in html and "<sup>" not in html:
        return html
    parts = re.split(r"(<a [^<>]*>|</a>)", html)
    in_link = False
    for at, part in enumerate(parts):
        if at % 2:
            in_link = part != "</a>"
        elif not in_link:
            part = _RAISED.sub(lambda found: _mark(found[1], found[0], keys), part)
            parts[at] = _outside_links(part, keys)
    return "".join(parts)


def _outside_links(html: str, keys: frozenset[str]) -> str:
    pieces = re.split(r"(<a linktype=[^<>]*>[^<>]*</a>)", html)
    for at in range(0, len(pieces), 2):
        pieces[at] = _MARKS.sub(lambda found: _mark(found[0], found[0], keys), pieces[at])
    return "".join(pieces)


def _spelled_out(found: re.Match[str]) -> str:
    """A range as all its numbers: each of them is a source."""
    first, last = int(found[1]), int(found[2])
    if not first < last <= first + _LONGEST_RANGE:
        return found[0]
    return ", ".join(map(str, range(first, last + 1)))


def _mark(text: str, whole: str, keys: frozenset[str]) -> str:
    """Every number of a mark as a link; the mark as it was if it is none."""
    text = _RANGE.sub(_spelled_out, text)
    numbers = _DIGITS.findall(text)
    if not all(number in keys for number in numbers):
        return whole
    if len(numbers) == 1:
        return f'<a linktype="footnote" id="{numbers[0]}">{text}</a>'
    return _DIGITS.sub(lambda found: f'<a linktype="footnote" id="{found[0]}">{found[0]}</a>', text)
