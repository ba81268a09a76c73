"""An article under review: all that the rules look at, loaded beforehand. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..evidence.comparing import Compared, compare
from ..evidence.placed import KnownFact, Passage, PlacedFigure
from ..infographics.poster.legibility import Legibility
from ..naming.written import Written
from ..nutrients import nutrients_in
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
    """A text inside a block: its sentences by paragraph. `is_cited` where the panel around it names a source.

    `stored` is what the block holds, `is_rich` whether that is rich text. `takes_products` where products can be named
    in it by a link.
    """

    kind: str
    place: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    is_cited: bool = False
    stored: str = ""
    is_rich: bool = False
    takes_products: bool = False


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
class Promoted:
    """A product that a callout or a call to action shows: its name, and how it stands for a shopper.

    `standing` is a value of `products.availability.Standing`. `successor` is the name of the product that is shown
    instead, `ingredients` are those of the one that is shown, as its label says them.
    """

    name: str
    standing: str
    ingredients: tuple[str, ...] = ()
    successor: str = ""

    @property
    def shown_name(self) -> str:
        """Return the name of the product readers are shown."""
        return self.successor or self.name

    @property
    def is_shown(self) -> bool:
        """Tell whether readers see it, and its label is known."""
        return bool(self.ingredients) and self.standing not in {"hidden", "draft", "private", "deleted"}

    @property
    def nutrients(self) -> tuple[str, ...]:
        """Return the vitamins and minerals on its label."""
        return tuple(dict.fromkeys(name for label in self.ingredients for name in nutrients_in(label)))


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
    states, `passages` the texts they stand in, `facts` what the site knows. `names` are those of products that are
    written without a link. `nutrients` are what it is about, `promoted` the products it shows (by id); `fitting` names
    others that contain some of these nutrients, each with which, the best first.
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
    names: tuple[Written, ...] = ()
    nutrients: tuple[str, ...] = ()
    promoted: Mapping[str, Promoted] = field(default_factory=dict)
    fitting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def compared(self) -> Compared:
        """Return its figures as they compare with the facts: found once, for all rules that ask."""
        return compare(self.figures, self.facts.values())

    @cached_property
    def lacks_its_nutrients(self) -> bool:
        """Tell whether it shows products, and none of them contains a nutrient it is about."""
        shown = [one for one in self.promoted.values() if one.is_shown]
        contained = {name for one in shown for name in one.nutrients}
        return bool(shown and self.nutrients) and contained.isdisjoint(self.nutrients)

    def headings(self) -> Iterator[HeadingAt]:
        """Yield the headings in order."""
        yield from (block.heading for block in self.blocks if block.heading)
