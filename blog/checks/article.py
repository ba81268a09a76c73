"""An article under review: all that the rules look at, loaded beforehand. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..evidence.comparing import Compared, compare
from ..evidence.placed import KnownFact, Passage, PlacedFigure
from ..infographics.poster.legibility import Legibility
from ..sentences import Sentence


@dataclass(frozen=True, slots=True)
class HeadingAt:
    """A heading of the body. One that stands in the contents list only has no visible words."""

    text: str
    level: int
    place: str
    label: str = ""
    is_listed: bool = True
    contents_only: bool = False


@dataclass(frozen=True, slots=True)
class BlockAt:
    """A block of the body, in order. `heading` is None for every other type."""

    kind: str
    place: str
    is_empty: bool = False
    heading: HeadingAt | None = None


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text inside a block: its sentences by paragraph. `is_cited` where the panel around it names a source."""

    kind: str
    place: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    is_cited: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Something that leads elsewhere: `kind` is "page", "product", "document", "source", "address" or "fragment".

    `target` is an id or an address. `surface` is what a reader meets: "link", "mention", "callout",
    "call_to_action", "citation" or "infographic" (one of another article).
    """

    kind: str
    target: str
    place: str
    words: str = ""
    surface: str = "link"


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to. `hindrance` says why a reader cannot see it: "draft", "private", "expired", "hidden"."""

    title: str
    hindrance: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the description it is shown with. `title` is the library's name for it."""

    place: str
    title: str = ""
    alt: str = ""
    is_decorative: bool = False
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class PosterAt:
    """How the pictures of an infographic come out: what each face leaves out, and the characters no font has."""

    place: str
    title: str
    faces: tuple[Legibility, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class ArticleUnderReview:
    """An article as its form or its row says it is, with everything it refers to.

    `gone` are the addresses headings were published with that are no longer there. `figures` are those its body
    states, `passages` the texts they stand in, `facts` what the site knows.
    """

    standfirst: str = ""
    search_description: str = ""
    hero: Picture | None = None
    authors: int = 0
    reviewed_on: date | None = None
    review_due_on: date | None = None
    today: date = date.min
    blocks: tuple[BlockAt, ...] = ()
    texts: tuple[ReadText, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    targets: Mapping[tuple[str, str], Target] = field(default_factory=dict)
    fragments: frozenset[str] = frozenset()
    gone: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    figures: tuple[PlacedFigure, ...] = ()
    facts: Mapping[int, KnownFact] = field(default_factory=dict)
    corrections: str = ""
    posters: tuple[PosterAt, ...] = ()

    @cached_property
    def compared(self) -> Compared:
        """Return its figures as they compare with the facts: found once, for all rules that ask."""
        return compare(self.figures, self.facts.values())

    def headings(self) -> Iterator[HeadingAt]:
        """Yield the headings in order."""
        yield from (block.heading for block in self.blocks if block.heading)
