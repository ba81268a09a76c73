"""What stands in for a logo's picture, or is one that signs an infographic, is no part of the article."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from blog.importing.document import Infographic, Paragraph, PictureElement, SetAside
from blog.importing.structure.draft import Draft
from blog.importing.structure.infographic.lines import is_logo
from blog.importing.structure.items import Item, Placed
from blog.importing.structure.shapes import Line

LOGO = "the text of a logo's picture"


def rule(draft: Draft) -> Draft:
    """Set aside every logo's text that heads nothing, and the picture of one right under an infographic."""
    lines = draft.lines()
    logos = {
        index
        for index, line in enumerate(lines)
        if is_logo(line)
        and not (index + 1 < len(lines) and (lines[index + 1].is_prose or lines[index + 1].is_list))
    }
    pictures = {index: alt for index in range(1, len(lines)) if (alt := _signature(draft.items, index))}
    aside = [
        SetAside(lines[index].number, pictures.get(index) or lines[index].text, LOGO)
        for index in sorted(logos | pictures.keys())
    ]
    items = tuple(item for index, item in enumerate(draft.items) if index not in logos | pictures.keys())
    return replace(draft, items=items, set_aside=(*draft.set_aside, *aside))


def is_logo_picture(picture: PictureElement) -> bool:
    """Whether the words of a picture say that it is a logo."""
    words = Line(Paragraph(escape(picture.alt, quote=False)))
    return bool(picture.alt) and not picture.caption and is_logo(words)


def _signature(items: Sequence[Item], index: int) -> str:
    """The words of a logo's picture that stands right under an infographic, or none."""
    item, above = items[index], items[index - 1]
    under = isinstance(above, Placed) and isinstance(above.block, Infographic)
    return item.alt if under and isinstance(item, PictureElement) and is_logo_picture(item) else ""
