"""Running text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock

# What an editor may write in running text; the import offers the same.
TEXT_FEATURES = [
    "bold",
    "italic",
    "superscript",
    "subscript",
    "link",
    "product",
    "source",
    "fact",
    "ol",
    "ul",
]
INLINE_FEATURES = ["bold", "italic", "superscript", "subscript", "link", "product", "source", "fact"]


def text_block(**options: Any) -> RichTextBlock:
    """Return the block for running text: a plain RichTextBlock, so that splitting and the slash menu work."""
    return RichTextBlock(
        features=TEXT_FEATURES,
        icon="pilcrow",
        label=_("Text"),
        description=_("Paragraphs and lists. Headings are blocks of their own."),
        template="blog/blocks/text.html",
        preview_value="<p>Skin makes it from sunlight; modern rooms make that harder.</p>",
        **options,
    )
