"""Articles of a Shopify shop as JSON: what its interfaces answer, saved or pasted."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from blog.importing.document import Rejected, SourceArticle
from blog.importing.readers.file import SourceFile
from blog.importing.readers.reader import Read, Reader
from blog.importing.readers.shopify_article import NO_PATH, TOO_LARGE, key_of, read_article
from blog.importing.readers.shopify_fields import article_of, something_else
from blog.importing.readers.shopify_lines import articles_in_lines, is_lines
from blog.importing.readers.shopify_query import SHOPIFY_QUERY
from blog.importing.readers.shopify_stream import Found, Outcome, articles_in
from qnwellness.content.files import MAX_BYTES, Unreadable
from qnwellness.tables.decoding import Decoding, beginning, decode

__all__ = ["READER", "SHOPIFY_QUERY"]

NO_ARTICLES = (
    "The file is JSON, but holds no articles of a shop; each needs a title and a text "
    "(body_html, body or contentHtml)."
)
MORE = (
    "The shop has more articles than this file: ask again with “after” set to the “endCursor” of this result, and "
    "import that, too."
)
_JSON = re.compile(r'\s*(?:\{\s*(?:"|\})|\[\s*[{\]])')
_HEAD = 4_000
# No string of a sound file is so long, and none this long fits beside everything else into memory.
_LONGEST_STRING = 4 * MAX_BYTES
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_LINE_ENDS = str.maketrans("\r\n\t", "   ")
_BEGINNING = "the beginning"

Placed = tuple[str, Found | Unreadable]


def recognises(head: bytes) -> bool:
    """Whether a file begins as JSON does."""
    try:
        text, _notices = decode(beginning(head, _HEAD))
    except Unreadable:
        return False
    return _JSON.match(text) is not None


def read(file: SourceFile, source: str) -> Iterator[Read]:
    """The articles of a file, one at a time. Raises Unreadable when there is none in it."""
    outcome = Outcome()
    found = _in_lines(file, outcome) if is_lines(file) else _in_one(file, outcome)
    articles = _read(found, source, outcome)
    first = next(articles, None)
    if first is None:
        raise Unreadable(
            f"The shop answered with an error instead of articles: “{outcome.error}”."
            if outcome.error
            else NO_ARTICLES
        )
    if isinstance(first, Rejected) and first.place == _BEGINNING:
        raise Unreadable(first.reason)
    return _with_first(first, articles)


def _with_first(first: Read, others: Iterator[Read]) -> Iterator[Read]:
    yield first
    yield from others


def _in_one(file: SourceFile, outcome: Outcome) -> Iterator[Placed]:
    count = 0
    with file.open() as stream:
        try:
            for count, found in enumerate(articles_in(_utf8(stream), outcome), 1):
                yield f"article {count}", found
        except (Unreadable, OSError) as problem:
            yield f"after article {count}" if count else _BEGINNING, Unreadable(str(problem))


def _in_lines(file: SourceFile, outcome: Outcome) -> Iterator[Placed]:
    last = 0
    try:
        for last, found in articles_in_lines(file, outcome):
            yield f"line {last}", found
    except (Unreadable, OSError) as problem:
        yield f"after line {last}" if last else _BEGINNING, Unreadable(str(problem))


def _read(found: Iterator[Placed], source: str, outcome: Outcome) -> Iterator[Read]:
    is_told = False
    for number, (place, one) in enumerate(found, 1):
        read = _one(one, place, source if number == 1 else f"{source} {place}")
        if isinstance(read, SourceArticle) and read.slug and not read.path and not is_told:
            read, is_told = replace(read, notes=(*read.notes, NO_PATH)), True
        yield read
    if outcome.has_more:
        yield Rejected("the end of the file", MORE)


def _one(found: Found | Unreadable, place: str, fallback: str) -> Read:
    if isinstance(found, Unreadable):
        return Rejected(place, str(found))
    if found.fields is None:
        return Rejected(place, "This is nothing, where an article should be.")
    other = something_else(found.fields)
    if other:
        return Rejected(place, f"This is {other}, not an article.")
    article = article_of(found.fields, found.blog)
    if found.is_too_large:
        return Rejected(place, TOO_LARGE, key_of(article))
    return read_article(article, place, fallback)


def _utf8(stream: BinaryIO) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_Utf8(stream), 262_144))


class _Utf8(io.RawIOBase):
    """A stream in any encoding as UTF-8, without line ends, which strings must not hold but do where text was pasted.

    Raises Unreadable for a string that would not fit into memory.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._pieces = iter(Decoding(stream))
        self._rest = b""
        self._since_quote = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = piece.translate(_LINE_ENDS).encode("utf-8", "replace")
            self._watch(self._rest)
        taken = self._rest[: len(buffer)]
        buffer[: len(taken)] = taken
        self._rest = self._rest[len(taken) :]
        return len(taken)

    def _watch(self, piece: bytes) -> None:
        plain = _ESCAPED.sub(b"  ", piece)
        last = plain.rfind(b'"')
        self._since_quote = len(plain) - last if last >= 0 else self._since_quote + len(plain)
        if self._since_quote > _LONGEST_STRING:
            raise Unreadable(f"A text in it is over {_LONGEST_STRING // 1_000_000} MB long.")


READER = Reader(name="shopify-json", label="Shopify articles as JSON", recognises=recognises, read=read)
