"""What a contents list says of a heading: plain words, without a number somebody typed before them."""

import re
from collections.abc import Iterable

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
# "1. ", "2) ", "(3) ", "3.1. ": a number with a mark after it. A year is no such number.
_MARKED = re.compile(r"\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=.*[^\W\d_])", re.DOTALL)
# "3.1 ": may as well be an amount ("1.5 litres a day"), which goes on with a small letter.
_DOTTED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\s+(?=.*[^\W\d_])", re.DOTALL)


def flat(text: str) -> str:
    """Return a text without markup: `<em>` and the like, not every word between a less-than and a greater-than."""
    return _MARKUP.sub(" ", text)


def label(text: str, *, among_numbered: bool = False) -> str:
    """Return a heading's words on one line, without an enumeration mark before them.

    "2024" and "3 reasons" keep their number. "3.1 Title" loses it only `among_numbered` headings, as "2.5 Reasons"
    alone counts nothing.
    """
    words = " ".join(flat(text).split())
    if mark := _MARKED.match(words):
        return words[mark.end() :]
    mark = _DOTTED.match(words) if among_numbered else None
    return words[mark.end() :] if mark and not words[mark.end()].islower() else words


def count_on(texts: Iterable[str]) -> bool:
    """Tell whether headings are numbered: more than one of them opens with an enumeration mark or a dotted number."""
    return sum(bool(_MARKED.match(text) or _DOTTED.match(text)) for text in texts) > 1
