"""An article arranged for the site: what the structure rules make of it."""

from dataclasses import dataclass
from datetime import datetime

from blog.importing.document.panels import Panel
from blog.importing.document.source import Footnote, PictureElement, SetAside


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4; `contents_only` is a place in the contents list without visible words.

    `label` is what the contents list calls it, where that is not its text; `anchors` are fragments that led to it.
    """

    text: str
    level: int
    contents_only: bool = False
    label: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs and lists as HTML; a product mention is `<a linktype="product" handle=".." text="name|own">`, a mark
    of a footnote `<a linktype="footnote" id="KEY">`."""

    html: str


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    alt: str = ""
    caption: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    caption: str = ""
    row_header: bool = False


@dataclass(frozen=True, slots=True)
class Video:
    address: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its answer, the answer as HTML like that of `Text`."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class ProductCallout:
    handle: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Infographic:
    title: str
    subtitle: str = ""
    lead: str = ""
    panels: tuple[Panel, ...] = ()


Block = Heading | Text | Picture | Quote | Table | Video | Question | Infographic | ProductCallout


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
    updated: datetime | None = None
    is_published: bool | None = None
    path: str | None = None
    place: str = ""
    # What marks in the text lead to, by their keys.
    footnotes: tuple[Footnote, ...] = ()
    # Fragments (without "#") that led to the article as a whole or to places that have no heading here.
    other_anchors: tuple[str, ...] = ()
