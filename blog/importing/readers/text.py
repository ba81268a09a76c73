"""Plain text: a line or a wrapped run of lines is a paragraph, marked lines are a list."""

import hashlib
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blog.importing.document import Element, ListElement, Paragraph, SourceArticle
from blog.importing.markup.typed_lists import Marked, grouped, marked
from blog.importing.readers.decoding import decoded
from blog.importing.readers.file import SourceFile
from blog.importing.readers.reader import Reader

# A file whose longest line is longer than this was not wrapped by an editor or a mail program.
_WIDEST_WRAP = 100
_SHORTEST_WRAPPED = 40
_MARKUP = ("<!doctype", "<html", "<?xml")


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    indent: int
    number: int
    after_blank: bool


def recognises(data: bytes) -> bool:
    """Whether the bytes are text without markup of their own; bytes that are no text at all are left to `read`,
    which says what is wrong with them."""
    head = data[:2000].decode("utf-8", "ignore")
    return not head.lstrip("\ufeff \t\r\n").casefold().startswith(_MARKUP)


def read(file: SourceFile, source: str) -> Iterator[SourceArticle]:
    """The one article in a plain text. Raises Unreadable."""
    found = decoded(file.whole())
    article = SourceArticle(
        source=source,
        content_hash=content_hash(found.text),
        elements=elements_of(found.text),
        notes=found.notes,
    )
    return iter((article,))


def elements_of(text: str) -> tuple[Element, ...]:
    """The paragraphs and lists of a text with plain line feeds."""
    return tuple(_elements(text))


def content_hash(text: str) -> str:
    """The SHA-256 of a text in which trailing white space does not count."""
    lines = (line.rstrip() for line in text.rstrip().split("\n"))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _elements(text: str) -> Iterator[Element]:
    lines = text.split("\n")
    widest = max(map(len, lines))
    wrap = widest if widest <= _WIDEST_WRAP else 0
    pending: list[Marked] = []
    for row in _rows(lines, wrap):
        item = marked(row.text, row.indent, row.number, row.after_blank)
        if item:
            pending.append(item)
            continue
        if pending:
            yield from _lists(pending)
            pending = []
        yield Paragraph(_escaped(row.text), row.number)
    yield from _lists(pending)


def _rows(lines: Sequence[str], wrap: int) -> Iterator[_Row]:
    """The paragraphs of a text, each on one row."""
    parts: list[str] = []
    indent = first = 0
    for number, line in enumerate(lines, 1):
        content = line.strip()
        if parts and not (content and _continues(lines[number - 2], line, parts[0], indent, wrap)):
            yield _Row(" ".join(parts), indent, first, first > 1 and not lines[first - 2].strip())
            parts = []
        if content:
            if not parts:
                indent, first = _indent(line), number
            parts.append(content)
    if parts:
        yield _Row(" ".join(parts), indent, first, first > 1 and not lines[first - 2].strip())


def _continues(before: str, line: str, opening: str, indent: int, wrap: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if len(before.rstrip()) < _SHORTEST_WRAPPED or marked(line.strip()):
        return False
    if marked(opening) and _indent(line) >= indent + 2:
        return True
    first_word = line.split(maxsplit=1)[0]
    return 0 < wrap < len(before.rstrip()) + 1 + len(first_word)


def _lists(items: Sequence[Marked]) -> Iterator[Element]:
    for group in grouped(items):
        outermost = sum(1 for item in group if item.depth == 0)
        if group[0].is_plain(alone=outermost == 1):
            yield from _paragraphs(group)
            continue
        depths = tuple(item.depth for item in group)
        yield ListElement(
            items=tuple(_escaped(item.words if item.loses_its_mark else item.whole) for item in group),
            ordered=group[0].count > 0,
            line=group[0].line,
            depths=depths if any(depths) else (),
        )


def _paragraphs(group: Sequence[Marked]) -> Iterator[Element]:
    """A group that is no list: its outermost lines are paragraphs, what is nested in them may be lists."""
    nested: list[Marked] = []
    for item in group:
        if item.depth:
            nested.append(item)
            continue
        if nested:
            yield from _lists(nested)
            nested = []
        yield Paragraph(_escaped(item.whole), item.line)
    yield from _lists(nested)


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip())


def _escaped(text: str) -> str:
    """Safe HTML of a text: only ASCII white space is collapsed, since a no-break space is there on purpose."""
    collapsed = " ".join(part for part in text.replace("\t", " ").split(" ") if part)
    return html.escape(collapsed, quote=False)


READER = Reader(name="text", label="plain text", recognises=recognises, read=read)
