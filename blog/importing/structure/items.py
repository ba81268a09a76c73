"""The pieces an article consists of while rules work on it."""

from dataclasses import dataclass

from blog.importing.document import Block, Element, Heading


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the text that has found its block. Later rules leave it alone and never look across it.

    `anchors` are fragments that led into what is no heading. `rank` is the level its markup gives a heading, 0 where
    the level of its block is already the one it keeps.
    """

    block: Block
    line: int
    anchors: tuple[str, ...] = ()
    rank: int = 0


Item = Element | Placed


def placed_heading(item: Item) -> Heading | None:
    """The heading that has been placed here, if one has."""
    return item.block if isinstance(item, Placed) and isinstance(item.block, Heading) else None
