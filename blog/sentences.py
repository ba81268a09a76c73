"""Stored text -> paragraphs -> sentences, each with whether it names its source. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from .reading import CITATION

# Stands for a citation while tags are taken out: no text holds it (U+FFF9 is an interlinear annotation mark).
_CITED = "\ufff9"
_BREAK = re.compile(r"</(?:p|li|h[1-6]|blockquote|td|th)>|<br\s*/?>|<hr\s*/?>")
_TAG = re.compile(r"<[^<>]*>")
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|cf|ca|approx|al|dr|prof|mr|mrs|ms|st|fig|no|vol|pp?|[a-z])\.$", re.IGNORECASE
)
# White space that is one space to readers. A space that parts thousands stays what it is: without it "1 200 mg" could
# be two numbers.
_SPACE = re.compile(r"(?!(?<=\d)[\u00a0\u202f\u2009]\d{3}(?!\d))\s++")
# As many characters as the longest of them can have, and some to see where its word begins.
_ROOM = 12
# The end of a sentence with what closes it and its citations, then a space and what can begin another. A row of marks
# is looked at once, from its beginning.
_END = re.compile(rf"(?<![.!?…])([.!?…]++)[\"”’')\]]*+(?:\s*+{_CITED})*+(?=\s+[^\sa-z{_CITED}])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a reader sees it."""

    text: str
    is_cited: bool = False


def read_rich_text(html: str) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences of stored rich text, by paragraph or list item; empty ones are left out."""
    # The words of a citation are for the editor; readers see the number of the source.
    marked = CITATION.sub(_CITED, html)
    return _paragraphs(unescape(_TAG.sub("", part)) for part in _BREAK.split(marked))


def read_plain_text(text: str) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences of plain text, by line."""
    return _paragraphs(iter(text.splitlines()))


def _paragraphs(parts: Iterator[str]) -> tuple[tuple[Sentence, ...], ...]:
    found = (tuple(_sentences(_SPACE.sub(" ", part).strip())) for part in parts)
    return tuple(sentences for sentences in found if sentences)


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for end in _END.finditer(text):
        if not _ABBREVIATION.search(text[max(start, end.end(1) - _ROOM) : end.end(1)]):
            yield from _sentence(text[start : end.end()])
            start = end.end()
    yield from _sentence(text[start:])


def _sentence(text: str) -> Iterator[Sentence]:
    words = _SPACE.sub(" ", text.replace(_CITED, "")).strip()
    if words:
        yield Sentence(words, is_cited=_CITED in text)
