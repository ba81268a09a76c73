"""The ordered, nested headings of a body."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .heading import Heading
from .keeping import Clash, Kept, Settled, settle
from .labels import count_on, label

# From how many entries on a contents list is shown, by what the article says; without a number it never is.
ENOUGH_ENTRIES = {"auto": 2, "on": 1}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents list with the lines below it."""

    text: str
    anchor: str
    level: int
    children: "tuple[Entry, ...]" = ()

    def flat(self) -> "Iterator[Entry]":
        """Yield this entry and everything below it, in order."""
        yield self
        for child in self.children:
            yield from child.flat()


@dataclass(frozen=True, slots=True)
class Outline:
    """The contents list of a body, and the addresses of each of its headings by block id."""

    entries: tuple[Entry, ...] = ()
    settled: Settled = field(default_factory=Settled)
    shown: str = "auto"

    @property
    def anchors(self) -> Mapping[str, str]:
        """Return the anchor of every heading."""
        return self.settled.anchors

    @property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """Return the older anchors of every heading, oldest first."""
        return self.settled.aliases

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Return the addresses editors asked for that other headings have."""
        return self.settled.clashes

    @property
    def is_useful(self) -> bool:
        """Tell whether to show the contents list."""
        enough = ENOUGH_ENTRIES.get(self.shown)
        return enough is not None and len(list(self.flat())) >= enough

    def flat(self) -> Iterator[Entry]:
        """Yield all entries in document order."""
        for entry in self.entries:
            yield from entry.flat()


def build_outline(headings: Iterable[Heading], kept: Iterable[Kept] = (), shown: str = "auto") -> Outline:
    """Settle the anchor of every heading, then nest those that are listed and have words.

    Levels nest by comparison, so that a skipped level makes no empty entry. `shown` is "auto", "on" or "off".
    """
    found = list(headings)
    are_numbered = count_on(heading.text for heading in found)
    titles = {h.block_id: label(h.text, among_numbered=are_numbered or h.level > 2) for h in reversed(found)}
    settled = settle(found, titles, kept)
    listed: dict[str, tuple[Heading, str, str]] = {}
    for heading in found:
        own = label(heading.contents_label, among_numbered=are_numbered or heading.level > 2)
        words = own or titles[heading.block_id]
        if heading.is_listed and words:
            listed.setdefault(heading.block_id, (heading, words, settled.anchors[heading.block_id]))
    return Outline(_nest(list(listed.values())), settled, shown)


def _nest(placed: Sequence[tuple[Heading, str, str]]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    position = 0
    while position < len(placed):
        heading, words, anchor = placed[position]
        end = position + 1
        while end < len(placed) and placed[end][0].level > heading.level:
            end += 1
        children = _nest(placed[position + 1 : end])
        entries.append(Entry(words, anchor, heading.level, children))
        position = end
    return tuple(entries)
