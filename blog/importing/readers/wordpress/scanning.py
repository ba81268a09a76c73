"""HTML as WordPress stores it -> tags, comments and the text between them, nothing lost; time grows with its length."""

from collections.abc import Iterator
from enum import Enum


class Kind(Enum):
    """What a token is."""

    TEXT = "text"
    TAG = "tag"
    COMMENT = "comment"


Token = tuple[Kind, str]


def tokens(html: str) -> Iterator[Token]:
    """The tokens of HTML; joined they are what came in."""
    at, kept = 0, 0
    no_comment_ends = False
    last = html.rfind(">")
    while (start := html.find("<", at)) >= 0 and start <= last:
        end, kind = -1, Kind.TAG
        if html.startswith("<!--", start) and not no_comment_ends:
            end = html.find("-->", start + 4)
            no_comment_ends = end < 0
            kind, end = Kind.COMMENT, end + 3 if end >= 0 else -1
        elif html[start + 1 : start + 2].isalpha() or html[start + 1 : start + 2] in "/!":
            end = _tag_end(html, start)
        if end < 0:
            at = start + 1
            continue
        if start > kept:
            yield Kind.TEXT, html[kept:start]
        yield kind, html[start:end]
        at = kept = end
    if kept < len(html):
        yield Kind.TEXT, html[kept:]


def comments(html: str) -> Iterator[Token]:
    """The comments of HTML and all that is between them, joined what came in; quicker than all tokens."""
    at = 0
    while (start := html.find("<!--", at)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        if start > at:
            yield Kind.TEXT, html[at:start]
        at = end + 3
        yield Kind.COMMENT, html[start:at]
    if at < len(html):
        yield Kind.TEXT, html[at:]


def name_of(tag: str) -> str:
    """The name of a tag in lower case, with "/" before that of an end tag."""
    name = tag[1:60].split(">", 1)[0].split(None, 1)
    found = name[0].casefold() if name else ""
    return found if found == "/" else found.rstrip("/")


def _tag_end(html: str, start: int) -> int:
    """Where a tag ends; -1 if another one begins before it does."""
    end = html.find(">", start)
    return -1 if html.find("<", start + 1, end) >= 0 else end + 1
