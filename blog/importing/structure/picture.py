"""A line that is only a picture's file name is that picture."""

import re
from dataclasses import replace

from blog.importing.document import Paragraph, PictureElement
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item

_NAME = re.compile(r"[^\s/\\:*?\"<>|]{1,180}\.(?:png|jpe?g|webp|gif|svg|avif)", re.IGNORECASE)
_MOST_WORDS, _LONGEST = 6, 250


def rule(draft: Draft) -> Draft:
    """Replace every line that names a picture."""
    return replace(draft, items=tuple(_picture(item) for item in draft.items))


def _picture(item: Item) -> Item:
    if isinstance(item, Paragraph) and len(item.html) <= _LONGEST and _names_a_picture(item.text):
        return PictureElement(name=item.text, line=item.line)
    return item


def _names_a_picture(text: str) -> bool:
    words = text.split(" ")
    if len(words) > _MOST_WORDS:
        return False
    # Spaces do occur in file names; a sentence that ends in one has punctuation before it.
    return _NAME.fullmatch("_".join(words)) is not None and not any(
        word.endswith((".", ",")) for word in words
    )
