"""A stored body -> the passages whose figures are looked at. Loads nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from qnwellness.nutrition.figures import Figure, written

from ..evidence.placed import FACT_BEGINS, FACT_ENDS, Passage
from ..sentences import read_plain_text, read_rich_text

# A stored fact. Links do not nest, so that it ends before the next one begins.
_FACT = re.compile(
    r'<a\b(?=[^<>]*\blinktype="fact")(?=[^<>]*\bid="(\d{1,18})")[^<>]*+>(?:[^<]++|<(?!/?a\b))*+</a>'
)
# Fields that name what the others of their block are about, and those that say how much of it.
_SUBJECTS = ("substance",)
_AMOUNTS = frozenset({"amount"})
# Fields that say what another one of their block leaves out.
_BESIDE = (("amount", "note"), ("figure", "context"))
# Fields nobody reads as a sentence.
_LEFT_OUT = frozenset({"link_label", "sources_label", "do_label", "avoid_label", "anchor", "contents_label"})
_BAR = {"label", "fact", "low", "high"}


@dataclass(frozen=True, slots=True)
class _At:
    """A block with its stored value, the way to it and what is known about it from around."""

    block: Any
    raw: Any
    place: str
    kind: str
    title: str = ""
    subject: str = ""
    beside: str = ""
    cell: str = ""
    unit: str = ""
    is_amount: bool = False


def read_passages(
    name: str, stream: blocks.BaseStreamBlock, raw: list[Mapping[str, Any]]
) -> Iterator[Passage]:
    """Yield the passages of the stored field `name`, in order. Blocks of a type that is gone are left out."""
    section = ""
    for item in raw:
        block = stream.child_blocks.get(item["type"])
        if block is None:
            continue
        if item["type"] == "heading":
            section = str((item["value"] or {}).get("text") or "")
        else:
            place = f"{name}.{item.get('id') or ''}"
            yield from _inside(_At(block, item["value"], place, item["type"], title=section))


def _inside(at: _At) -> Iterator[Passage]:
    if isinstance(at.block, blocks.BaseStructBlock):
        values = at.raw if isinstance(at.raw, dict) else {}
        if at.block.child_blocks.keys() >= _BAR:
            yield from _bar(at, values)
        else:
            yield from _parts(at, values)
    elif isinstance(at.block, blocks.BaseStreamBlock | blocks.ListBlock):
        yield from _items(at)
    elif isinstance(at.block, TypedTableBlock):
        yield from _cells(at)
    elif isinstance(at.block, blocks.RichTextBlock):
        yield from _passage(at, read_rich_text(_marked(str(at.raw or ""))), _takes_facts(at.block))
    elif isinstance(at.block, blocks.CharBlock | blocks.TextBlock) and at.raw:
        yield from _passage(at, read_plain_text(str(at.raw)), takes_facts=False)


def _parts(at: _At, values: dict[str, Any]) -> Iterator[Passage]:
    title = str(values.get("title") or "") or at.title
    subject = next((str(values[name]) for name in _SUBJECTS if values.get(name)), at.subject)
    unit = str(values.get("unit") or "")
    for name, child in at.block.child_blocks.items():
        if name in _LEFT_OUT or name in _SUBJECTS:
            continue
        place = f"{at.place}.{name}"
        is_amount = name in _AMOUNTS and bool(subject)
        beside = next((_words(values.get(other)) for field, other in _BESIDE if field == name), "")
        part = replace(at, block=child, raw=values.get(name), place=place, title=title, subject=subject)
        yield from _inside(replace(part, beside=beside, unit=unit, is_amount=is_amount))


def _items(at: _At) -> Iterator[Passage]:
    is_stream = isinstance(at.block, blocks.BaseStreamBlock)
    for item in at.raw or []:
        child = at.block.child_blocks.get(item["type"]) if is_stream else at.block.child_block
        if child is not None:
            place = f"{at.place}.{item.get('id') or ''}"
            yield from _inside(replace(at, block=child, raw=item["value"], place=place))


def _cells(at: _At) -> Iterator[Passage]:
    """Yield the cells of a table. Its form has no way to one of them: the place is that of the table."""
    table = at.raw or {}
    columns = table.get("columns", [])
    for number, row in enumerate(table.get("rows", [])):
        subject = _words(row["values"][0]) if row["values"] else ""
        for index, (column, cell) in enumerate(zip(columns, row["values"], strict=False)):
            child = at.block.child_blocks.get(column["type"])
            if child is not None:
                about = f"{subject} ({column.get('heading') or ''})" if index else ""
                yield from _inside(
                    replace(at, block=child, raw=cell, cell=f"{number}.{index}", subject=about)
                )


def _bar(at: _At, values: dict[str, Any]) -> Iterator[Passage]:
    """Yield a bar as a sentence, "Label: 30–40%": its figure is typed into fields of their own."""
    typed = _drawn(values, at.unit)
    said = f"{FACT_BEGINS}{values['fact']}{FACT_ENDS}" if values.get("fact") else typed
    if said:
        sentence = f"{' '.join(str(values.get('label') or '').split())}: {said}"
        figure = {"is_bar": True, "unit": at.unit, "instead": typed if values.get("fact") else ""}
        yield Passage(f"{at.place}.low", ((sentence,),), at.kind, title=at.title, **figure)


def _drawn(values: dict[str, Any], unit: str) -> str:
    try:
        low = Decimal(str(values.get("low")))
        high = Decimal(str(values["high"])) if values.get("high") not in (None, "") else None
    except InvalidOperation:
        return ""
    return written(Figure(low, high, unit)) if low.is_finite() and (high is None or high.is_finite()) else ""


def _passage(at: _At, paragraphs: Any, takes_facts: bool) -> Iterator[Passage]:
    sentences = tuple(tuple(sentence.text for sentence in paragraph) for paragraph in paragraphs)
    if sentences:
        yield Passage(
            at.place,
            sentences,
            at.kind,
            cell=at.cell,
            subject=at.subject,
            title=at.title,
            beside=at.beside,
            is_amount=at.is_amount,
            takes_facts=takes_facts,
        )


def _marked(html: str) -> str:
    return _FACT.sub(rf"{FACT_BEGINS}\1{FACT_ENDS}", html)


def _words(html: Any) -> str:
    paragraphs = read_rich_text(_marked(str(html or "")))
    return " ".join(sentence.text for paragraph in paragraphs for sentence in paragraph)


def _takes_facts(block: blocks.RichTextBlock) -> bool:
    return "fact" in (block.features or ())
