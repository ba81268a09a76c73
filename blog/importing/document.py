"""The neutral shapes of an import: an article as it was read, and the same article arranged for the site.

Nothing here decides anything. `line` is the 1-based line of the file, 0 when a format has no lines.
"""

import html as entities
import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

# A tag never contains another "<", which keeps the search linear on text made of them.
_TAG = re.compile(r"<[^<>]*>")


def plain_text(html: str) -> str:
    """The words of an inline HTML fragment, without tags and with white space normalised."""
    return " ".join(entities.unescape(_TAG.sub("", html)).split())


# What a reader finds


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as clean inline HTML; a format without markup yields escaped text."""

    html: str
    line: int = 0

    @property
    def text(self) -> str:
        return plain_text(self.html)


@dataclass(frozen=True, slots=True)
class HeadingElement:
    text: str
    level: int
    line: int = 0


@dataclass(frozen=True, slots=True)
class ListElement:
    """A list of inline HTML items; `depths` (0 = outermost) is empty when no item is nested."""

    items: tuple[str, ...]
    ordered: bool
    line: int = 0
    depths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureElement:
    name: str
    alt: str = ""
    caption: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class TableElement:
    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    caption: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class QuoteElement:
    text: str
    attribution: str = ""
    line: int = 0


Element = Paragraph | HeadingElement | ListElement | PictureElement | TableElement | QuoteElement


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """An article as a reader hands it on; what the format did not say stays None or empty."""

    source: str
    content_hash: str
    elements: tuple[Element, ...]
    title: str | None = None
    slug: str | None = None
    standfirst: str | None = None
    published: datetime | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    hero: PictureElement | None = None
    seo_title: str | None = None
    seo_description: str | None = None


@dataclass(frozen=True, slots=True)
class ProductName:
    """One name of one product; `own` tells its name as shown from the others it goes by."""

    name: str
    handle: str
    own: bool


# What the structure rules make of it


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4; `contents_only` is a place in the contents list without visible words."""

    text: str
    level: int
    contents_only: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs and lists as HTML; a product mention is `<a linktype="product" handle=".." text="name|own">`."""

    html: str


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    caption: str = ""


@dataclass(frozen=True, slots=True)
class ProductCallout:
    handle: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TitledText:
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Dose:
    substance: str
    amount: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Nutrient:
    type: ClassVar[str] = "nutrient"
    title: str
    points: tuple[str, ...]
    sources_label: str = ""
    sources: str = ""


@dataclass(frozen=True, slots=True)
class Synergy:
    type: ClassVar[str] = "synergy"
    title: str
    points: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class Dosage:
    type: ClassVar[str] = "dosage"
    title: str
    doses: tuple[Dose, ...]


@dataclass(frozen=True, slots=True)
class Benefits:
    type: ClassVar[str] = "benefits"
    title: str
    benefits: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class CallToAction:
    type: ClassVar[str] = "call_to_action"
    title: str
    text: str
    handle: str | None = None
    link: str = ""
    link_label: str = ""


@dataclass(frozen=True, slots=True)
class Statistic:
    type: ClassVar[str] = "statistic"
    title: str
    figure: str
    context: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A value, or a range from `low` to `high`; `written` is the figure as the text has it."""

    label: str
    written: str
    low: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Values of one unit, which is one of `qnwellness.nutrition.units.UNITS`."""

    type: ClassVar[str] = "bars"
    title: str
    unit: str
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps in their order; the text of one may be empty."""

    type: ClassVar[str] = "steps"
    title: str
    steps: tuple[TitledText, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    type: ClassVar[str] = "checklist"
    title: str
    do_label: str
    do: tuple[str, ...]
    avoid_label: str
    avoid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Named columns and rows of as many cells; the first cell names its row."""

    type: ClassVar[str] = "comparison"
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Panel = (
    Nutrient | Synergy | Dosage | Benefits | Statistic | Bars | Steps | Checklist | Comparison | CallToAction
)


@dataclass(frozen=True, slots=True)
class Infographic:
    title: str
    subtitle: str = ""
    lead: str = ""
    panels: tuple[Panel, ...] = ()


Block = Heading | Text | Picture | Quote | Table | Infographic | ProductCallout


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line that is not part of the article, and why."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry of the printed contents list; `matched` when it leads to a place in the body."""

    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class ArrangedArticle:
    """An article ready to be placed: every word of the source is once in the title, the blocks, the printed
    contents list (`contents_title` and `contents`) or what was set aside."""

    source: str
    content_hash: str
    title: str
    hero: PictureElement | None = None
    blocks: tuple[Block, ...] = ()
    contents_title: str = ""
    contents: tuple[ContentsEntry, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    warnings: tuple[str, ...] = ()
    slug: str | None = None
    standfirst: str | None = None
    published: datetime | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    seo_title: str | None = None
    seo_description: str | None = None
