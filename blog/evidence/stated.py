"""The facts a page states: listed by first use, each with the places that state it, and with the sources it names."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import ClassVar

from .listed import Listed, Mark, Marking, number


@dataclass(frozen=True, slots=True)
class Stated(Listed):
    """A fact of a page: its place in the list of figures, and how often it is stated."""

    entry_prefix: ClassVar[str] = "fact"
    use_prefix: ClassVar[str] = "stated"


_marking: Marking[Stated] = Marking("fact_marks")


def in_order(uses: Iterable[int], known: Collection[int]) -> dict[int, Stated]:
    """Return the facts of a page by id, in the order of first use; `uses` is in document order."""
    return number(Stated, uses, known)


def sources_of(stated: Mapping[int, Stated], sources: Mapping[int, Iterable[int]]) -> Iterator[int]:
    """Yield the ids of the sources a list of figures names, in its order; `sources` has those of each fact.

    The list stands behind the text, so that sources it alone names are numbered after those the text cites.
    """
    for pk in stated:
        yield from sources.get(pk, ())


def marking(find: Callable[[], dict[int, Stated]]) -> AbstractContextManager[None]:
    """Give uses of facts their marks for as long as a page is rendered; `find` puts its facts in order."""
    return _marking.during(find)


def unmarked() -> AbstractContextManager[None]:
    """Give no marks while the block runs: what is made of a page's words beside the page must not count as a use."""
    return _marking.during(None)


def next_mark(fact: int) -> Mark[Stated] | None:
    """Return the mark of the next use of a fact; None where no page is rendered, or where the page does not list it."""
    return _marking.next(fact)


def marked(stated: Stated) -> list[str]:
    """Return the ids of the places of a fact that have been rendered so far: a figure may be stored and not shown."""
    return _marking.has_given(stated)
