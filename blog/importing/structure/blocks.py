"""What no rule has placed becomes the block of its kind; neighbouring paragraphs and lists share one text."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from blog.importing.document import (
    Block,
    BoxElement,
    ContentsElement,
    FootnotesElement,
    Heading,
    HeadingElement,
    ListElement,
    Paragraph,
    Picture,
    PictureElement,
    Question,
    QuestionElement,
    Quote,
    QuoteElement,
    Table,
    TableElement,
    Text,
    Video,
    VideoElement,
)
from blog.importing.structure.items import Item, Placed


def blocks_of(items: Sequence[Item]) -> tuple[Block, ...]:
    """The blocks of a finished draft, in order."""
    blocks: list[Block] = []
    texts: list[str] = []
    for item in _unboxed(items):
        if isinstance(item, Paragraph | ListElement):
            texts.append(rich(item))
            continue
        if texts:
            blocks.append(Text("".join(texts)))
            texts = []
        blocks.append(_block(item))
    if texts:
        blocks.append(Text("".join(texts)))
    return tuple(blocks)


def _unboxed(items: Iterable[Item]) -> Iterator[Item]:
    """The items without their boxes; a list that no rule has taken for what it is becomes an ordinary one."""
    for item in items:
        match item:
            case BoxElement():
                yield from _unboxed(item.elements)
            case ContentsElement():
                yield from _titled(item.title, item.line)
                yield ListElement(
                    tuple(escape(link.text, quote=False) for link in item.links),
                    ordered=False,
                    line=item.line,
                    depths=tuple(link.depth for link in item.links),
                )
            case FootnotesElement():
                yield from _titled(item.title, item.line)
                yield ListElement(tuple(note.html for note in item.notes), ordered=True, line=item.line)
            case _:
                yield item


def _titled(title: str, line: int) -> Iterator[Item]:
    if title:
        yield HeadingElement(title, 2, line)


def _block(item: Item) -> Block:
    match item:
        case Placed():
            return item.block
        case PictureElement():
            return Picture(item.name, item.alt, item.caption, item.address)
        case QuoteElement():
            return Quote(item.text, item.attribution)
        case HeadingElement():
            return Heading(item.text, min(max(item.level, 2), 4), anchors=item.anchors)
        case VideoElement():
            return Video(item.address, item.title)
        case QuestionElement():
            return Question(item.question, item.answer)
        case TableElement():
            return Table(item.rows, item.header, item.caption, item.row_header)
        case _:
            raise TypeError(f"{type(item).__name__} has no block of its own")


def rich(item: Paragraph | ListElement) -> str:
    """A paragraph or a list as HTML."""
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
