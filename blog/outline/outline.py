"""The ordered, nested headings of a body."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .anchors import AnchorMinter

# From how many entries on a contents list helps a reader.
ENOUGH_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body. `level` is 2, 3 or 4; a heading `contents_only` has no visible words."""

    block_id: str
    text: str
    level: int
    contents_only: bool = False


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
    """The contents list of a body, and the anchor of each of its headings by block id."""

    entries: tuple[Entry, ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_useful(self) -> bool:
        """Tell whether there is enough to list."""
        return len(list(self.flat())) >= ENOUGH_ENTRIES

    def flat(self) -> Iterator[Entry]:
        """Yield all entries in document order."""
        for entry in self.entries:
            yield from entry.flat()


def build_outline(headings: Iterable[Heading]) -> Outline:
    """Mint an anchor for every heading in document order, then nest those that have words.

    Levels nest by comparison, so that a skipped level makes no empty entry.
    """
    minter = AnchorMinter()
    placed = [(heading, minter.mint(heading.text)) for heading in headings]
    listed = [(heading, anchor) for heading, anchor in placed if heading.text.strip()]
    return Outline(entries=_nest(listed), anchors={heading.block_id: anchor for heading, anchor in placed})


def _nest(placed: Sequence[tuple[Heading, str]]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    position = 0
    while position < len(placed):
        heading, anchor = placed[position]
        end = position + 1
        while end < len(placed) and placed[end][0].level > heading.level:
            end += 1
        children = _nest(placed[position + 1 : end])
        entries.append(Entry(heading.text.strip(), anchor, heading.level, children))
        position = end
    return tuple(entries)
