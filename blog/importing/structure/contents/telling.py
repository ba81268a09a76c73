"""What a person should know of a contents list: entries that lead nowhere, and headings it leaves out."""

from collections.abc import Iterator
from dataclasses import replace

from blog.importing.document import HeadingElement
from blog.importing.structure.contents.placing import Page
from blog.importing.structure.contents.printed import Entry
from blog.importing.structure.draft import Draft
from blog.importing.structure.questions import says_so
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


def left_out(page: Page) -> Iterator[HeadingElement]:
    """The headings the format marks as such and the list does not have, down to its deepest level."""
    named = set(page.leading.headings.values())
    drawn = {index for region in page.regions for index in range(region.start, region.end)}
    levels = [_level(page, index) for index in named if _level(page, index)]
    lowest = max((level for level in levels if level < _BOLD), default=0)
    questions = 0
    for index, line in enumerate(page.lines):
        level, item = _level(page, index), line.item
        if not level or not isinstance(item, HeadingElement):
            continue
        if not 0 < questions < level:
            questions = level if says_so(item) else 0
        elif index not in named:
            # No list of contents names single questions.
            continue
        is_missing = index not in named | drawn and level <= lowest and line.key and not line.is_question
        if is_missing and not page.printed.start <= index < page.printed.end:
            yield item


def tell_left_out(draft: Draft) -> Draft:
    """Warn of the headings a contents list leaves out, as far as they still head the text and no infographic or
    question has taken them in."""
    items = {id(item) for item in draft.items}
    missing = [heading.text for heading in draft.unlisted if id(heading) in items]
    if not missing:
        return draft
    told = f"The contents list leaves out {listed(missing)}; the new one has them."
    return replace(draft, warnings=(*draft.warnings, told))


def _level(page: Page, index: int) -> int:
    item = page.lines[index].item
    return item.level if isinstance(item, HeadingElement) else 0
