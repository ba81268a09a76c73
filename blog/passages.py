"""A stored body as passages: the words under each heading, to look for and to show beside a result."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import StreamBlock

from qnwellness.content.references import resolving_value
from qnwellness.content.summaries import joined
from qnwellness.content.texts import find_texts

Raw = Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands under one heading. The first passage of a body may have none."""

    text: str
    heading: str = ""
    block_id: str = ""


def passages(block: StreamBlock, raw: Raw) -> list[Passage]:
    """Return the passages of a body in order; `block` defines the body, `raw` is its stored form.

    At most one query: for the figures that facts in its texts have today.
    """
    raw = list(raw)
    with resolving_value(block, raw):
        return list(_passages(block, raw))


def first_words(block: StreamBlock, raw: Raw) -> str:
    """Return the words of the first passage that has any, without reading further. At most one query."""
    raw = list(raw)
    with resolving_value(block, raw):
        return next((passage.text for passage in _passages(block, raw) if passage.text), "")


def _passages(block: StreamBlock, raw: Raw) -> Iterator[Passage]:
    heading, block_id, texts = "", "", []
    for item in raw:
        if item["type"] == "heading":
            yield from _passage(texts, heading, block_id)
            heading, block_id, texts = item["value"].get("text") or "", str(item.get("id", "")), []
        elif child := block.child_blocks.get(item["type"]):
            texts += find_texts(child, item["value"])
    yield from _passage(texts, heading, block_id)


def _passage(texts: Iterable[str], heading: str, block_id: str) -> Iterator[Passage]:
    text = joined(texts)
    if text or heading:
        yield Passage(text, heading, block_id)
