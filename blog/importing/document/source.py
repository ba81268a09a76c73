"""An article as a reader finds it. `line` is the 1-based line of the file, 0 when a format has no lines.

Inline HTML is clean. Beside what a page may hold it knows two links of its own: `<a href="..">` keeps the address the
source has, be it relative, and `<a linktype="footnote" id="KEY">[1]</a>` is a mark that leads to the footnote of KEY.
"""

from dataclasses import dataclass
from datetime import datetime

from blog.importing.document.words import plain_text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as clean inline HTML; a format without markup yields escaped text."""

    html: str
    line: int = 0
    # The fragments (without "#") that led to it: old contents lists may name a paragraph.
    anchors: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return plain_text(self.html)


@dataclass(frozen=True, slots=True)
class HeadingElement:
    """A heading the format marks as one, of level 1 to 6, or 7 for a line that is bold and no more."""

    text: str
    level: int
    line: int = 0
    # The fragments (without "#") that led to it.
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListElement:
    """A list of inline HTML items; `depths` (0 = outermost) is empty when no item is nested."""

    items: tuple[str, ...]
    ordered: bool
    line: int = 0
    depths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureElement:
    """A picture: the name a file beside the text would have, and the address it has in the source, if any."""

    name: str
    alt: str = ""
    caption: str = ""
    line: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class TableElement:
    """Rows of inline HTML cells; `header` tells that the first row names the columns, `row_header` that the first
    cell of each names its row."""

    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    caption: str = ""
    line: int = 0
    row_header: bool = False


@dataclass(frozen=True, slots=True)
class QuoteElement:
    text: str
    attribution: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class VideoElement:
    """A film at a provider of videos, by the address of its page or its player."""

    address: str
    title: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class QuestionElement:
    """A question with its answer, where the format marks it as one; the answer is HTML of paragraphs and lists."""

    question: str
    answer: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class ContentsLink:
    """An entry of a linked contents list: its words and the fragment (without "#") it leads to."""

    text: str
    fragment: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ContentsElement:
    """A list of links to places of the same text, with the words above it."""

    links: tuple[ContentsLink, ...]
    title: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class BoxElement:
    """Elements the source keeps in a box of its own, of a look of its own (a section, cards, a grid): perhaps an
    infographic, which a rule decides; otherwise they are elements like all others."""

    elements: tuple["Element", ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """One entry of a list of references or notes, as inline HTML; `key` is what marks in the text name."""

    key: str
    html: str
    line: int = 0

    @property
    def text(self) -> str:
        return plain_text(self.html)


@dataclass(frozen=True, slots=True)
class FootnotesElement:
    """A list of references or notes, with the words above it."""

    notes: tuple[Footnote, ...]
    title: str = ""
    line: int = 0


Element = (
    Paragraph
    | HeadingElement
    | ListElement
    | PictureElement
    | TableElement
    | QuoteElement
    | VideoElement
    | QuestionElement
    | ContentsElement
    | BoxElement
    | FootnotesElement
)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words that are not part of the article, and why. `place` says where they stood if that is no line."""

    line: int
    text: str
    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class SourceArticle:
    """An article as a reader hands it on; what the format did not say stays None or empty.

    `source` is its key: the same article in another file, or the same file next year, has the same. `content_hash`
    changes when anything of it does. `place` says where in its file it stands ("row 12").
    """

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
    updated: datetime | None = None
    # Whether readers could see it where it comes from.
    is_published: bool | None = None
    # Its old address without scheme, host and query ("/blogs/news/vitamin-k2").
    path: str | None = None
    place: str = ""
    set_aside: tuple[SetAside, ...] = ()
    # What a person should know of the reading, one line each.
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An article of a file that cannot be read: where it stands, and why, in one line for a person.

    `source` is its key where that could be read.
    """

    place: str
    reason: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class ProductName:
    """One name of one product; `own` tells its name as shown from the others it goes by."""

    name: str
    handle: str
    own: bool
