"""The one resolver: everything a page refers to, loaded with one query a type.

Each app registers a loader for its kind of reference (`"page"`, `"product"`, ...). While a page is rendered, a
`References` object knows which ids the page holds (read from the stored blocks, without loading anything), so
the first block or link that asks for one of them loads all of them. Outside a page (a search index, a feed)
an id is loaded when it is asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Any

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from qnwellness.answers.parts import made_of, row

from .visibility import restricted_paths

Loader = Callable[[Iterable[int]], Mapping[int, Any]]
Wanted = Mapping[str, Iterable[int]]

_loaders: dict[str, Loader] = {}
_rows: dict[str, str] = {}
_active: ContextVar["References | None"] = ContextVar("references", default=None)


def register_loader(kind: str, loader: Loader, rows: str) -> None:
    """Say how references of `kind` are loaded: ids in, objects by id out (missing ids left out).

    `rows` is what the rows behind them are called where an answer tells what it is made of.
    """
    _loaders[kind] = loader
    _rows[kind] = rows


class References:
    """The objects one page refers to, by kind and id."""

    def __init__(self, wanted: Wanted | None = None) -> None:
        self._wanted = {kind: set(ids) for kind, ids in (wanted or {}).items()}
        self._found: dict[str, dict[int, Any]] = defaultdict(dict)
        self._asked: dict[str, set[int]] = defaultdict(set)

    @cached_property
    def restricted_paths(self) -> tuple[str, ...]:
        """Return the paths of pages a shopper may not see, queried once a page."""
        return restricted_paths()

    def many(self, kind: str, ids: Iterable[int]) -> dict[int, Any]:
        """Return the objects with these ids; ids without an object are left out."""
        ids = set(ids)
        missing = (
            (ids | self._wanted.get(kind, set())) - self._asked[kind] if ids - self._asked[kind] else set()
        )
        if missing:
            # Also what is not there now, or not public: it may be later.
            made_of(*(row(_rows[kind], pk) for pk in missing))
            self._asked[kind] |= missing
            self._found[kind].update(_loaders[kind](missing))
        return {pk: self._found[kind][pk] for pk in ids if pk in self._found[kind]}

    def expect(self, kind: str, ids: Iterable[int]) -> None:
        """Load these as well, once anything of their kind is asked for."""
        self._wanted.setdefault(kind, set()).update(ids)

    def one(self, kind: str, pk: int) -> Any | None:
        """Return the object with this id, or None."""
        return self.many(kind, [pk]).get(pk)


class _Unresolved(References):
    def many(self, kind: str, ids: Iterable[int]) -> dict[int, Any]:
        return {}


def current() -> References:
    """Return the references of the page being rendered, or an empty set of them."""
    return _active.get() or References()


def is_rendering() -> bool:
    """Tell whether a page is being rendered."""
    return _active.get() is not None


@contextmanager
def resolving(wanted: Wanted) -> Iterator[References]:
    """Resolve references together for as long as the block runs."""
    with _active_for_now(References(wanted)) as references:
        yield references


@contextmanager
def resolved_by(found: References) -> Iterator[References]:
    """Resolve references by these for as long as the block runs: what they have loaded is not loaded again."""
    with _active_for_now(found) as references:
        yield references


@contextmanager
def unresolved() -> Iterator[References]:
    """Find no reference for as long as the block runs: stored text is handled as it is, and nothing is loaded."""
    with _active_for_now(_Unresolved()) as references:
        yield references


@contextmanager
def _active_for_now(references: References) -> Iterator[References]:
    token = _active.set(references)
    try:
        yield references
    finally:
        _active.reset(token)


@contextmanager
def resolving_value(block: blocks.Block, raw: Any) -> Iterator[References]:
    """Resolve together what a block's stored value refers to, unless a whole page is being resolved already."""
    if is_rendering():
        yield current()
        return
    with resolving(wanted_by(find_references(block, raw))) as references:
        yield references


def find_references(block: blocks.Block, raw: Any) -> Iterator[tuple[str, int]]:
    """Yield (kind, id) of every reference in a block's stored value, in document order.

    `block` defines the value, `raw` is its stored (JSON) form. Nothing is loaded.
    """
    if raw is None:
        return
    if isinstance(block, blocks.RichTextBlock):
        yield from references_in_rich_text(raw)
    elif kind := getattr(block, "reference_kind", None):
        pk = reference_id(raw)
        yield from [(kind, pk)] if pk is not None else []
    else:
        for child, value in inner_blocks(block, raw):
            yield from find_references(child, value)


def references_in_rich_text(html: str) -> Iterator[tuple[str, int]]:
    """Yield (link type, id) of every link in stored rich text that names an object by id."""
    for attributes in map(extract_attrs, FIND_A_TAG.findall(html)):
        kind, pk = attributes.get("linktype"), reference_id(attributes.get("id"))
        if kind and pk is not None:
            yield kind, pk


def reference_id(raw: Any) -> int | None:
    """Return a stored id as a number, or None if no object can have it."""
    text = str(raw)
    # A longer number is none a database can look up.
    return int(text) if text.isdecimal() and len(text) <= 18 else None


def inner_blocks(block: blocks.Block, raw: Any) -> Iterator[tuple[blocks.Block, Any]]:
    """Yield the blocks inside a block, each with its stored value. A type that is gone is left out."""
    if isinstance(block, blocks.BaseStructBlock):
        values = raw if isinstance(raw, dict) else {}
        yield from ((child, values.get(name)) for name, child in block.child_blocks.items())
    elif isinstance(block, blocks.BaseStreamBlock):
        for item in raw:
            if child := block.child_blocks.get(item["type"]):
                yield child, item["value"]
    elif isinstance(block, blocks.ListBlock):
        yield from ((block.child_block, item["value"]) for item in raw)
    elif isinstance(block, TypedTableBlock):
        columns = [block.child_blocks.get(column["type"]) for column in raw.get("columns", [])]
        for row in raw.get("rows", []):
            yield from ((child, cell) for child, cell in zip(columns, row["values"], strict=False) if child)


def wanted_by(references: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    """Group (kind, id) pairs by kind, leaving out kinds nobody loads."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for kind, pk in references:
        if kind in _loaders:
            wanted[kind].add(pk)
    return wanted
