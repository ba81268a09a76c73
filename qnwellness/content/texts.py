"""The words of a stored body, with those that references in them show today."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text.rewriters import extract_attrs

from . import references
from .references import inner_blocks
from .summaries import paragraphs

# A link in rich text that names an object of some kind, with its words. Links do not nest, so that one that is not
# closed ends before the next begins.
_LINK = re.compile(r'<a\b(?=[^<>]*\blinktype="(\w+)")[^<>]*+>(?:[^<]++|<(?!/?a\b))*+</a>')
_marks: set[str] = set()
_wordings: dict[str, Callable[[Any, Mapping[str, str]], str | None]] = {}


def register_mark(kind: str) -> None:
    """Say that a link of this kind shows readers a mark: its words are the editor's, and no text."""
    _marks.add(kind)


def register_wording(kind: str, words: Callable[[Any, Mapping[str, str]], str | None]) -> None:
    """Say that a link of this kind shows `words` of the object it names and its own attributes.

    None means the words that were stored with it.
    """
    _wordings[kind] = words


def as_shown(html: str) -> str:
    """Return stored rich text with the words readers see: without marks, and with today's words of what links name.

    One query a kind that has words of its own; none for a text without links of such a kind. A link that names
    nothing any more keeps its words.
    """
    wanted: dict[str, set[int]] = defaultdict(set)
    for kind, pk in (_named(link) for link in _LINK.finditer(html) if link[1] in _wordings):
        if pk is not None:
            wanted[kind].add(pk)
    current = references.current()
    found = {kind: current.many(kind, ids) for kind, ids in wanted.items()}
    return _LINK.sub(lambda link: _shown(link, found), html)


def _shown(link: re.Match[str], found: dict[str, dict[int, Any]]) -> str:
    """Return what readers see of a link; `found` has the objects that have words of their own, by kind and id."""
    kind = link[1]
    if kind in _marks:
        return ""
    one = found[kind].get(_named(link)[1]) if kind in found else None
    words = _wordings[kind](one, _attributes(link)) if one is not None else None
    return link[0] if words is None else escape(words)


def _named(link: re.Match[str]) -> tuple[str, int | None]:
    """Return (kind, id) of what a link names."""
    return link[1], references.reference_id(_attributes(link).get("id"))


def _attributes(link: re.Match[str]) -> Mapping[str, str]:
    return extract_attrs(link[0][: link[0].index(">")])


def find_texts(block: blocks.Block, raw: Any) -> Iterator[str]:
    """Yield the texts a reader finds in a block's stored value, in document order, as plain text.

    `block` defines the value, `raw` is its stored (JSON) form. Choices, addresses and descriptions of pictures
    are no text; a block with `is_searched = False` keeps its words to itself (what it shows depends on something
    that can be withdrawn). Of references, those that are a text themselves (a figure) are read as they are today.
    """
    if raw is None or not getattr(block, "is_searched", True) or isinstance(block, ImageBlock):
        return
    if isinstance(block, blocks.RichTextBlock):
        yield from paragraphs(as_shown(raw))
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield str(raw)
    elif (kind := getattr(block, "reference_kind", None)) in _wordings:
        pk = references.reference_id(raw)
        one = references.current().one(kind, pk) if pk is not None else None
        words = _wordings[kind](one, {}) if one is not None else None
        yield from [] if words is None else [words]
    else:
        for child, value in inner_blocks(block, raw):
            yield from find_texts(child, value)
