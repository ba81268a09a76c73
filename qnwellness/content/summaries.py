"""A few words that stand for a text. Pure."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

# What a search engine shows of a description.
LONGEST = 160

# What ends a sentence or leads on to the next one.
_ENDINGS = (".", "!", "?", "…", ":", ";", "。", "！", "？")

_TAG = re.compile(r"<[^<>]*>")
# Elements inside a sentence: without them its words stand as they did.
_INLINE = re.compile(r"</?(?:a|b|code|em|i|mark|span|strong|sub|sup|u)\b[^<>]*>")
# Control characters no XML and no attribute can hold, and the marks that turn the direction of a text.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def plain(html: str) -> str:
    """Return the words of a piece of HTML on one line."""
    return one_line(unescape(_TAG.sub(" ", _INLINE.sub("", html))))


def paragraphs(html: str) -> Iterator[str]:
    """Yield the words of each part of a piece of HTML that stands apart: a paragraph, an item of a list, a line."""
    parts = (one_line(unescape(part)) for part in _TAG.split(_INLINE.sub("", html)))
    yield from filter(None, parts)


def joined(texts: Iterable[str]) -> str:
    """Join texts that stand apart on the page, so that a title does not run into the sentence below it."""
    said = [text.strip() for text in texts if text.strip()]
    parts = [text if text.endswith(_ENDINGS) else f"{text} ·" for text in said[:-1]]
    return " ".join([*parts, *said[-1:]])


def one_line(text: str) -> str:
    """Return a text on one line, without characters that cannot be written in a page or a feed."""
    return " ".join(_UNWRITABLE.sub("", text).split())


def shorten(text: str, longest: int = LONGEST) -> str:
    """Return a text of at most `longest` characters, ended between two words, with “…” where some are missing."""
    line = one_line(text)
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    whole = cut if line[longest - 1].isspace() else cut.rpartition(" ")[0]
    # A text without spaces (Chinese, one endless word) is cut where it has to be.
    words = whole if len(whole) > longest // 2 else cut
    return f"{words.rstrip(' ,;:–—-.')}…"
