"""What a page lists at its end, once each, and leads to from every use: numbered by first use.

A page knows what it uses, in document order, before any of it is rendered: numbers and the addresses of back links
come from that list. While it is rendered every use asks for its mark, and gets the next address.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, Generic, TypeVar


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing in a list (its id in the database), its number, and how often the page uses it."""

    # How the ids of entries and of their uses begin; no heading may have one that does.
    entry_prefix: ClassVar[str]
    use_prefix: ClassVar[str]

    pk: int
    number: int
    uses: int

    @property
    def anchor(self) -> str:
        """Return the id of its entry in the list."""
        return f"{self.entry_prefix}-{self.number}"

    @property
    def places(self) -> list[str]:
        """Return the ids of the places that use it, in document order."""
        return [f"{self.use_prefix}-{self.number}-{use}" for use in range(1, self.uses + 1)]


L = TypeVar("L", bound=Listed)


def number(kind: type[L], uses: Iterable[int], known: Collection[int]) -> dict[int, L]:
    """Return what a page uses by id, numbered by first use; `uses` is in document order.

    A use of what is not known takes no number.
    """
    counted = Counter(pk for pk in uses if pk in known)
    return {pk: kind(pk, place, count) for place, (pk, count) in enumerate(counted.items(), start=1)}


@dataclass(frozen=True, slots=True)
class Mark(Generic[L]):
    """What stands for one use; its id is empty where the list has no way back to it."""

    entry: L
    id: str


@dataclass
class Marks(Generic[L]):
    """Hands out the marks of one rendering of a page; `find` numbers what it uses, and is called once at most."""

    find: Callable[[], dict[int, L]]
    _given: Counter[int] = field(default_factory=Counter)

    @cached_property
    def _entries(self) -> dict[int, L]:
        return self.find()

    def next(self, pk: int) -> Mark[L] | None:
        """Return the mark of the next use of this, or None for what is not known."""
        entry = self._entries.get(pk)
        if entry is None:
            return None
        self._given[pk] += 1
        use = self._given[pk]
        return Mark(entry, entry.places[use - 1] if use <= entry.uses else "")

    def has_given(self, entry: L) -> list[str]:
        """Return the ids of the places that have been marked so far, in the order of the page."""
        return entry.places[: self._given[entry.pk]]


class Marking(Generic[L]):
    """Gives the uses of one kind of thing their marks for as long as a page is rendered."""

    def __init__(self, name: str) -> None:
        self._active: ContextVar[Marks[L] | None] = ContextVar(name, default=None)

    @contextmanager
    def during(self, find: Callable[[], dict[int, L]] | None) -> Iterator[None]:
        """Give marks while the block runs; without `find`, give none."""
        token = self._active.set(Marks(find) if find else None)
        try:
            yield
        finally:
            self._active.reset(token)

    def next(self, pk: int) -> Mark[L] | None:
        """Return the mark of the next use; None where no page is rendered, and for what the page does not list."""
        marks = self._active.get()
        return marks.next(pk) if marks else None

    def has_given(self, entry: L) -> list[str]:
        """Return the ids of the places of this entry that have been marked so far."""
        marks = self._active.get()
        return marks.has_given(entry) if marks else []
