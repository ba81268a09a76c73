"""Blocks of an article as typed data: what each kind of block is answered as, and how its value becomes that.

Both follow from the block's definition, so that a new block or field is described and answered as it is written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union

from django.utils.html import escape
from ninja import Field, Schema
from pydantic import create_model
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock

from products.availability import Surface
from products.blocks import ProductCallout

from ...blocks.body import BodyBlock
from ...blocks.borrowed_infographic import BorrowedInfographicBlock, lent
from ...blocks.heading import CONTENTS_ONLY, HeadingBlock
from ...blocks.infographic import InfographicBlock
from ...evidence import citations, stated
from ...infographics.choosing import SourceChooserBlock
from ...infographics.panels.bars import BarsPanel, shown_bars
from ...infographics.panels.call_to_action import CallToActionPanel
from ..schemas import ImageOut
from .block_schemas import BarsOut, CalloutOut, CallToActionOut, HeadingOut, TableOut
from .reading import Reading

Value = Callable[[Any, Reading], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """What values of a block are answered as. `value` returns None where readers see nothing of one."""

    type: Any
    value: Value


class NotAnswered(TypeError):
    """A block of a kind nobody has said an answer for."""


def body_type() -> Any:
    """Return what the body of an article is answered as."""
    return kind_of(BodyBlock()).type


def body_of(value: Any, reading: Reading) -> list[Any]:
    """Return the blocks of a body readers see, in their order. The page is being served meanwhile."""
    return kind_of(value.stream_block).value(value, reading)


def kind_of(block: blocks.Block) -> Kind:
    """Return what values of a block are answered as. Raises NotAnswered for a kind that has no answer."""
    for kind, make in _KINDS:
        if isinstance(block, kind):
            return make(block)
    raise NotAnswered(f"{type(block).__name__} ({block.name}) has no answer in the API.")


def _stream(block: Any) -> Kind:
    kinds = {name: kind_of(child) for name, child in block.child_blocks.items()}
    members = [_member(name, kind) for name, kind in kinds.items()]
    union = Annotated[Union[tuple(members)], Field(discriminator="type")] if members[1:] else members[0]  # noqa: UP007

    def value(stream: Any, reading: Reading) -> list[Any]:
        said = (
            (child, kinds[child.block_type].value(child.value, _at(reading, child.id))) for child in stream
        )
        return [
            {"type": child.block_type, "id": child.id or "", "value": one}
            for child, one in said
            if one is not None
        ]

    return Kind(list[union], value)  # type: ignore[valid-type]


def _at(reading: Reading, block: str | None) -> Reading:
    return Reading(reading.address, reading.anchors, block or "")


@cache
def _named(name: str, fields: tuple[tuple[str, Any], ...]) -> Any:
    return create_model(name, __base__=Schema, **{key: (kind, ...) for key, kind in fields})  # type: ignore[call-overload]


def _member(name: str, kind: Kind) -> Any:
    title = "".join(part.title() for part in name.split("_"))
    return _named(f"{title}BlockOut", (("type", Literal[name]), ("id", str), ("value", kind.type)))


def _struct(block: Any) -> Kind:
    kinds = {name: kind_of(child) for name, child in block.child_blocks.items()}
    name = type(block).__name__.removesuffix("Block").removesuffix("Panel")
    made = _named(f"{name}ContentOut", tuple((key, kind.type) for key, kind in kinds.items()))

    def value(struct: Any, reading: Reading) -> dict[str, Any]:
        return {key: kind.value(struct.get(key), reading) for key, kind in kinds.items()}

    return Kind(made, value)


def _list(block: Any) -> Kind:
    inner = kind_of(block.child_block)

    def value(values: Any, reading: Reading) -> list[Any]:
        said = (inner.value(one, reading) for one in values)
        return [one for one in said if one is not None]

    return Kind(list[inner.type], value)  # type: ignore[name-defined]


def _table(block: Any) -> Kind:
    def value(table: Any, reading: Reading) -> dict[str, Any]:
        return {
            "caption": table.caption or "",
            "columns": [column["heading"] for column in table.columns],
            "rows": [[_cell(bound, reading) for bound in row] for row in table.rows],
        }

    return Kind(TableOut, value)


def _cell(bound: Any, reading: Reading) -> str:
    if not bound.value:
        return ""
    said = str(kind_of(bound.block).value(bound.value, reading))
    return said if isinstance(bound.block, blocks.RichTextBlock) else escape(said)


def _heading(block: Any) -> Kind:
    def value(struct: Any, reading: Reading) -> dict[str, Any] | None:
        # What only stands in the contents list is told there.
        if struct["level"] == CONTENTS_ONLY:
            return None
        return {"text": struct["text"], "level": int(struct["level"]), "anchor": reading.anchor}

    return Kind(HeadingOut, value)


def _callout(block: Any) -> Kind:
    def value(struct: Any, reading: Reading) -> dict[str, Any] | None:
        product = reading.offer(struct.get("product"), Surface.CALLOUT, struct.get("variant"))
        # The reason was written about the product, not about the one that has taken its place.
        is_meant = product and struct["product"].handle == product.handle
        return {"product": product, "reason": struct["reason"] or "" if is_meant else ""} if product else None

    return Kind(CalloutOut, value)


def _lent(block: Any) -> Kind:
    shown = kind_of(InfographicBlock())

    def value(struct: Any, reading: Reading) -> dict[str, Any] | None:
        article = struct.get("article")
        found = lent(article, struct.get("title") or "")
        if found is None:
            return None
        # Numbers of sources and figures are those of the article it belongs to.
        with citations.marking(dict), stated.unmarked():
            content = shown.value(found, reading)
        return {"article": article.title, "url": reading.whole(article.url), "infographic": content}

    return Kind(
        _named("LentInfographicOut", (("article", str), ("url", str), ("infographic", shown.type))), value
    )


def _bars(block: Any) -> Kind:
    note, cited = kind_of(block.child_blocks["note"]), kind_of(block.child_blocks["citations"])

    def value(struct: Any, reading: Reading) -> dict[str, Any]:
        bars = [
            {
                "label": bar.label,
                "low": _number(bar.figure.low),
                "high": _number(bar.figure.high),
                "text": bar.text,
            }
            for bar in shown_bars(struct)
        ]
        more = {
            "note": note.value(struct.get("note"), reading),
            "citations": cited.value(struct["citations"], reading),
        }
        return {"title": struct["title"], "unit": struct["unit"] or "", "bars": bars, **more}

    return Kind(BarsOut, value)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _call_to_action(block: Any) -> Kind:
    def value(struct: Any, reading: Reading) -> dict[str, Any]:
        texts = {name: struct.get(name) or "" for name in ("title", "text", "link", "link_label")}
        return {**texts, "product": reading.offer(struct.get("product"), Surface.CALL_TO_ACTION)}

    return Kind(CallToActionOut, value)


def _source(source: Any, reading: Reading) -> int | None:
    mark = citations.next_mark(source.pk) if source else None
    return mark.entry.number if mark else None


def _html(value: Any, reading: Reading) -> str:
    return reading.html(value) if value else ""


def _picture(value: Any, reading: Reading) -> ImageOut | None:
    if not value:
        return None
    alt = "" if value.decorative else value.contextual_alt_text or value.default_alt_text
    return reading.picture(value, alt=alt)


def _plain(kind: Any, empty: Any) -> Callable[[Any], Kind]:
    return lambda block: Kind(kind, lambda value, reading: empty if value is None else kind(value))


# The most particular first.
_KINDS: tuple[tuple[type[blocks.Block] | tuple[type[blocks.Block], ...], Callable[[Any], Kind]], ...] = (
    (HeadingBlock, _heading),
    (ProductCallout, _callout),
    (BorrowedInfographicBlock, _lent),
    (BarsPanel, _bars),
    (CallToActionPanel, _call_to_action),
    (SourceChooserBlock, lambda block: Kind(int, _source)),
    (ImageBlock, lambda block: Kind(ImageOut | None, _picture)),
    (TypedTableBlock, _table),
    (blocks.RichTextBlock, lambda block: Kind(str, _html)),
    (blocks.BooleanBlock, _plain(bool, False)),
    (
        (blocks.CharBlock, blocks.TextBlock, blocks.URLBlock, blocks.RegexBlock, blocks.ChoiceBlock),
        _plain(str, ""),
    ),
    (blocks.ListBlock, _list),
    (blocks.BaseStreamBlock, _stream),
    (blocks.BaseStructBlock, _struct),
)
