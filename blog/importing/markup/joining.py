"""What stands in several elements and is one: lists whose items are paragraphs, captions below pictures, footnotes."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from blog.importing.document import Element, FootnotesElement, ListElement, Paragraph
from blog.importing.markup.contents import with_contents
from blog.importing.markup.figures import with_captions
from blog.importing.markup.lists import joined as list_of
from blog.importing.markup.reading import ListLine, Loose
from blog.importing.markup.typed_lists import Marked, grouped, marked


def joined(elements: Sequence[Loose], names: Collection[str]) -> tuple[Element, ...]:
    """The elements of a reading, with what belongs together in one; `names` are the places links can name."""
    lists = list(_typed_lists(list(_lists(elements))))
    return tuple(_footnotes_joined(list(with_contents(with_captions(lists), names))))


def _lists(elements: Sequence[Loose]) -> Iterator[Element]:
    lines: list[ListLine] = []
    for element in elements:
        if isinstance(element, ListLine):
            if lines and _is_another(lines, element):
                yield list_of(lines)
                lines = []
            lines.append(element)
            continue
        if lines:
            yield list_of(lines)
            lines = []
        yield element
    if lines:
        yield list_of(lines)


def _is_another(lines: list[ListLine], line: ListLine) -> bool:
    return lines[0].group != line.group or (line.depth == lines[0].depth and line.ordered != lines[0].ordered)


def _typed_lists(elements: list[Element]) -> Iterator[Element]:
    """Paragraphs in a row that begin with a bullet or running numbers as lists."""
    run: list[Paragraph] = []
    marks: list[Marked] = []
    for at, element in enumerate(elements):
        # The line of a mark is the place of its paragraph among those of the run.
        mark = _mark_of(element, len(run))
        if mark is not None and isinstance(element, Paragraph):
            run.append(element)
            marks.append(mark)
        if mark is None or element is not run[-1] or at == len(elements) - 1:
            for group in grouped(marks):
                yield from _typed([run[item.line] for item in group], group)
            is_new = not run or run[-1] is not element
            run, marks = [], []
            if is_new:
                yield element


def _mark_of(element: Element, place: int) -> Marked | None:
    if not isinstance(element, Paragraph) or element.anchors:
        return None
    return marked(element.text, line=place)


def _typed(paragraphs: list[Paragraph], marks: Sequence[Marked]) -> Iterator[Element]:
    if len(marks) < 2 or marks[0].is_plain(alone=False):
        yield from paragraphs
        return
    items = tuple(
        _unmarked(paragraph.html, mark) if mark.loses_its_mark else paragraph.html
        for paragraph, mark in zip(paragraphs, marks, strict=True)
    )
    yield ListElement(items, ordered=marks[0].count > 0)


def _unmarked(html: str, mark: Marked) -> str:
    """An item without its sign, wherever tags are around it."""
    at = 0
    while html.startswith("<", at):
        at = html.index(">", at) + 1
    if not html.startswith(mark.mark, at):
        return html
    rest = html[at + len(mark.mark) :].lstrip()
    return html[:at] + rest


def _footnotes_joined(elements: list[Element]) -> Iterator[Element]:
    for is_notes, group in groupby(elements, key=lambda element: isinstance(element, FootnotesElement)):
        if not is_notes:
            yield from group
            continue
        found = [element for element in group if isinstance(element, FootnotesElement)]
        yield FootnotesElement(tuple(note for element in found for note in element.notes), found[0].title)
