"""The pieces an article consists of while rules work on it."""

from dataclasses import dataclass

from blog.importing.document import Block, Element


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the text that has found its block. Later rules leave it alone and never look across it."""

    block: Block
    line: int


Item = Element | Placed
