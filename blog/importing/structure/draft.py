"""An article between the reader and its arranged form; every rule takes one and returns one."""

from dataclasses import dataclass, field

from blog.importing.document import (
    ContentsEntry,
    Footnote,
    HeadingElement,
    PictureElement,
    ProductName,
    SetAside,
    SourceArticle,
)
from blog.importing.structure.items import Item
from blog.importing.structure.shapes import Line


@dataclass(frozen=True, slots=True)
class Draft:
    """The items of an article in order, and everything the rules have said about it so far."""

    article: SourceArticle
    names: tuple[ProductName, ...]
    items: tuple[Item, ...]
    title: str = ""
    hero: PictureElement | None = None
    contents_title: str = ""
    contents: tuple[ContentsEntry, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    warnings: tuple[str, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    # The hosts of the shop the article comes from; empty where that is not known.
    hosts: tuple[str, ...] = ()
    # Fragments of the source that lead to no heading.
    other_anchors: tuple[str, ...] = ()
    # Headings its contents list does not have.
    unlisted: tuple[HeadingElement, ...] = ()
    # Drafts made from each other share what was seen of an item. A line keeps its item, so no identity comes twice.
    seen: dict[int, Line] = field(default_factory=dict, repr=False, compare=False)

    def lines(self) -> list[Line]:
        """The items as the rules see them, one line an item."""
        seen = self.seen
        return [seen.get(id(item)) or seen.setdefault(id(item), Line(item)) for item in self.items]
