"""Stored rich text -> paragraphs, each with where its links stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_PIECES = re.compile(r"(<[^<>]*>)")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_PARTS = frozenset(
    {"p", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "td", "th"}
)
_CITATION = 'linktype="source"'
# Stands for each character of a citation, which is for the editor: no text holds it (U+FFFB ends an annotation).
_NO_WORDS = "\ufffb"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The words of a paragraph, and from where to where they are linked."""

    text: str
    links: tuple[tuple[int, int], ...] = ()

    def is_linked(self, start: int, end: int) -> bool:
        """Tell whether a link shares a character with a range."""
        return any(begun < end and start < ended for begun, ended in self.links)


def paragraphs(html: str) -> Iterator[Paragraph]:
    """Yield the paragraphs and list items of stored rich text that have words."""
    text: list[str] = []
    links: list[tuple[int, int]] = []
    begun, is_citation, length = -1, False, 0
    for piece in _PIECES.split(html):
        if not piece.startswith("<"):
            words = unescape(piece)
            text.append(_NO_WORDS * len(words) if is_citation else words)
            length += len(words)
            continue
        tag = _TAG.match(piece)
        name = tag[1].lower() if tag else ""
        if name == "a":
            if piece.startswith("</"):
                links.append((begun, length))
                begun, is_citation = -1, False
            else:
                begun, is_citation = length, _CITATION in piece
        elif name == "br":
            text.append("\n")
            length += 1
        elif name in _PARTS and text:
            yield from _paragraph(text, links)
            text, links, length = [], [], 0
    yield from _paragraph(text, links)


def _paragraph(text: list[str], links: list[tuple[int, int]]) -> Iterator[Paragraph]:
    words = "".join(text)
    if words.strip():
        yield Paragraph(words, tuple(links))
