"""The parts an infographic is made of, as places in a sequence of lines."""

from dataclasses import dataclass
from enum import Flag, auto

from blog.importing.structure.shapes import Line


class Kind(Flag):
    """The shapes of panels, as far as lines alone tell them apart."""

    NONE = 0
    LIST = auto()
    PAIRS = auto()
    DOSES = auto()
    CALL = auto()
    CHECKLIST = auto()
    # Only where a text is known to be one infographic.
    STEPS = auto()
    BARS = auto()
    STATISTIC = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Head:
    title: Line
    subtitle: Line | None
    lead: tuple[Line, ...]
    length: int
    score: float


@dataclass(frozen=True, slots=True)
class Part:
    """A panel: its title line and rows of one to three lines, how many lines it takes, and how much it speaks for
    an infographic. A list panel's row is its list and, when there is one, its line of sources."""

    kind: Kind
    title: Line
    rows: tuple[tuple[Line, ...], ...]
    length: int
    score: float

    @property
    def has_sources(self) -> bool:
        return self.kind is Kind.LIST and len(self.rows[0]) > 1


@dataclass(frozen=True, slots=True)
class Tail:
    """Lines under an infographic that are not part of it."""

    logo: Line | None
    tagline: Line | None
    score: float

    @property
    def length(self) -> int:
        return (self.logo is not None) + (self.tagline is not None)


@dataclass(frozen=True, slots=True)
class Region:
    """An infographic found in a sequence of lines; `start` and `end` are indexes, the tail included."""

    start: int
    end: int
    head: Head
    parts: tuple[Part, ...]
    tail: Tail | None
