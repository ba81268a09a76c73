"""A stored body -> the sentences a fact stands in, each with the way to it. Loads nothing."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.rich_text.rewriters import extract_attrs

from qnwellness.content.references import reference_id

from ..sentences import read_rich_text

KIND = "fact"
# A stored fact. Links do not nest: one ends before the next begins.
_FACT = re.compile(r'<a\b(?=[^<>]*\blinktype="fact")[^<>]*+>((?:[^<]++|<(?!/?a\b))*+)</a>')
# Stand around a fact's id while a text is read as plain text: no text holds them (interlinear annotation marks).
_OPEN, _CLOSE = "\ufffa", "\ufffb"
_MARKED = re.compile(rf"{_OPEN}(\d+){_CLOSE}")

# A sentence: words, and the ids of facts where their figures stand.
Parts = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence a fact stands in.

    `path` leads to it through the form of its page, `section` is the heading above it, `labels` name the blocks around
    it, from the outside.
    """

    parts: Parts
    path: str
    section: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field with its stored value and the way to it; `title` is what the blocks around it call it."""

    block: Any
    raw: Any
    path: str
    section: str
    labels: tuple[str, ...]
    title: str = ""


def places(
    name: str, stream: blocks.StreamBlock, raw: Iterable[dict[str, Any]], fact: int
) -> Iterator[Place]:
    """Yield every sentence of the stored field `name` in which the fact with this id stands, in order."""
    for leaf in leaves(name, stream, raw):
        for parts in _sentences(leaf):
            if fact in parts:
                yield Place(parts, leaf.path, leaf.section, leaf.labels)


def leaves(name: str, stream: blocks.StreamBlock, raw: Iterable[dict[str, Any]]) -> Iterator[Leaf]:
    """Yield every field of every block of the stored field `name`, in order."""
    section = ""
    for item in raw:
        block = stream.child_blocks.get(item["type"])
        if block is None:
            continue
        if item["type"] == "heading":
            section = str((item["value"] or {}).get("text") or "")
        path = f"{name}.{item.get('id') or ''}"
        yield from _leaves(Leaf(block, item["value"], path, section, (str(block.label),)))


def with_words(parts: Parts, figures: dict[int, str]) -> str:
    """Return a sentence as readers see it, with the figures of facts by their id."""
    return "".join(figures.get(part, "…") if isinstance(part, int) else part for part in parts)


def _sentences(at: Leaf) -> Iterator[Parts]:
    """Yield the sentences of a text in which facts stand; of a chooser of a fact what it is a figure of."""
    if getattr(at.block, "reference_kind", None) == KIND:
        pk = reference_id(at.raw)
        if pk is not None:
            yield (f"{at.title}: ", pk) if at.title else (pk,)
    elif isinstance(at.block, blocks.RichTextBlock) and "linktype" in (at.raw or ""):
        for paragraph in read_rich_text(_FACT.sub(_mark, at.raw)):
            yield from (_parts(sentence.text) for sentence in paragraph if _OPEN in sentence.text)


def _mark(link: re.Match[str]) -> str:
    """Return a mark in place of a stored fact; one that names none keeps its words."""
    pk = reference_id(extract_attrs(link[0].partition(">")[0]).get("id"))
    return link[1] if pk is None else f"{_OPEN}{pk}{_CLOSE}"


def _parts(text: str) -> Parts:
    # Every second piece is an id.
    pieces = _MARKED.split(text)
    return tuple(int(piece) if number % 2 else piece for number, piece in enumerate(pieces) if piece)


def _leaves(at: Leaf) -> Iterator[Leaf]:
    """Yield what a block holds, down to the fields, in order."""
    if isinstance(at.block, blocks.BaseStructBlock):
        values = at.raw if isinstance(at.raw, dict) else {}
        title = str(values.get("label") or values.get("title") or at.title)
        for name, child in at.block.child_blocks.items():
            inner = replace(at, block=child, raw=values.get(name), path=f"{at.path}.{name}", title=title)
            yield from _leaves(inner)
    elif isinstance(at.block, blocks.BaseStreamBlock | blocks.ListBlock):
        yield from _items(at)
    elif isinstance(at.block, TypedTableBlock):
        columns = [at.block.child_blocks.get(column["type"]) for column in (at.raw or {}).get("columns", [])]
        for row in (at.raw or {}).get("rows", []):
            cells = zip(columns, row["values"], strict=False)
            yield from (replace(at, block=child, raw=cell) for child, cell in cells if child)
    else:
        yield at


def _items(at: Leaf) -> Iterator[Leaf]:
    is_stream = isinstance(at.block, blocks.BaseStreamBlock)
    for item in at.raw or []:
        child = at.block.child_blocks.get(item["type"]) if is_stream else at.block.child_block
        if child is not None:
            labels = (*at.labels, str(child.label)) if is_stream else at.labels
            path = f"{at.path}.{item.get('id') or ''}"
            yield from _leaves(replace(at, block=child, raw=item["value"], path=path, labels=labels))
