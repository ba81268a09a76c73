"""The words of a stored body, read without loading what it refers to."""

import re
from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from .references import inner_blocks
from .summaries import paragraphs

# A link in rich text that names an object of some kind, with its words. Links do not nest, so that one that is not
# closed ends before the next begins.
_LINK = re.compile(r'<a\b(?=[^<>]*\blinktype="(\w+)")[^<>]*+>(?:[^<]++|<(?!/?a\b))*+</a>')
_marks: set[str] = set()


def register_mark(kind: str) -> None:
    """Say that a link of this kind shows readers a mark: its words are the editor's, and no text."""
    _marks.add(kind)


def without_marks(html: str) -> str:
    """Return stored rich text without the links readers see a mark of."""
    return _LINK.sub(lambda link: "" if link[1] in _marks else link[0], html)


def find_texts(block: blocks.Block, raw: Any) -> Iterator[str]:
    """Yield the texts a reader finds in a block's stored value, in document order, as plain text.

    `block` defines the value, `raw` is its stored (JSON) form. Choices, addresses and descriptions of pictures
    are no text; a block with `is_searched = False` keeps its words to itself (what it shows depends on something
    that can be withdrawn).
    """
    if raw is None or not getattr(block, "is_searched", True) or isinstance(block, ImageBlock):
        return
    if isinstance(block, blocks.RichTextBlock):
        yield from paragraphs(without_marks(raw))
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield str(raw)
    else:
        for child, value in inner_blocks(block, raw):
            yield from find_texts(child, value)
