"""Product names in paragraphs and lists become references to the products."""

import html as entities
import re
from dataclasses import replace

from blog.importing.document import ListElement, Paragraph
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item
from blog.importing.structure.names import Names, names_of

_TAG = re.compile(r"(<[^<>]*>)")


def rule(draft: Draft) -> Draft:
    """Link every product name in rich text, never inside a link. Headings and infographics stay plain text."""
    names = names_of(draft.names)
    return replace(draft, items=tuple(_linked_item(item, names) for item in draft.items))


def _linked_item(item: Item, names: Names) -> Item:
    if isinstance(item, Paragraph):
        return replace(item, html=linked(item.html, names))
    if isinstance(item, ListElement):
        return replace(item, items=tuple(linked(entry, names) for entry in item.items))
    return item


def linked(html: str, names: Names) -> str:
    """An inline HTML fragment with its product names linked; its words stay exactly as they are."""
    parts: list[str] = []
    depth = 0
    for part in _TAG.split(html):
        if part.startswith("<"):
            depth += _opens_link(part)
            parts.append(part)
        else:
            parts.append(part if depth > 0 else _with_links(part, names))
    return "".join(parts)


def _opens_link(tag: str) -> int:
    if re.match(r"<a[\s>]", tag, re.IGNORECASE):
        return 1
    return -1 if re.match(r"</a[\s>]", tag, re.IGNORECASE) else 0


def _with_links(text: str, names: Names) -> str:
    parts: list[str] = []
    end = 0
    for found in names.find(text):
        handle = entities.escape(found.handle)
        shown = "name" if found.own else "own"
        words = text[found.start : found.end]
        parts += [
            text[end : found.start],
            f'<a linktype="product" handle="{handle}" text="{shown}">{words}</a>',
        ]
        end = found.end
    return "".join((*parts, text[end:]))
