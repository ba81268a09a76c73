"""What a person should know of a contents list: entries that lead nowhere, and headings it leaves out."""

from collections.abc import Iterator

from blog.importing.document import HeadingElement
from blog.importing.structure.contents.placing import Page
from blog.importing.structure.contents.printed import Entry
from blog.importing.structure.telling import at, listed

_BOLD = 7


def dead(entry: Entry, page: Page) -> str:
    """A warning of an entry that leads nowhere."""
    line = page.lines[page.printed.start].number
    if entry.fragment:
        return at(
            line,
            f"the contents entry “{entry.text}” leads nowhere: nothing has the address #{entry.fragment}.",
        )
    others = [*page.lines[: page.printed.start], *page.lines[page.printed.end :]]
    elsewhere = any(other.key == entry.key for other in others if entry.key)
    where = "only in another place" if elsewhere else "nowhere as a heading"
    return at(line, f"the contents entry “{entry.text}” stands {where} in the text.")


def left_out(page: Page) -> Iterator[str]:
    """A warning of headings the format marks as such and the list does not have, down to its deepest level."""
    named = set(page.leading.headings.values())
    drawn = {index for region in page.regions for index in range(region.start, region.end)}
    levels = [_level(page, index) for index in named if _level(page, index)]
    lowest = max((level for level in levels if level < _BOLD), default=0)
    missing = [
        line.text
        for index, line in enumerate(page.lines)
        if index not in named | drawn
        and 0 < _level(page, index) <= lowest
        and line.key
        and not line.is_question
        if not page.printed.start <= index < page.printed.end
    ]
    if missing:
        yield f"The contents list leaves out {listed(missing)}; the new one has them."


def _level(page: Page, index: int) -> int:
    item = page.lines[index].item
    return item.level if isinstance(item, HeadingElement) else 0
