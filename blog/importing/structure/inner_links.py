"""Links to places of the same text: kept where a heading will answer to them, and words only where nothing does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from urllib.parse import unquote

from blog.importing.document import (
    Heading,
    HeadingElement,
    ListElement,
    Paragraph,
    QuestionElement,
    TableElement,
)
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item, Placed
from blog.importing.structure.telling import listed

_LINK = re.compile(
    r'<a href="(?P<page>[^"#]{0,500})#(?P<fragment>[^"]*)"[^<>]*>(?P<words>.*?)</a>', re.DOTALL
)
_SCHEME = re.compile(r"(?:https?:)?//[^/]+")


def rule(draft: Draft) -> Draft:
    """Keep the links that lead to a heading; one to a paragraph leads to the heading over it from now on.

    What leads nowhere becomes words and is told. The fragments no heading has are handed on as the article's others.
    """
    places = _places(draft)
    links = _Links(places, draft.article.path or "")
    items = [links.checked(item) for item in draft.items]
    items = [_with_anchors(item, links.adopted.get(index, ())) for index, item in enumerate(items)]
    items = [_without_anchors(item) for item in items]
    adopted = {anchor for anchors in links.adopted.values() for anchor in anchors}
    others = [anchor for anchor in (*draft.other_anchors, *places.others) if anchor not in adopted]
    return replace(
        draft,
        items=tuple(items),
        other_anchors=tuple(dict.fromkeys(others)),
        warnings=(*draft.warnings, *links.warnings()),
    )


@dataclass(slots=True)
class _Places:
    """The fragments headings have, and for those of other places the index of the heading over each, or none."""

    headings: set[str] = field(default_factory=set)
    others: dict[str, int | None] = field(default_factory=dict)


def _places(draft: Draft) -> _Places:
    places = _Places()
    heading: int | None = None
    for index, item in enumerate(draft.items):
        if isinstance(item, Placed) and isinstance(item.block, Heading):
            heading = index
            places.headings.update(item.block.anchors)
        for anchor in item.anchors if isinstance(item, Placed | Paragraph | HeadingElement) else ():
            places.others.setdefault(anchor, heading)
    for anchor in places.headings:
        places.others.pop(anchor, None)
    return places


@dataclass(slots=True)
class _Links:
    """Looks at every link of a text to the text itself."""

    places: _Places
    path: str
    adopted: dict[int, tuple[str, ...]] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)
    dead: list[str] = field(default_factory=list)

    def checked(self, item: Item) -> Item:
        match item:
            case Paragraph():
                html = self._html(item.html)
                return item if html is item.html else replace(item, html=html)
            case ListElement():
                return replace(item, items=tuple(map(self._html, item.items)))
            case TableElement():
                return replace(item, rows=tuple(tuple(map(self._html, row)) for row in item.rows))
            case QuestionElement():
                return replace(item, answer=self._html(item.answer))
            case _:
                return item

    def warnings(self) -> Iterator[str]:
        if self.moved:
            yield (
                "Links within the text lead to the heading above their place from now on: "
                f"{listed(dict.fromkeys(self.moved))}."
            )
        if self.dead:
            yield f"Links within the text that lead nowhere are words only now: {listed(dict.fromkeys(self.dead))}."

    def _html(self, html: str) -> str:
        return _LINK.sub(self._link, html) if "#" in html else html

    def _link(self, match: re.Match[str]) -> str:
        page = unescape(match["page"])
        if page and not (self.path and _SCHEME.sub("", page, count=1).partition("?")[0] == self.path):
            return match[0]
        fragment = unquote(unescape(match["fragment"]))
        if fragment in self.places.headings:
            return f'<a href="#{match["fragment"]}">{match["words"]}</a>'
        heading = self.places.others.get(fragment)
        if heading is None:
            self.dead.append(f"#{fragment}")
            return match["words"]
        self.places.headings.add(fragment)
        self.adopted[heading] = (*self.adopted.get(heading, ()), fragment)
        self.moved.append(f"#{fragment}")
        return f'<a href="#{match["fragment"]}">{match["words"]}</a>'


def _with_anchors(item: Item, anchors: tuple[str, ...]) -> Item:
    if anchors and isinstance(item, Placed) and isinstance(item.block, Heading):
        return replace(item, block=replace(item.block, anchors=(*item.block.anchors, *anchors)))
    return item


def _without_anchors(item: Item) -> Item:
    return replace(item, anchors=()) if isinstance(item, Placed | Paragraph) and item.anchors else item
