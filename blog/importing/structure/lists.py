"""Short lines without a full stop, under a line that ends in a colon, are a list."""

from collections.abc import Sequence
from dataclasses import replace

from blog.importing.document import ListElement, Paragraph
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import is_title_case

_FEWEST = 2
_ASKING = frozenset(("how", "what", "when", "where", "which", "who", "why"))


def rule(draft: Draft) -> Draft:
    """Join the lines of each such list; what only might be the next heading is left out of it."""
    lines = draft.lines()
    items: list[Item] = []
    index = 0
    while index < len(lines):
        items.append(draft.items[index])
        index += 1
        if not (lines[index - 1].is_words and lines[index - 1].ends_with_colon):
            continue
        end = _end_of_list(lines, index)
        if end - index >= _FEWEST:
            items.append(_joined(lines[index:end]))
            index = end
    return replace(draft, items=tuple(items))


def _end_of_list(lines: Sequence[Line], start: int) -> int:
    end = start
    while end < len(lines) and _could_be_item(lines[end]):
        end += 1
    after = lines[end] if end < len(lines) else None
    over_content = after is not None and (after.is_prose or after.is_list or after.ends_with_colon)
    if end > start and over_content and _heads(lines, start, end):
        end -= 1
    under_prose = not lines[start - 1].is_titular
    if under_prose and end - start == _FEWEST and all(is_title_case(line.text) for line in lines[start:end]):
        # Two capitalised lines after a sentence are a heading and its first sub-heading.
        return start
    return end


def _could_be_item(line: Line) -> bool:
    if not isinstance(line.item, Paragraph) or line.ends_sentence or line.ends_with_colon:
        return False
    if line.item.anchors:
        # A list has no place a link could lead to.
        return False
    return 0 < len(line.text) <= 160 and not line.bare.endswith(";")


def _heads(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether the last of the short lines is the heading of what follows rather than an item."""
    last, items = lines[end - 1], lines[start : end - 1]
    if not last.is_titular or last.is_amount:
        return False
    if not items:
        return True
    if last.is_question or last.text.split()[0].casefold() in _ASKING:
        return True
    close = all(line.number == lines[start].number + step for step, line in enumerate(items))
    if close and len(items) > 1 and last.number > items[-1].number + 1:
        return True
    capitalised = sum(1 for line in items if is_title_case(line.text) or line.words == 1)
    return is_title_case(last.text) and capitalised * 2 <= len(items)


def _joined(lines: Sequence[Line]) -> ListElement:
    entries = tuple(line.item.html for line in lines if isinstance(line.item, Paragraph))
    return ListElement(items=entries, ordered=False, line=lines[0].number)
