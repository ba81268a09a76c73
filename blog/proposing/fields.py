"""The texts of a stored body, each with the way to it and what a person calls its place. Loads nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

# A block with these parts takes a fact as a whole, or has its figure typed into parts of their own.
_FIGURE_PARTS = {"fact", "low", "high"}

Raw = list[dict[str, Any]]
Way = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class TextField:
    """A text of a body. `way` leads through the stored form, `place` through the editor's form.

    `section` is the heading it stands under, `labels` name the blocks around it, from the outside. The cells of a table
    share a place; `cell` tells them apart. A drawn figure (`is_figure`) is a block of its own: its `place` leads to its
    first number, and which takes facts of one `unit` only.
    """

    block: Any
    raw: Any
    way: Way
    place: str
    section: str = ""
    labels: tuple[str, ...] = ()
    cell: str = ""
    unit: str = ""

    @property
    def is_figure(self) -> bool:
        """Tell whether it is a figure with parts of its own."""
        return isinstance(self.block, blocks.BaseStructBlock)

    @property
    def takes_facts(self) -> bool:
        """Tell whether its editor offers facts."""
        is_rich = isinstance(self.block, blocks.RichTextBlock)
        return self.is_figure or (is_rich and "fact" in (self.block.features or ()))


def text_fields(stream: blocks.BaseStreamBlock, raw: Raw, name: str = "body") -> Iterator[TextField]:
    """Yield the texts of the stored field `name`, in order. Blocks of a type that is gone are left out."""
    section = ""
    for index, item in enumerate(raw):
        block = stream.child_blocks.get(item["type"])
        if block is None:
            continue
        if item["type"] == "heading":
            section = str((item["value"] or {}).get("text") or "")
        place = f"{name}.{item.get('id') or ''}"
        at = TextField(block, item["value"], (index, "value"), place, section, (str(block.label),))
        yield from _inside(at)


def _inside(at: TextField) -> Iterator[TextField]:
    if isinstance(at.block, blocks.BaseStructBlock):
        yield from _parts(at)
    elif isinstance(at.block, blocks.BaseStreamBlock | blocks.ListBlock):
        yield from _items(at)
    elif isinstance(at.block, TypedTableBlock):
        yield from _cells(at)
    elif at.raw and isinstance(at.block, blocks.RichTextBlock | blocks.CharBlock | blocks.TextBlock):
        yield at


def _parts(at: TextField) -> Iterator[TextField]:
    values = at.raw if isinstance(at.raw, dict) else {}
    title = str(values.get("title") or values.get("substance") or "")
    labels = (*at.labels[:-1], f"{at.labels[-1]} “{title}”") if title else at.labels
    if at.block.child_blocks.keys() >= _FIGURE_PARTS:
        yield replace(at, place=f"{at.place}.low", labels=labels)
        return
    unit = str(values.get("unit") or "")
    for name, child in at.block.child_blocks.items():
        part = replace(at, block=child, raw=values.get(name), way=(*at.way, name), labels=labels, unit=unit)
        yield from _inside(replace(part, place=f"{at.place}.{name}"))


def _items(at: TextField) -> Iterator[TextField]:
    is_stream = isinstance(at.block, blocks.BaseStreamBlock)
    for index, item in enumerate(at.raw or []):
        child = at.block.child_blocks.get(item["type"]) if is_stream else at.block.child_block
        if child is None:
            continue
        is_named = is_stream or isinstance(child, blocks.BaseStructBlock)
        labels = (*at.labels, str(child.label)) if is_named else at.labels
        inner = replace(at, block=child, raw=item["value"], way=(*at.way, index, "value"), labels=labels)
        yield from _inside(replace(inner, place=f"{at.place}.{item.get('id') or ''}"))


def _cells(at: TextField) -> Iterator[TextField]:
    """Yield the cells of a table. Its form has no way to one of them: `place` leads to the table."""
    table = at.raw or {}
    columns = [at.block.child_blocks.get(column["type"]) for column in table.get("columns", [])]
    for number, row in enumerate(table.get("rows", [])):
        for column, (child, cell) in enumerate(zip(columns, row["values"], strict=False)):
            if child is not None:
                way = (*at.way, "rows", number, "values", column)
                yield from _inside(replace(at, block=child, raw=cell, way=way, cell=f"{number}.{column}"))


def with_values(raw: Raw, values: Iterable[tuple[Way, Any]]) -> Raw:
    """Return a stored body with other values at the ends of these ways. `raw` stays as it is."""
    changed: Any = raw
    for way, value in values:
        changed = _with_value(changed, way, value)
    return changed


def _with_value(raw: Any, way: Way, value: Any) -> Any:
    if not way:
        return value
    step, rest = way[0], way[1:]
    copy = dict(raw) if isinstance(raw, dict) else list(raw)
    copy[step] = _with_value(raw[step], rest, value)
    return copy
