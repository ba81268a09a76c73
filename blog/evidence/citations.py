"""Numbers the sources of a page by first use, and says where each is cited.

A page knows which sources it uses, in document order, before any of it is rendered: numbers and the addresses of
back links come from that list. While it is rendered every use asks for its mark, and gets the next address.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Cited:
    """A source of a page: its number, and how often it is cited."""

    source: int
    number: int
    uses: int

    @property
    def anchor(self) -> str:
        """Return the id of its entry in the list of sources."""
        return f"source-{self.number}"

    @property
    def places(self) -> list[str]:
        """Return the ids of the places that cite it, in document order."""
        return [f"cite-{self.number}-{use}" for use in range(1, self.uses + 1)]


def number(uses: Iterable[int], known: Collection[int]) -> dict[int, Cited]:
    """Return the sources of a page by id, numbered by first use; `uses` is in document order.

    A use of a source that is not known takes no number.
    """
    counted = Counter(source for source in uses if source in known)
    return {
        source: Cited(source, place, count) for place, (source, count) in enumerate(counted.items(), start=1)
    }


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands for one use of a source; its id is empty where the page has no back link for it."""

    cited: Cited
    id: str


@dataclass
class Marks:
    """Hands out the marks of one rendering of a page; `find` numbers its sources, and is called once at most."""

    find: Callable[[], dict[int, Cited]]
    _given: Counter[int] = field(default_factory=Counter)

    @cached_property
    def _cited(self) -> dict[int, Cited]:
        return self.find()

    def next(self, source: int) -> Mark | None:
        """Return the mark of the next use of a source, or None for one that is not known."""
        cited = self._cited.get(source)
        if cited is None:
            return None
        self._given[source] += 1
        use = self._given[source]
        return Mark(cited, cited.places[use - 1] if use <= cited.uses else "")


_marks: ContextVar[Marks | None] = ContextVar("citation_marks", default=None)


@contextmanager
def marking(find: Callable[[], dict[int, Cited]]) -> Iterator[None]:
    """Give uses of sources their marks for as long as a page is rendered."""
    token = _marks.set(Marks(find))
    try:
        yield
    finally:
        _marks.reset(token)


def next_mark(source: int) -> Mark | None:
    """Return the mark of the next use of a source; None where no page is rendered, or the source is gone."""
    marks = _marks.get()
    return marks.next(source) if marks else None
