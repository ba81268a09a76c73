"""A stored body -> the mentions in it and one relation a product. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ..outline import Outline
from ..reading import WORDS_A_MINUTE, headings, strings, words

CALLOUT, INFOGRAPHIC, INLINE = "callout", "infographic", "inline"
# Ranks below these are the places an editor pins articles to: the first is 0.
PINS = 100
RANKS = {CALLOUT: PINS + 1, INFOGRAPHIC: PINS + 2, INLINE: PINS + 3}

_MENTION = re.compile(r'<a\b(?=[^<>]*\blinktype="product")[^<>]*\bid="(\d{1,18})"')

Raw = Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the body from one heading to the next."""

    anchor: str = ""
    title: str = ""
    is_visible: bool = False
    words: int = 0

    @property
    def minutes(self) -> int:
        """Return the reading time in whole minutes, at least one."""
        return max(1, round(self.words / WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True)
class Mention:
    """A product named in a body."""

    product: int
    kind: str
    position: int
    section: Section


@dataclass(frozen=True, slots=True)
class Relation:
    """What all mentions of one product in a body amount to."""

    product: int
    kind: str
    mentions: int
    section: Section


def collect(raw: Raw, outline: Outline | None = None) -> list[Mention]:
    """Return every mention in a stored body, in document order.

    `outline` has the anchors of its sections; without it they are made from the words of the headings.
    """
    items = list(raw)
    sections = _sections(items, headings(items) if outline is None else outline)
    found = [(pk, kind, section) for section, part in sections for pk, kind in _named(part)]
    return [Mention(pk, kind, position, section) for position, (pk, kind, section) in enumerate(found)]


def rank_of(kind: str, pinned: int | None = None) -> int:
    """Return the rank of an article on a product's list; lower comes first, and what is pinned before all else.

    `kind` is its strongest mention, `pinned` its place among the pinned, None for an article that is not.
    """
    return RANKS[kind] if pinned is None else min(pinned, PINS - 1)


def relate(mentions: Iterable[Mention]) -> list[Relation]:
    """Return one relation a product, in the order in which products are first named; what is pinned is not known here.

    A shopper is sent to the strongest mention under a heading that can be seen, else to the strongest.
    """
    by_product: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_product.setdefault(mention.product, []).append(mention)
    return [_relation(product, own) for product, own in by_product.items()]


def _relation(product: int, mentions: list[Mention]) -> Relation:
    strongest = min(mentions, key=lambda mention: RANKS[mention.kind])
    best = min(mentions, key=lambda mention: (not mention.section.is_visible, RANKS[mention.kind]))
    return Relation(product, strongest.kind, len(mentions), best.section)


def _sections(
    raw: list[Mapping[str, Any]], outline: Outline
) -> Iterator[tuple[Section, list[Mapping[str, Any]]]]:
    starts = [0, *(index for index, item in enumerate(raw) if item["type"] == "heading"), len(raw)]
    for start, end in pairwise(starts):
        items = raw[start:end]
        if items:
            yield _section(items, outline), items


def _section(items: list[Mapping[str, Any]], outline: Outline) -> Section:
    count = sum(words(item["value"]) for item in items)
    first = items[0]
    if first["type"] != "heading":
        return Section(words=count)
    return Section(
        anchor=outline.anchors.get(str(first.get("id") or ""), ""),
        title=first["value"].get("text") or "",
        is_visible=first["value"].get("level") != "contents",
        words=count,
    )


def _named(items: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, str]]:
    for item in items:
        kind, value = item["type"], item["value"]
        if kind == "product_callout" and value.get("product"):
            yield int(value["product"]), CALLOUT
        elif kind == "infographic":
            for panel in value.get("panels", []):
                if panel["type"] == "call_to_action" and panel["value"].get("product"):
                    yield int(panel["value"]["product"]), INFOGRAPHIC
        for text in strings(value):
            for pk in _MENTION.findall(text):
                yield int(pk), INLINE
