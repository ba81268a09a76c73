"""How resolved references come out of stored rich text.

Wagtail's link handlers may only replace the opening tag of a link. A handler that wants more says so in the
tag: `PLAIN_LINK` drops the link and keeps its words, `NO_LINK` drops both, `naming_link()` replaces its words,
`plain_name()` replaces them and drops the link, `raised_link()` puts a raised mark in their place. `settle_links`,
which the site's rich text template applies to all rendered rich text, carries that out.
"""

import re
from collections.abc import Mapping

from django.utils.html import escape

PLAIN_LINK = '<a data-settle="plain">'
NO_LINK = '<a data-settle="none">'
_TAGS = re.compile(
    r'<a data-settle="(plain|none|name|plain-name|raised)"(?: data-name="([^"]*)")?([^>]*)>|</a>'
)
# Marks that follow each other stand in one raised element, with a comma and a thin space between them.
_RAISED, _LOWERED, _BETWEEN = '<sup class="citation">', "</sup>", ",\u2009"
_HELD = re.compile(r"<([a-z]+)>(.*)</\1>", re.DOTALL)


def naming_link(name: str, attributes: Mapping[str, str]) -> str:
    """Return the opening tag of a link that shows `name` whatever words were stored with it."""
    return f'<a data-settle="name" data-name="{escape(name)}"{_attributes(attributes)}>'


def plain_name(name: str) -> str:
    """Return the opening tag of a link in whose place `name` shall stand, without a link."""
    return f'<a data-settle="plain-name" data-name="{escape(name)}">'


def raised_link(mark: str, attributes: Mapping[str, str]) -> str:
    """Return the opening tag of a link that shows a raised mark whatever words were stored with it."""
    return f'<a data-settle="raised" data-name="{escape(mark)}"{_attributes(attributes)}>'


def link(attributes: Mapping[str, str]) -> str:
    """Return the opening tag of a link that keeps its words."""
    return f"<a{_attributes(attributes)}>"


def settle_links(html: str) -> str:
    """Carry out what link handlers asked for in expanded rich text. Takes one pass over the text."""
    parts: list[str] = []
    opening: re.Match[str] | None = None
    end = 0
    for tag in _TAGS.finditer(html):
        text = html[end : tag.start()]
        end = tag.end()
        if opening is None:
            parts.append(text)
            if tag[1]:
                opening = tag
            else:
                parts.append(tag[0])
        else:
            _settle(parts, opening, text, html[end : end + 1])
            opening = tag if tag[1] else None
    parts.append(html[end:])
    return "".join(parts)


def _settle(parts: list[str], opening: re.Match[str], words: str, following: str) -> None:
    """Add to `parts` what a link was asked to become; `following` is the character after it."""
    wish, name, attributes = opening.groups()
    if wish == "plain":
        parts.append(words)
    elif wish in ("name", "plain-name"):
        # Elements around all its words stay.
        before, after = _wrapping(words)
        shown = f"{before}{name}{after}"
        parts.append(f"<a{attributes}>{shown}</a>" if wish == "name" else shown)
    elif wish == "raised":
        _take_space_away(parts)
        _raise(parts, f"<a{attributes}>{name}</a>")
    elif not following.isalnum():
        _take_space_away(parts)


class _Raised(str):
    """A raised element with marks in it, told apart from any other text."""


def _raise(parts: list[str], mark: str) -> None:
    """Add a raised mark to `parts`, or to the raised element that stands directly before it."""
    while parts and not parts[-1]:
        parts.pop()
    if parts and isinstance(parts[-1], _Raised):
        parts[-1] = _Raised(f"{parts[-1].removesuffix(_LOWERED)}{_BETWEEN}{mark}{_LOWERED}")
    else:
        parts.append(_Raised(f"{_RAISED}{mark}{_LOWERED}"))


def _take_space_away(parts: list[str]) -> None:
    """Take spaces from the end of `parts`: a mark stands at its word, and a dropped link leaves no gap."""
    if parts and not isinstance(parts[-1], _Raised):
        parts[-1] = parts[-1].rstrip(" \u00a0")


def _wrapping(words: str) -> tuple[str, str]:
    """Return the opening and the closing tags that hold all of `words`, as in `<b><i>words</i></b>`."""
    before, after = "", ""
    while held := _HELD.fullmatch(words):
        before, after = f"{before}<{held[1]}>", f"</{held[1]}>{after}"
        words = held[2]
    return before, after


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
