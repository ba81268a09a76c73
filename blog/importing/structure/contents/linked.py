"""Linked contents lists: the one that leads through the text, and others, which repeat it or are ordinary lists."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from blog.importing.document import (
    ContentsElement,
    ContentsLink,
    HeadingElement,
    ListElement,
    Paragraph,
    SetAside,
)
from blog.importing.structure.contents.links import with_lists
from blog.importing.structure.contents.printed import Entry, Printed, may_stand_over, stands_over
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import key, number_of, without_number


def one_list(draft: Draft) -> Draft:
    """Leave the longest linked contents list as it is, the first of equal ones. The same list once more is set aside,
    and any other becomes a list of links."""
    items = list(_joined(list(with_lists(draft.items))))
    lists = [index for index, item in enumerate(items) if isinstance(item, ContentsElement)]
    if not lists:
        return draft
    main = max(lists, key=lambda index: (_is_named(items, index), _length(items[index]), -index))
    fragments = {link.fragment for link in _links(items[main])}
    kept: list[Item] = []
    aside = list(draft.set_aside)
    for index, item in enumerate(items):
        if index == main or not isinstance(item, ContentsElement):
            kept.append(item)
        elif fragments.issuperset(link.fragment for link in item.links):
            words = " ".join((item.title, *(link.text for link in item.links)))
            aside.append(SetAside(item.line, words.strip(), "the contents list once more"))
            if not item.title and kept and _is_title(kept[-1]):
                title = kept.pop()
                aside.append(SetAside(title.line, Line(title).text, "the title of a contents list"))
        else:
            kept += as_list(item)
    return replace(draft, items=tuple(kept), set_aside=tuple(aside))


def find_linked(lines: Sequence[Line]) -> Printed | None:
    """The linked contents list among the lines, with its title above it."""
    for index, line in enumerate(lines):
        item = line.item
        if isinstance(item, ContentsElement):
            named = index > 0 and not item.title and _is_title(lines[index - 1].item)
            title = lines[index - 1].text if named else item.title
            return Printed(index - named, index + 1, title, _entries(item.links))
    return None


def is_certain(printed: Printed) -> bool:
    """Whether the words over a list leave no doubt that it is a contents list."""
    return stands_over(printed.title)


def as_list(item: ContentsElement) -> Iterator[Item]:
    """A list of links that leads through nothing, as the list it is."""
    if item.title:
        yield Paragraph(f"<strong>{escape(item.title, quote=False)}</strong>", item.line)
    yield ListElement(
        tuple(
            f'<a href="#{escape(link.fragment)}">{escape(link.text, quote=False)}</a>'
            if link.fragment
            else escape(link.text, quote=False)
            for link in item.links
        ),
        ordered=False,
        line=item.line,
        depths=_without_gaps(link.depth for link in item.links),
    )


def _joined(items: Sequence[Item]) -> Iterator[Item]:
    """Lists that follow each other, of which only the first has a title, are one."""
    before: ContentsElement | None = None
    for item in items:
        if before is not None and isinstance(item, ContentsElement) and not item.title:
            before = replace(before, links=before.links + item.links)
            continue
        if before is not None:
            yield before
            before = None
        if isinstance(item, ContentsElement):
            before = item
        else:
            yield item
    if before is not None:
        yield before


def _entries(links: Sequence[ContentsLink]) -> tuple[Entry, ...]:
    depths = [max(link.depth, len(number_of(link.text)) - 1, 0) for link in links]
    least = min(depths, default=0)
    return tuple(
        Entry(without_number(link.text), key(link.text), depth - least, link.fragment)
        for link, depth in zip(links, depths, strict=True)
    )


def _without_gaps(depths: Iterator[int]) -> tuple[int, ...]:
    levels: list[int] = []
    for depth in depths:
        levels.append(min(depth, levels[-1] + 1 if levels else 0))
    return tuple(levels) if any(levels) else ()


def _is_named(items: Sequence[Item], index: int) -> bool:
    item = items[index]
    if isinstance(item, ContentsElement) and item.title:
        return stands_over(item.title)
    return index > 0 and _is_title(items[index - 1])


def _is_title(item: Item) -> bool:
    return isinstance(item, Paragraph | HeadingElement) and may_stand_over(Line(item))


def _links(item: Item) -> tuple[ContentsLink, ...]:
    return item.links if isinstance(item, ContentsElement) else ()


def _length(item: Item) -> int:
    return len(_links(item))
