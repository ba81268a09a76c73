"""The links of stored rich text. Pure."""

import re
from collections.abc import Iterator
from html import unescape

from .article import Link

# Links do not nest: one ends before the next begins.
_LINK = re.compile(r"<a\b([^<>]*+)>((?:[^<]++|<(?!/?a\b))*+)</a>")
_ATTRIBUTE = re.compile(r'(?<![\w-])([\w-]++)="([^"]*)"')
_TAG = re.compile(r"<[^<>]*>")
_SURFACES = {"product": "mention", "source": "citation"}


def links_in(html: str, place: str) -> Iterator[Link]:
    """Yield the links of a stored rich text that stands at `place`, in order."""
    for tag, inner in _LINK.findall(html):
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag)}
        words = " ".join(unescape(_TAG.sub("", inner)).split())
        kind = attributes.get("linktype")
        address = attributes.get("href", "")
        if kind:
            yield Link(kind, attributes.get("id", ""), place, words, _SURFACES.get(kind, "link"))
        elif address.startswith("#"):
            yield Link("fragment", address[1:], place, words)
        else:
            yield Link("address", address, place, words)
