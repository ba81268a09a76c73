"""An article between the reader and its arranged form; every rule takes one and returns one."""

from dataclasses import dataclass

from blog.importing.document import (
    Block,
    ContentsEntry,
    Element,
    PictureElement,
    ProductName,
    SetAside,
    SourceArticle,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the text that has found its block. Later rules leave it alone and never look across it."""

    block: Block
    line: int


Item = Element | Placed


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
