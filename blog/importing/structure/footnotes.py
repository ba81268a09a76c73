"""Footnotes and reference lists: what marks in the text lead to is kept apart, for sources to be made of it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from blog.importing.document import (
    BoxElement,
    Footnote,
    FootnotesElement,
    HeadingElement,
    ListElement,
    Paragraph,
    QuestionElement,
    SetAside,
    TableElement,
)
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item
from blog.importing.structure.telling import listed

_MARK = re.compile(r'<a linktype="footnote" id="(?P<key>[^"]*)">(?P<words>(?:[^<]|<(?!/?a[\s>]))*)</a>')


def rule(draft: Draft) -> Draft:
    """Take the notes that are marked out of the text; notes nobody marks stay a list, marks of no note are words."""
    notes = {
        note.key: note
        for item in _flat(draft.items)
        if isinstance(item, FootnotesElement)
        for note in item.notes
    }
    marked = [key for item in draft.items for html in _htmls(item) for key in _keys(html)]
    if not notes and not marked:
        return draft
    used = {key: notes[key] for key in marked if key in notes}
    without = listed([f"[{key}]" for key in dict.fromkeys(marked) if key not in notes])
    items: list[Item] = []
    aside: list[SetAside] = []
    left: list[str] = []
    for item in draft.items:
        if isinstance(item, FootnotesElement):
            rest = [note for note in item.notes if note.key not in used]
            left += [note.text for note in rest]
            items += _as_list(item, rest)
            if item.title and not rest:
                aside.append(SetAside(item.line, item.title, "the page makes its own list of sources"))
        else:
            items.append(_checked(item, used))
    return replace(
        draft,
        items=tuple(items),
        footnotes=(*draft.footnotes, *used.values()),
        set_aside=(*draft.set_aside, *aside),
        warnings=(*draft.warnings, *_warnings(without, left)),
    )


def _warnings(without: str, left: list[str]) -> Iterator[str]:
    if without:
        yield f"Marks without a note are words only now: {without}."
    if left:
        count = "1 note has" if len(left) == 1 else f"{len(left)} notes have"
        yield f"{count} no mark in the text and stayed a list: {listed([text[:60] for text in left])}."


def _as_list(element: FootnotesElement, notes: list[Footnote]) -> list[Item]:
    if not notes:
        return []
    title = [HeadingElement(element.title, 2, element.line)] if element.title else []
    return [*title, ListElement(tuple(note.html for note in notes), ordered=True, line=element.line)]


def _checked(item: Item, notes: dict[str, Footnote]) -> Item:
    """An item in which every mark leads to a note."""

    def html(text: str) -> str:
        return _MARK.sub(lambda mark: mark[0] if mark["key"] in notes else mark["words"], text)

    match item:
        case Paragraph():
            return replace(item, html=html(item.html)) if "footnote" in item.html else item
        case ListElement():
            return replace(item, items=tuple(map(html, item.items)))
        case TableElement():
            return replace(item, rows=tuple(tuple(map(html, row)) for row in item.rows))
        case QuestionElement():
            return replace(item, answer=html(item.answer))
        case _:
            return item


def _keys(html: str) -> list[str]:
    return [match["key"] for match in _MARK.finditer(html)] if "footnote" in html else []


def _htmls(item: Item) -> Iterator[str]:
    match item:
        case Paragraph():
            yield item.html
        case ListElement():
            yield from item.items
        case TableElement():
            for row in item.rows:
                yield from row
        case QuestionElement():
            yield item.answer


def _flat(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, BoxElement):
            yield from _flat(item.elements)
        else:
            yield item
