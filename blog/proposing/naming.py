"""Links the names of products in an article: a new draft, in the name of who did it."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import transaction
from wagtail import blocks
from wagtail.actions.edit_page import EditPageAction
from wagtail.models import Revision

from products.rich_text.contentstate import ENTITY
from products.rich_text.mention import LINK_TYPE, Wording
from qnwellness.content.references import references_in_rich_text
from qnwellness.content.visibility import restricted_paths

from ..checks.catalogue import public_names
from ..checks.products import NEVER_LINKED
from ..models import ArticlePage
from ..naming.names import Name, NameKind, Names
from ..naming.running import paragraphs
from .fields import Raw, TextField, text_fields, with_values
from .rich_text import OpenText


class Extent(StrEnum):
    """Which of the names are linked."""

    FIRST = "first"  # the first in each section, unless the product is linked there already
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Linked:
    """A stored body with names linked, and how many of each product (id)."""

    raw: Raw
    counts: dict[int, int]


@transaction.atomic
def link_products(
    page: ArticlePage, extent: Extent, user: Any, products: Collection[int] | None = None
) -> tuple[Revision | None, dict[int, int]]:
    """Link the names of these products, or of all, and save that as the newest draft.

    `page` is the article as last saved; it is given the new body. Returns the new version (None where there was nothing
    to link) and how many names of each product were linked; nothing is published. Raises PermissionDenied for who may
    not edit the article, and for one that is locked for them; then nothing is written.
    """
    stream, raw = page.body.stream_block, list(page.body.raw_data)
    texts = [part.text for field in _fields(stream, raw) for part in paragraphs(field.raw)]
    names = Names(public_names(texts, restricted_paths()))
    linked = linked_names(stream, raw, names, extent, products)
    if not linked.counts:
        return None, {}
    page.body = stream.to_python(linked.raw)
    action = EditPageAction(page, user=user)
    action.execute()
    return action.revision, linked.counts


def linked_names(
    stream: blocks.BaseStreamBlock,
    raw: Raw,
    names: Names,
    extent: Extent,
    products: Collection[int] | None = None,
) -> Linked:
    """Return a stored body with the names of these products, or of all, as mentions. Loads nothing.

    Its words stay as they are. Headings, links, quotes and callouts are left alone, and so are fields that take no
    products; a name is linked as a whole or not at all.
    """
    done = _linked_already(stream, raw) if extent is Extent.FIRST else None
    counts: Counter[int] = Counter()
    values = []
    for field in _fields(stream, raw):
        wanted = _Wanted(products, done, _section(raw, field))
        if not _names_any(field, names):
            continue
        text = OpenText(field.raw, field.block.features)
        if put := _put(text, names, wanted):
            counts.update(put)
            values.append((field.way, text.stored()))
    return Linked(with_values(raw, values), dict(counts))


@dataclass(slots=True)
class _Wanted:
    """Which names of one section are linked. `done` holds (section, product), None where all are linked."""

    products: Collection[int] | None
    done: set[tuple[int, int]] | None
    section: int

    def take(self, name: Name) -> bool:
        """Tell whether a name is to be linked; the next one of its product may not be."""
        if self.products is not None and name.product not in self.products:
            return False
        if self.done is None:
            return True
        key = (self.section, name.product)
        is_first = key not in self.done
        self.done.add(key)
        return is_first


def _put(text: OpenText, names: Names, wanted: _Wanted) -> list[int]:
    """Link the names in an open text, and return the products they name."""
    put = []
    for number, words in enumerate(text.typed):
        for found in names.find(words):
            if text.is_free(number, found.start, found.end) and wanted.take(found.name):
                shown = words[found.start : found.end]
                text.link(number, found.start, found.end, ENTITY, _data(found.name, shown))
                put.append(found.name.product)
    return put


def _data(name: Name, words: str) -> dict[str, Any]:
    """Return what the editor keeps of a mention: another name than the product's is the editor's own words."""
    wording = Wording.OWN if name.kind is NameKind.OTHER else Wording.NAME
    return {"id": name.product, "text": str(wording), "name": words, "words": words}


def _fields(stream: blocks.BaseStreamBlock, raw: Raw) -> Iterator[TextField]:
    for field in text_fields(stream, raw):
        is_rich = isinstance(field.block, blocks.RichTextBlock) and "product" in (field.block.features or ())
        if is_rich and raw[int(field.way[0])]["type"] not in NEVER_LINKED:
            yield field


def _names_any(field: TextField, names: Names) -> bool:
    return any(True for part in paragraphs(field.raw) for _found in names.find(part.text))


def _section(raw: Raw, field: TextField) -> int:
    """Return how many headings stand before a text."""
    return sum(item["type"] == "heading" for item in raw[: int(field.way[0])])


def _linked_already(stream: blocks.BaseStreamBlock, raw: Raw) -> set[tuple[int, int]]:
    return {
        (_section(raw, field), pk)
        for field in _fields(stream, raw)
        for kind, pk in references_in_rich_text(field.raw)
        if kind == LINK_TYPE
    }
