"""A line that is only a picture's file name is that picture; the one before the title is the hero."""

import re
from dataclasses import replace

from blog.importing.document import Paragraph, PictureElement
from blog.importing.structure.draft import Draft, Item

_NAME = re.compile(r"[^\s/\\:*?\"<>|]{1,180}\.(?:png|jpe?g|webp|gif|svg|avif)", re.IGNORECASE)
_MOST_WORDS = 6


def rule(draft: Draft) -> Draft:
    """Replace every line that names a picture; take the hero out when the article begins with one."""
    items = tuple(_picture(item) for item in draft.items)
    hero = draft.hero
    if hero is None and items and isinstance(items[0], PictureElement) and draft.article.title is None:
        hero, items = items[0], items[1:]
    return replace(draft, items=items, hero=hero)


def _picture(item: Item) -> Item:
    if isinstance(item, Paragraph) and _names_a_picture(item.text):
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
