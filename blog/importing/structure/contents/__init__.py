"""A printed contents list: taken out of the text, its entries become the main headings of the body.

Owns how a printed list looks (`printed`) and which lines its entries stand for (`matching`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from blog.importing.document import ContentsEntry, Heading
from blog.importing.structure.contents.matching import matched_lines, unmatched, walled_by_headings
from blog.importing.structure.contents.printed import Entry, Printed, find_printed
from blog.importing.structure.draft import Draft
from blog.importing.structure.infographic import regions_of
from blog.importing.structure.infographic.parts import Region
from blog.importing.structure.infographic.search import PRICE_WITH_CONTENTS
from blog.importing.structure.items import Item, Placed
from blog.importing.structure.shapes import Line
from blog.importing.structure.wording import without_number

_LOWEST = 4


@dataclass(frozen=True, slots=True)
class _Page:
    printed: Printed
    lines: Sequence[Line]
    regions: Sequence[Region]
    matches: dict[int, int]


def rule(draft: Draft) -> Draft:
    """Place a heading for every entry that has one in the body; the others are named in warnings.

    Entries before the first match stand for the paragraphs that open the article: they become headings shown in the
    contents only.
    """
    lines = draft.lines()
    printed = find_printed(lines)
    if printed is None:
        return draft
    regions = _regions(draft, lines, printed)
    page = _Page(printed, lines, regions, matched_lines(printed, lines, regions))
    opening = _opening(page)
    leading = [
        entry for place, entry in unmatched(printed, page.matches) if place < min(page.matches, default=0)
    ]
    leading = leading if opening is not None else []
    missing = [entry for _, entry in unmatched(printed, page.matches) if entry not in leading]
    return replace(
        draft,
        items=_items(draft, page, opening, leading),
        contents_title=printed.title,
        contents=tuple(ContentsEntry(entry.text, entry not in missing) for entry in printed.entries),
        warnings=(*draft.warnings, *(_missing(entry, page) for entry in missing)),
    )


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


def _items(draft: Draft, page: _Page, opening: int | None, leading: Sequence[Entry]) -> tuple[Item, ...]:
    headed = {index: page.printed.entries[place] for place, index in page.matches.items()}
    untouched = {region.start for region in page.regions if region.head.subtitle is None}
    items: list[Item] = []
    for index, item in enumerate(draft.items):
        if page.printed.start <= index < page.printed.end:
            continue
        if index == opening:
            items += [_contents_only(entry, item.line) for entry in leading]
        entry = headed.get(index)
        if entry is not None and index in untouched:
            # The entry leads to the infographic itself, whose title stays its own.
            items += [_contents_only(entry, item.line), item]
        elif entry is not None:
            text = without_number(page.lines[index].text).removesuffix(":").rstrip()
            items.append(Placed(Heading(text, _level(entry)), item.line))
        else:
            items.append(item)
    return tuple(items)


def _contents_only(entry: Entry, line: int) -> Placed:
    return Placed(Heading(entry.text, _level(entry), contents_only=True), line)


def _level(entry: Entry) -> int:
    return min(2 + entry.depth, _LOWEST)


def _opening(page: _Page) -> int | None:
    """The first paragraph that opens the article: after the list if there is one before the first heading, else
    before the list."""
    if not page.matches:
        return None
    first = min(page.matches.values())
    return _first_prose(page, page.printed.end, first) or _first_prose(
        page, 0, min(page.printed.start, first)
    )


def _first_prose(page: _Page, start: int, end: int) -> int | None:
    taken = {index for region in page.regions for index in range(region.start, region.end)}
    for index in range(start, end):
        if page.lines[index].is_prose and index not in taken:
            while index > start and page.lines[index - 1].is_titular and index - 1 not in taken:
                index -= 1
            return index
    return None


def _missing(entry: Entry, page: _Page) -> str:
    line = page.lines[page.printed.start].number
    others = [*page.lines[: page.printed.start], *page.lines[page.printed.end :]]
    elsewhere = any(other.key == entry.key for other in others if entry.key)
    where = "only in another place" if elsewhere else "nowhere as a heading"
    return f"Line {line}: the contents entry “{entry.text}” stands {where} in the text."
