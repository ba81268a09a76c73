"""The words of a stored body, read without loading what it refers to."""

from collections.abc import Iterator
from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from .references import inner_blocks
from .summaries import plain


def find_texts(block: blocks.Block, raw: Any) -> Iterator[str]:
    """Yield the texts a reader finds in a block's stored value, in document order, as plain text.

    `block` defines the value, `raw` is its stored (JSON) form. Choices, addresses and descriptions of pictures
    are no text; a block with `is_searched = False` keeps its words to itself (what it shows depends on something
    that can be withdrawn).
    """
    if raw is None or not getattr(block, "is_searched", True) or isinstance(block, ImageBlock):
        return
    if isinstance(block, blocks.RichTextBlock):
        yield plain(raw)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield str(raw)
    else:
        for child, value in inner_blocks(block, raw):
            yield from find_texts(child, value)
