"""A contents list, printed or linked: taken out of the text, its entries become headings of the body.

Owns how a printed list looks (`printed`), which of several linked ones is the contents list (`linked`), where entries
lead (`leading`, by words: `matching`) and what stands there afterwards (`placing`).
"""

from collections import Counter
from dataclasses import replace

from blog.importing.document import ContentsElement, ContentsEntry
from blog.importing.structure.contents.leading import leading
from blog.importing.structure.contents.linked import as_list, find_linked, is_certain, one_list
from blog.importing.structure.contents.matching import walled_by_headings
from blog.importing.structure.contents.placing import Page, placed
from blog.importing.structure.contents.printed import Printed, find_printed
from blog.importing.structure.contents.telling import dead, left_out, tell_left_out
from blog.importing.structure.draft import Draft
from blog.importing.structure.infographic import regions_of
from blog.importing.structure.infographic.parts import Region
from blog.importing.structure.infographic.search import PRICE_WITH_CONTENTS
from blog.importing.structure.shapes import Line

__all__ = ["rule", "tell_left_out"]


def rule(draft: Draft) -> Draft:
    """Place a heading for every entry that has one in the body; the others are named in warnings.

    Entries before the first match stand for the paragraphs that open the article, and links to a paragraph for that
    paragraph: they become headings shown in the contents only.
    """
    draft = one_list(draft)
    lines = draft.lines()
    printed = find_linked(lines)
    if printed is not None:
        page = _page(draft, lines, printed)
        if page.leading.places() or is_certain(printed):
            return _arranged(draft, page)
        draft = _with_lists(draft)
        lines = draft.lines()
    printed = find_printed(lines)
    return draft if printed is None else _arranged(draft, _page(draft, lines, printed))


def _page(draft: Draft, lines: list[Line], printed: Printed) -> Page:
    regions = _regions(draft, lines, printed)
    return Page(printed, lines, regions, leading(printed, lines, regions))


def _arranged(draft: Draft, page: Page) -> Draft:
    opening = _opening(page)
    found = page.leading.places()
    unmatched = [(place, entry) for place, entry in enumerate(page.printed.entries) if place not in found]
    first = min(found, default=0)
    before = [entry for place, entry in unmatched if place < first] if opening is not None else []
    missing = [entry for _, entry in unmatched if entry not in before]
    return replace(
        draft,
        items=placed(draft.items, page, opening, before),
        contents_title=page.printed.title,
        contents=tuple(ContentsEntry(entry.text, entry not in missing) for entry in page.printed.entries),
        warnings=(*draft.warnings, *(dead(entry, page) for entry in missing)),
        unlisted=tuple(left_out(page)),
    )


def _with_lists(draft: Draft) -> Draft:
    """A list of links that leads nowhere in this text stays a list."""
    items = [
        part
        for item in draft.items
        for part in (as_list(item) if isinstance(item, ContentsElement) else (item,))
    ]
    return replace(draft, items=tuple(items))


def _regions(draft: Draft, lines: list[Line], printed: Printed) -> list[Region]:
    """Where infographics seem to stand, as far as that can be seen before the headings are known."""
    walled = walled_by_headings(printed, lines)
    before = regions_of(draft, walled[: printed.start], PRICE_WITH_CONTENTS, headings_known=True)
    after = regions_of(draft, walled[printed.end :], PRICE_WITH_CONTENTS, headings_known=True)
    moved = [
        replace(region, start=region.start + printed.end, end=region.end + printed.end) for region in after
    ]
    counts = Counter(line.key for line in lines if line.key)
    listed = {entry.key for entry in printed.entries if counts[entry.key] == 1}
    return [region for region in before + moved if not _is_body(region, listed)]


def _is_body(region: Region, listed: set[str]) -> bool:
    """Whether short parts of the body were taken for panels: the list names them, and they occur nowhere else."""
    named = sum(1 for part in region.parts if part.title.key in listed)
    return named * 2 >= len(region.parts)


def _opening(page: Page) -> int | None:
    """The first paragraph that opens the article: after the list if there is one before the first heading, else
    before the list."""
    indexes = (*page.leading.headings.values(), *page.leading.others.values())
    if not indexes:
        return None
    first = min(indexes)
    return _first_prose(page, page.printed.end, first) or _first_prose(
        page, 0, min(page.printed.start, first)
    )


def _first_prose(page: Page, start: int, end: int) -> int | None:
    taken = {index for region in page.regions for index in range(region.start, region.end)}
    for index in range(start, end):
        if page.lines[index].is_prose and index not in taken:
            while index > start and page.lines[index - 1].is_titular and index - 1 not in taken:
                index -= 1
            return index
    return None
