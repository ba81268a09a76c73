"""HTML -> tags and words, as browsers tell them apart, in time in proportion to its length.

The standard library's parser takes quadratic time for some broken tags, and other parsers leave out what they do not
know; here every sign is looked at once and every word comes out.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# What is in these is no markup until their own end tag.
_RAW = frozenset(("script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "title"))
_KEPT_RAW = frozenset(("style", "textarea", "title", "xmp"))
_FRAMES = _RAW - {"script", "style"}
# Where no tag can begin, "<" is a word like any other, however many there are.
_NO_TAG = re.compile(r"(?:<(?![!?/a-zA-Z])[^<]*+)++")
# A tag without attributes, as most are.
_BARE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)\s*+(/?)>")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_BETWEEN = re.compile(r"[\s/]*+")
_ATTRIBUTE = re.compile(r"[^\s/>][^\s/>=]*+")
_EQUALS = re.compile(r"\s*+=\s*+")
_BARE_VALUE = re.compile(r"[^\s>]*+")
# In an address "&copy=" is no sign: only references that are closed count.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,30};)")
# How many tags that never end are mended one by one; after that, what follows is words.
_MOST_MENDED = 20


class Tag(NamedTuple):
    """A start tag, or an end tag (`ends`); `closed` tells of one that ends itself."""

    name: str
    attributes: dict[str, str]
    ends: bool = False
    closed: bool = False


def tokens(html: str) -> Iterator[Tag | str]:
    """The tags and the words between them, in order; comments, declarations and the inside of scripts are left out.

    Words have their character references resolved; names of tags and attributes are in lower case.
    """
    return _Scanner(html).tokens()


class _Scanner:
    def __init__(self, html: str) -> None:
        self._html = html
        self._last_end = html.rfind(">")
        self._last_quote = {'"': html.rfind('"'), "'": html.rfind("'")}
        self._no_more: set[str] = set()
        self._mended = 0

    def tokens(self) -> Iterator[Tag | str]:
        html, at = self._html, 0
        while at < len(html):
            start = html.find("<", at)
            if start < 0 or start > self._last_end:
                yield unescape(html[at:])
                return
            if start > at:
                yield unescape(html[at:start])
            found, at = self._markup(start)
            yield from found

    def _markup(self, start: int) -> tuple[tuple[Tag | str, ...], int]:
        """What the "<" at `start` begins, and where it ends."""
        if bare := _BARE.match(self._html, start):
            tag, at = Tag(bare[2].casefold(), {}, bool(bare[1]), bool(bare[3])), bare.end()
        else:
            sign = self._html[start + 1 : start + 2]
            if sign in ("!", "?") or (sign == "/" and not _NAME.match(self._html, start + 2)):
                return (), self._skipped(start)
            if plain := _NO_TAG.match(self._html, start):
                return (unescape(plain[0]),), plain.end()
            tag, at = self._tag(start + (sign == "/"))
            tag = tag._replace(ends=sign == "/")
        if tag.name in _RAW and not tag.ends and not tag.closed:
            words, at = self._raw(tag.name, at)
            return (tag, words, Tag(tag.name, {}, ends=True)), at
        return (tag,), at

    def _tag(self, start: int) -> tuple[Tag, int]:
        """The tag whose "<" (or "/") is at `start`, and where it ends."""
        html = self._html
        name = _NAME.match(html, start + 1)
        assert name
        attributes: dict[str, str] = {}
        at = name.end()
        while True:
            gap = _BETWEEN.match(html, at)
            before, at = at, gap.end() if gap else at
            if at >= len(html):
                return self._mended_tag(name[0].casefold(), name.end())
            if html[at] == ">":
                closed = html[before:at].endswith("/")
                return Tag(name[0].casefold(), attributes, closed=closed), at + 1
            at = self._attribute(at, attributes)

    def _mended_tag(self, name: str, after: int) -> tuple[Tag, int]:
        """A tag that is open to the end, for a quotation mark too many, ends at the first sign that could end it."""
        self._mended += 1
        end = self._html.find(">", after) + 1 if self._mended <= _MOST_MENDED else 0
        return Tag(name, {}), end or len(self._html)

    def _attribute(self, at: int, attributes: dict[str, str]) -> int:
        html = self._html
        name = _ATTRIBUTE.match(html, at)
        assert name
        at = name.end()
        value = ""
        equals = _EQUALS.match(html, at)
        if equals:
            at = equals.end()
            quote = html[at : at + 1]
            if quote in self._last_quote and self._last_quote[quote] > at:
                end = html.find(quote, at + 1)
                value, at = html[at + 1 : end], end + 1
            else:
                bare = _BARE_VALUE.match(html, at)
                assert bare
                value, at = bare[0].strip("\"'"), bare.end()
        attributes.setdefault(name[0].casefold(), _REFERENCE.sub(lambda found: unescape(found[0]), value))
        return at

    def _raw(self, name: str, at: int) -> tuple[str, int]:
        """What is in an element that holds no markup, as far as anybody reads it, and where the element ends."""
        end = self._find(f"</{name}", at)
        if end < 0:
            # A frame somebody forgot to close hides nothing of what follows; a script does.
            return "", at if name in _FRAMES else len(self._html)
        inside = self._html[at:end] if name in _KEPT_RAW else ""
        after = self._html.find(">", end) + 1 or len(self._html)
        return (inside if name == "style" else unescape(inside)), after

    def _skipped(self, start: int) -> int:
        """Where a comment or a declaration ends."""
        html = self._html
        if html.startswith("<!--", start):
            if html.startswith((">", "->"), start + 4):
                return html.find(">", start) + 1
            end = self._find("-->", start + 4)
            if end >= 0:
                return end + 3
        elif html.startswith("<![CDATA[", start):
            end = self._find("]]>", start)
            if end >= 0:
                return end + 3
        return html.find(">", start) + 1

    def _find(self, what: str, at: int) -> int:
        """Where something stands, whatever its capitals; -1, and at once the next time, if it does not."""
        if what in self._no_more:
            return -1
        found = re.compile(re.escape(what), re.IGNORECASE).search(self._html, at)
        if found is None:
            self._no_more.add(what)
            return -1
        return found.start()
