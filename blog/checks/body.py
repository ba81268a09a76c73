"""A stored body -> its headings, texts, pictures and links, each with the way to it. Loads nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock

from ..reading import CONTENTS_ONLY, level_of, words
from ..sentences import read_plain_text, read_rich_text
from .article import BlockAt, HeadingAt, Link, ReadText
from .rich_links import links_in

# Blocks that are what a reader meets; a link inside them is named after them.
_SURFACES = {
    "product_callout": "callout",
    "call_to_action": "call_to_action",
    "borrowed_infographic": "infographic",
}
# References that lead to a page by another name.
_PAGES = {"lender"}


@dataclass(frozen=True, slots=True)
class PictureAt:
    """A picture as a block stores it."""

    place: str
    image: int | None
    alt: str
    is_decorative: bool


@dataclass(slots=True)
class Body:
    """What stands in one field of blocks."""

    blocks: list[BlockAt] = field(default_factory=list)
    texts: list[ReadText] = field(default_factory=list)
    pictures: list[PictureAt] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A block that holds no others, with its stored value and the way to it."""

    block: blocks.Block
    raw: Any
    place: str
    surface: str = "link"
    words: str = ""
    is_cited: bool = False


def read_body(name: str, stream: blocks.StreamBlock, raw: list[dict[str, Any]]) -> Body:
    """Read the stored value of the field `name`. Blocks of a type that is gone are left out."""
    body = Body()
    for item in raw:
        block = stream.child_blocks.get(item["type"])
        if block is None:
            continue
        place = f"{name}.{item.get('id') or ''}"
        if item["type"] == "heading":
            heading = _heading(item["value"] or {}, place)
            body.blocks.append(BlockAt("heading", place, heading=heading))
        else:
            is_empty = item["type"] == "text" and not words(item["value"])
            body.blocks.append(BlockAt(item["type"], place, is_empty=is_empty))
            _read_block(body, item["type"], block, item["value"], place)
    return body


def _read_block(body: Body, kind: str, block: blocks.Block, raw: Any, place: str) -> None:
    start = _Leaf(block, raw, place, surface=_SURFACES.get(kind, "link"))
    for leaf in _leaves(start):
        if isinstance(leaf.block, ImageBlock):
            picture = _picture(leaf)
            if picture.image or leaf.block.child_blocks["image"].required:
                body.pictures.append(picture)
        elif link := _link(leaf):
            body.links.append(link)
        elif isinstance(leaf.block, blocks.RichTextBlock):
            body.links.extend(links_in(leaf.raw or "", leaf.place))
            html = str(leaf.raw or "")
            takes = "product" in (leaf.block.features or ())
            sentences = read_rich_text(html)
            body.texts.append(ReadText(kind, leaf.place, sentences, leaf.is_cited, html, True, takes))
        elif isinstance(leaf.block, blocks.CharBlock | blocks.TextBlock) and leaf.raw:
            words = str(leaf.raw)
            body.texts.append(ReadText(kind, leaf.place, read_plain_text(words), leaf.is_cited, words))


def _link(leaf: _Leaf) -> Link | None:
    """Return what a field leads to, or None for a field that leads nowhere.

    An empty field matters only where something is to be shown or led to: in a callout and a call to action.
    """
    is_address = isinstance(leaf.block, blocks.URLBlock)
    kind = "address" if is_address else _reference_kind(leaf.block)
    matters = kind in {"product", "address"} and leaf.surface in _SURFACES.values()
    if kind and (leaf.raw or matters):
        return Link(kind, str(leaf.raw or ""), leaf.place, leaf.words, leaf.surface)
    return None


def _leaves(at: _Leaf) -> Iterator[_Leaf]:
    """Yield what a block holds, down to the fields, in order."""
    if isinstance(at.block, ImageBlock):
        yield at
    elif isinstance(at.block, blocks.BaseStructBlock):
        values = at.raw if isinstance(at.raw, dict) else {}
        label = str(values.get("link_label") or "")
        is_cited = at.is_cited or _names_source(at.block, values)
        for name, child in at.block.child_blocks.items():
            place = f"{at.place}.{name}"
            yield from _leaves(_Leaf(child, values.get(name), place, at.surface, label, is_cited))
    elif isinstance(at.block, blocks.BaseStreamBlock | blocks.ListBlock):
        for child, item in _items(at):
            surface = _SURFACES.get(item.get("type", ""), at.surface)
            place = f"{at.place}.{item.get('id') or ''}"
            yield from _leaves(_Leaf(child, item["value"], place, surface, at.words, at.is_cited))
    elif isinstance(at.block, TypedTableBlock):
        columns = [at.block.child_blocks.get(column["type"]) for column in (at.raw or {}).get("columns", [])]
        for row in (at.raw or {}).get("rows", []):
            cells = zip(columns, row["values"], strict=False)
            yield from (_Leaf(child, cell, at.place, at.surface) for child, cell in cells if child)
    else:
        yield at


def _items(at: _Leaf) -> Iterator[tuple[blocks.Block, dict[str, Any]]]:
    """Yield the items of a stream or a list, each with the block that defines it."""
    for item in at.raw or []:
        is_stream = isinstance(at.block, blocks.BaseStreamBlock)
        child = at.block.child_blocks.get(item["type"]) if is_stream else at.block.child_block
        if child is not None:
            yield child, item


def _names_source(block: blocks.BaseStructBlock, values: dict[str, Any]) -> bool:
    """Tell whether a panel names its sources in a field of their own, which goes for all of its texts."""
    for name, child in block.child_blocks.items():
        item = child.child_block if isinstance(child, blocks.ListBlock) else child
        if getattr(item, "reference_kind", None) == "source":
            chosen = values.get(name) or []
            if any(one.get("value") for one in chosen) if isinstance(chosen, list) else chosen:
                return True
    return False


def _reference_kind(block: blocks.Block) -> str | None:
    if kind := getattr(block, "reference_kind", None):
        return "page" if kind in _PAGES else str(kind)
    return "page" if isinstance(block, blocks.PageChooserBlock) else None


def _heading(value: dict[str, Any], place: str) -> HeadingAt:
    return HeadingAt(
        text=value.get("text") or "",
        level=level_of(value),
        place=place,
        label=value.get("contents_label") or "",
        is_listed=value.get("is_listed", True) is not False,
        contents_only=value.get("level") == CONTENTS_ONLY,
    )


def _picture(leaf: _Leaf) -> PictureAt:
    # A bare number is how a picture was stored before it could be described in its place.
    value = leaf.raw if isinstance(leaf.raw, dict) else {"image": leaf.raw}
    return PictureAt(
        leaf.place, value.get("image"), value.get("alt_text") or "", bool(value.get("decorative"))
    )
