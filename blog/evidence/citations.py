"""The sources of a page: numbered by first use, each with the places that cite it."""

from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import ClassVar

from .listed import Listed, Mark, Marking
from .listed import number as _number


@dataclass(frozen=True, slots=True)
class Cited(Listed):
    """A source of a page: its number, and how often it is cited."""

    entry_prefix: ClassVar[str] = "source"
    use_prefix: ClassVar[str] = "cite"


_marking: Marking[Cited] = Marking("citation_marks")


def number(uses: Iterable[int], known: Collection[int]) -> dict[int, Cited]:
    """Return the sources of a page by id, numbered by first use; `uses` is in document order."""
    return _number(Cited, uses, known)


def marking(find: Callable[[], dict[int, Cited]]) -> AbstractContextManager[None]:
    """Give uses of sources their marks for as long as a page is rendered; `find` numbers its sources."""
    return _marking.during(find)


def next_mark(source: int) -> Mark[Cited] | None:
    """Return the mark of the next use of a source; None where no page is rendered, or the source is gone."""
    return _marking.next(source)
