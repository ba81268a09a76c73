"""Figures of an article that are typed by hand, with the places they stand at. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from qnwellness.nutrition.figures import Figure, written


class Hindrance(StrEnum):
    """Why a figure cannot become a link where it stands."""

    NONE = ""
    PLAIN = "plain"  # a title, a heading: nothing but words can stand there
    LINKED = "linked"  # a link cannot stand in a link
    LOST = "lost"  # its words cannot be found in the text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure is typed: its words, the sentence around them, and what a person calls the place.

    `place` leads to the text in the editor's form, `cell` tells its cells apart where it is a table. `turn` counts the
    same words in one text, from zero. `unit` is the only one a fact may have there, None where any may stand.
    """

    place: str
    words: str
    turn: int
    before: str = ""
    after: str = ""
    section: str = ""
    label: str = ""
    cell: str = ""
    unit: str | None = None
    hindrance: Hindrance = Hindrance.NONE

    @property
    def key(self) -> str:
        """Return what names the place in a form that is sent."""
        return "|".join((self.place, self.cell, str(self.turn), " ".join(self.words.split())))

    @property
    def can_be_linked(self) -> bool:
        """Tell whether a fact can be put in its place."""
        return not self.hindrance


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure with the places it is typed at; `nutrient` is "" where the sentences name none.

    `facts` are the ids of facts with the same figure, the likeliest first. `statement` is what a fact made of it could
    say, and is empty where it states the first of these already.
    """

    figure: Figure
    nutrient: str
    places: tuple[Place, ...]
    statement: str = ""
    facts: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """Return what names the figure in a form that is sent; made of letters and digits."""
        told = (self.figure.low, self.figure.high, self.figure.unit, self.nutrient, self.facts)
        return "f" + sha256(repr(told).encode()).hexdigest()[:12]

    @property
    def open_places(self) -> tuple[Place, ...]:
        """Return the places a fact can be put at."""
        return tuple(place for place in self.places if place.can_be_linked)

    def text(self, language: str = "en") -> str:
        """Return the figure as readers of a language write it."""
        return written(self.figure, language)


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """What an article says in figures: facts it uses, with how often, and what is typed by hand.

    `known` equal facts of the site, `repeated` stand at several places, `single` at one.
    """

    uses: dict[int, int]
    known: tuple[TypedFigure, ...] = ()
    repeated: tuple[TypedFigure, ...] = ()
    single: tuple[TypedFigure, ...] = ()
