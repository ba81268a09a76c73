"""What no rule has placed becomes the block of its kind; neighbouring paragraphs and lists share one text."""

from collections.abc import Sequence

from blog.importing.document import (
    Block,
    Heading,
    HeadingElement,
    ListElement,
    Paragraph,
    Picture,
    PictureElement,
    Quote,
    QuoteElement,
    Table,
    Text,
)
from blog.importing.structure.items import Item, Placed


def blocks_of(items: Sequence[Item]) -> tuple[Block, ...]:
    """The blocks of a finished draft, in order."""
    blocks: list[Block] = []
    texts: list[str] = []
    for item in items:
        if isinstance(item, Paragraph | ListElement):
            texts.append(_rich(item))
            continue
        if texts:
            blocks.append(Text("".join(texts)))
            texts = []
        blocks.append(_block(item))
    if texts:
        blocks.append(Text("".join(texts)))
    return tuple(blocks)


def _block(item: Item) -> Block:
    match item:
        case Placed():
            return item.block
        case PictureElement():
            return Picture(item.name, item.alt, item.caption)
        case QuoteElement():
            return Quote(item.text, item.attribution)
        case HeadingElement():
            return Heading(item.text, min(max(item.level, 2), 4))
        case Paragraph() | ListElement():
            return Text(_rich(item))
        case _:
            return Table(item.rows, item.header, item.caption)


def _rich(item: Paragraph | ListElement) -> str:
    if isinstance(item, Paragraph):
        return f"<p>{item.html}</p>"
    return _list(item.items, item.depths or (0,) * len(item.items), "ol" if item.ordered else "ul")


def _list(items: Sequence[str], depths: Sequence[int], tag: str) -> str:
    """A list as HTML; what is nested in an item has bullets."""
    parts: list[str] = []
    open_tags: list[str] = []
    for entry, depth in zip(items, depths, strict=True):
        while len(open_tags) > depth + 1:
            parts.append(f"</li></{open_tags.pop()}>")
        if len(open_tags) == depth + 1:
            parts.append("</li>")
        while len(open_tags) < depth + 1:
            open_tags.append("ul" if open_tags else tag)
            parts.append(f"<{open_tags[-1]}>")
        parts.append(f"<li>{entry}")
    while open_tags:
        parts.append(f"</li></{open_tags.pop()}>")
    return "".join(parts)
