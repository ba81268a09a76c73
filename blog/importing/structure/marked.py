"""Headings the format marks, fitted into an outline of three levels that skips none."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from blog.importing.document import Heading, HeadingElement, Paragraph
from blog.importing.structure.byline import is_byline
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item, Placed, placed_heading
from blog.importing.structure.numbering import numbered
from blog.importing.structure.shapes import Line
from blog.importing.structure.telling import listed
from blog.importing.structure.wording import without_number

# The level of a line that is bold and no more.
BOLD = 7
_HIGHEST, _LOWEST = 2, 4


def has_marked_headings(draft: Draft) -> bool:
    """Whether the format says which lines are headings."""
    return any(_rank(item) for item in draft.items)


def marked(draft: Draft) -> Draft:
    """Place every heading the format marks. Bold lines that head nothing become text, and the levels become 2 to 4
    without a gap; what is deeper loses a level and is told."""
    items = [
        _as_text(item) if _is_bold(item) and not _heads(draft.items, index) else item
        for index, item in enumerate(draft.items)
    ]
    too_deep: list[str] = []
    placed = tuple(_levelled(items, too_deep))
    told = (
        (f"Headings have three levels here; raised by one or more: {listed(too_deep)}.",) if too_deep else ()
    )
    return replace(draft, items=placed, warnings=(*draft.warnings, *told))


def _rank(item: Item) -> int:
    """The level the markup gives a heading; 0 for anything else."""
    if isinstance(item, HeadingElement):
        return item.level
    return item.rank if isinstance(item, Placed) else 0


def _as_text(item: Item) -> Item:
    if not isinstance(item, HeadingElement):
        return item
    return Paragraph(f"<strong>{escape(item.text, quote=False)}</strong>", item.line, item.anchors)


def _is_bold(item: Item) -> bool:
    return isinstance(item, HeadingElement) and item.level >= BOLD


def _heads(items: Sequence[Item], index: int) -> bool:
    """Whether a bold line behaves like a heading: a title by its words, not in a row of bold lines, and over text."""
    item = items[index]
    if not isinstance(item, HeadingElement):
        return False
    line = Line(Paragraph(escape(item.text, quote=False), item.line))
    if not line.is_titular or line.is_amount or (index < 4 and is_byline(item.text)):
        return False
    after = items[index + 1] if index + 1 < len(items) else None
    if after is None or (_rank(after) and not _is_bold(after)):
        return False
    if not _is_bold(after):
        return not _in_a_row(items, index)
    # Two in a row are a heading and the first one under it; more are a list.
    return not _in_a_row(items, index) and index + 2 < len(items) and not _rank(items[index + 2])


def _in_a_row(items: Sequence[Item], index: int) -> bool:
    """Whether three bold lines or more follow each other here."""
    start = index
    while start > 0 and index - start < 3 and _is_bold(items[start - 1]):
        start -= 1
    end = index + 1
    while end < len(items) and end - start < 3 and _is_bold(items[end]):
        end += 1
    return end - start >= 3


def _levelled(items: Sequence[Item], too_deep: list[str]) -> list[Item]:
    """The items with all headings at their levels, numbers and closing colons taken off."""
    texts = [(index, text) for index, item in enumerate(items) if (text := _text(item))]
    numbers = numbered(texts)
    levels = _Levels(_ranks(items))
    result: list[Item] = []
    for index, item in enumerate(items):
        rank = _rank(item)
        if not rank:
            result.append(item)
            continue
        level = levels.of(rank)
        text = _text(item)
        if level > _LOWEST and rank < BOLD:
            too_deep.append(text)
        words = without_number(text) if index in numbers else text
        words = words.removesuffix(":").rstrip() or text
        anchors = item.anchors if isinstance(item, HeadingElement) else ()
        block = placed_heading(item) or Heading(words, 2, anchors=anchors)
        kept = block.text if block.contents_only else words
        result.append(Placed(replace(block, text=kept, level=min(level, _LOWEST)), item.line))
    return result


def _text(item: Item) -> str:
    if isinstance(item, HeadingElement):
        return item.text
    heading = placed_heading(item)
    return heading.text if heading and _rank(item) else ""


def _ranks(items: Sequence[Item]) -> list[int]:
    return [rank for item in items if (rank := _rank(item))]


class _Levels:
    """The level of each heading, in order of the text: one below the last that stands above it in the markup."""

    def __init__(self, ranks: Sequence[int]) -> None:
        # A single heading of the first level is a title of the page, not over the sections that follow it.
        others = any(1 < rank < BOLD for rank in ranks)
        self._first_is_second = others and ranks.count(1) == 1
        self._above: list[int] = []

    def of(self, rank: int) -> int:
        """The level of the next heading; more than 4 if the outline has no room for it."""
        if rank >= BOLD:
            return max(_HIGHEST, 1 + len(self._above) + 1) if self._above else _HIGHEST
        if rank == 1 and self._first_is_second:
            rank = 2
        while self._above and self._above[-1] >= rank:
            self._above.pop()
        self._above.append(rank)
        return 1 + len(self._above)
