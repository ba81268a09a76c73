"""Kept anchors: the addresses headings were published with, and what they are called now. Pure.

Kept anchors outrank what a form, a copied page or an old revision says; what an editor typed outranks what is made
from words, wherever in the document either stands. Rendering, preview, publishing and the form all ask `settle`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .anchors import RESERVED, numbered, slug
from .heading import Heading


@dataclass(frozen=True, slots=True)
class Kept:
    """An address a heading was published with. `former` names the headings that had it before, latest last."""

    block_id: str
    anchor: str
    is_current: bool = True
    former: tuple[str, ...] = ()


class Holding(StrEnum):
    """How a heading has the address that another one asks for."""

    CURRENT = "current"
    ALIAS = "alias"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class Clash:
    """A heading asks for an address that another heading of the page has (`holder`, a block id)."""

    block_id: str
    anchor: str
    holder: str
    holding: Holding


@dataclass(frozen=True, slots=True)
class Settled:
    """Who has which address.

    `anchors` and `aliases` are by block id and hold the headings of the page only; `kept` is what publishing writes;
    `before` is what headings were called before the wishes of this version were heard.
    """

    anchors: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()
    clashes: tuple[Clash, ...] = ()
    before: Mapping[str, str] = field(default_factory=dict)

    @property
    def gone(self) -> tuple[str, ...]:
        """Return what headings that are no longer on the page were called, and nobody is called now."""
        return tuple(row.anchor for row in self.kept if row.is_current and row.block_id not in self.anchors)


def settle(headings: Iterable[Heading], titles: Mapping[str, str], kept: Iterable[Kept] = ()) -> Settled:
    """Give every heading its address and tell which older ones lead to it.

    `titles` are the words, by block id, that an address is made from. `kept` is in the order it was written.
    Settling again with what was kept changes nothing.
    """
    # One id twice could only be an accident; the first heading has it.
    present = list({heading.block_id: heading for heading in reversed(list(headings))}.values())[::-1]
    book = _Book(kept, {heading.block_id for heading in present})
    book.bring_back(present)
    before = {heading.block_id: book.current(heading.block_id) for heading in present}
    clashes = tuple(_hear(present, book))
    for heading in present:
        if not book.current(heading.block_id):
            anchor = next(a for a in numbered(titles[heading.block_id]) if book.holder(a) is None)
            book.give(heading.block_id, anchor)
    return Settled(
        anchors={heading.block_id: book.current(heading.block_id) for heading in present},
        aliases={heading.block_id: book.aliases(heading.block_id) for heading in present},
        kept=tuple(book.rows.values()),
        clashes=clashes,
        before=before,
    )


def asks_for(heading: Heading, current: str) -> str:
    """Return the address an editor typed for a heading that is called `current` (empty: not published yet), or nothing.

    What equals the address the form showed was not typed; what was typed over an address the heading no longer has
    comes from an old version.
    """
    typed = heading.wish if heading.wish != heading.wish_over else ""
    if not typed or (current and heading.wish_over != current):
        return ""
    wish = slug(typed)
    return "" if wish == current or wish in RESERVED else wish


def renewed(heading: Heading, current: str) -> Heading:
    """Return a heading from a form whose shown address was replaced since the form was opened.

    What was typed over the older address counts over the `current` one: both lead to the heading afterwards, while a
    wish that is not heard would be lost. A heading with nothing typed, or of that very address, is returned as it is.
    """
    is_typed = bool(heading.wish) and heading.wish != heading.wish_over
    is_late = bool(current) and heading.wish_over != current
    if not (is_typed and is_late):
        return heading
    late = replace(heading, wish_over=current)
    return late if asks_for(late, current) else heading


def _hear(present: Sequence[Heading], book: "_Book") -> Iterator[Clash]:
    """Rename headings as their editors asked, in document order, and yield what cannot be."""
    granted: set[str] = set()
    for heading in present:
        wish = asks_for(heading, book.current(heading.block_id))
        if not wish:
            continue
        holder = book.holder(wish)
        if holder is None or holder == heading.block_id:
            book.give(heading.block_id, wish)
            granted.add(wish)
        else:
            held = Holding.CURRENT if book.rows[wish].is_current else Holding.ALIAS
            yield Clash(heading.block_id, wish, holder, Holding.WISH if wish in granted else held)


class _Book:
    """The rows of a page while they are settled."""

    def __init__(self, kept: Iterable[Kept], present: set[str]) -> None:
        self.rows = {row.anchor: row for row in kept}
        self._present = present
        self._written = {anchor: place for place, anchor in enumerate(self.rows)}
        self._owned: dict[str, list[str]] = {}
        for row in self.rows.values():
            self._owned.setdefault(row.block_id, []).append(row.anchor)

    def current(self, block_id: str) -> str:
        """Return what a heading is called, or nothing."""
        return next((row.anchor for row in self._of(block_id) if row.is_current), "")

    def aliases(self, block_id: str) -> tuple[str, ...]:
        """Return the older addresses of a heading, oldest first."""
        return tuple(row.anchor for row in self._of(block_id) if not row.is_current)

    def holder(self, anchor: str) -> str | None:
        """Return the heading on the page that has an address, now or from before; None if it is free."""
        row = self.rows.get(anchor)
        return row.block_id if row and row.block_id in self._present else None

    def give(self, block_id: str, anchor: str) -> None:
        """Make a free or own address the current one of a heading.

        Who is called what a heading that has gone was called stands in its place, and has its older addresses too.
        An older address alone says nothing of where the others should lead.
        """
        row = self.rows.get(anchor)
        if row is None:
            self._write(Kept(block_id, anchor))
        elif row.block_id != block_id:
            for left in self._of(row.block_id) if row.is_current else [row]:
                self._hand_over(left, block_id)
        for own in self._of(block_id):
            self.rows[own.anchor] = replace(own, is_current=own.anchor == anchor)

    def bring_back(self, present: Iterable[Heading]) -> None:
        """Return to headings what others took over that have gone since.

        A heading that lost what it was called is called by the newest address it has.
        """
        lent = [row for row in self.rows.values() if row.former and row.block_id not in self._present]
        for row in reversed(lent):
            if heir := next((block for block in reversed(row.former) if block in self._present), None):
                self._hand_over(row, heir)
        for heading in present:
            own = self._of(heading.block_id)
            if own and not self.current(heading.block_id):
                self.rows[own[-1].anchor] = replace(own[-1], is_current=True)

    def _hand_over(self, row: Kept, heir: str) -> None:
        former = (*(block for block in row.former if block not in (row.block_id, heir)), row.block_id)
        is_current = row.is_current and not self.current(heir)
        self._owned[row.block_id].remove(row.anchor)
        self._write(Kept(heir, row.anchor, is_current, former))
        self._owned[heir].sort(key=self._written.__getitem__)

    def _write(self, row: Kept) -> None:
        self.rows[row.anchor] = row
        self._written.setdefault(row.anchor, len(self._written))
        self._owned.setdefault(row.block_id, []).append(row.anchor)

    def _of(self, block_id: str) -> list[Kept]:
        return [self.rows[anchor] for anchor in self._owned.get(block_id, ())]
