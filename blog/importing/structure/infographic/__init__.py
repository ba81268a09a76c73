"""An infographic pasted into a text as lines, known by its shape: a title, perhaps a subtitle and a lead, then panels.

Owns the shapes of panels (`panels`), the search for them (`search`) and the few words their labels share (`lines`).
Knows nothing of any subject.
"""

from collections.abc import Sequence
from dataclasses import replace

from blog.importing.document import HeadingElement, Paragraph, SetAside
from blog.importing.structure.draft import Draft
from blog.importing.structure.infographic.building import built
from blog.importing.structure.infographic.parts import Region
from blog.importing.structure.infographic.search import (
    MOST_LINES,
    PRICE,
    PRICE_OF_DOUBT,
    PRICE_WITH_CONTENTS,
    find_regions,
)
from blog.importing.structure.items import Item, Placed
from blog.importing.structure.names import names_of
from blog.importing.structure.shapes import Line
from blog.importing.structure.telling import quoted


def rule(draft: Draft) -> Draft:
    """Replace each infographic by one block; what only might be one stays text and is named in a warning."""
    lines = draft.lines()
    names = names_of(draft.names)
    known = bool(draft.contents)
    regions = regions_of(draft, lines, PRICE_WITH_CONTENTS if known else PRICE, headings_known=known)
    doubtful = [
        region
        for region in regions_of(draft, lines, PRICE_OF_DOUBT, headings_known=known)
        if not any(region.start < other.end and other.start < region.end for other in regions)
    ]
    items: list[Item] = []
    aside = list(draft.set_aside)
    end = 0
    for region in regions:
        items += draft.items[end : region.start]
        anchors = [anchor for line in lines[region.start : region.end] for anchor in _anchors(line)]
        items.append(Placed(built(region, names), lines[region.start].number, tuple(anchors)))
        aside += _under(region)
        end = region.end
    items += draft.items[end:]
    warnings = [_doubt(region, lines) for region in doubtful]
    if len(lines) > MOST_LINES:
        warnings.append(
            f"The text has more than {MOST_LINES} paragraphs; infographics are sought in those only."
        )
    return replace(draft, items=tuple(items), set_aside=tuple(aside), warnings=(*draft.warnings, *warnings))


def regions_of(draft: Draft, lines: Sequence[Line], price: float, headings_known: bool) -> list[Region]:
    """The infographics in the lines of a draft (see `search`), in the order its headings have."""
    names = names_of(draft.names)

    def names_a_product(text: str) -> bool:
        return any(True for _ in names.find(text)) or any(True for _ in names.unknown(text))

    found = find_regions(lines, names_a_product, price, headings_known)
    return [region for region in found if is_in_order(region)]


def is_in_order(region: Region) -> bool:
    """Whether the headings within an infographic, if the format marks any, are all lower than its title: sections of a
    text stand beside each other."""
    titles = [part.title for part in region.parts]
    rows = [line for part in region.parts for row in part.rows for line in row]
    levels = [line.item.level for line in (*titles, *rows) if isinstance(line.item, HeadingElement)]
    title = region.head.title.item
    if not levels:
        return True
    return isinstance(title, HeadingElement) and title.level < min(levels)


def _under(region: Region) -> list[SetAside]:
    if region.tail is None:
        return []
    logo, tagline = region.tail.logo, region.tail.tagline
    aside = [SetAside(logo.number, logo.text, "the text of a logo's picture")] if logo else []
    return aside + (
        [SetAside(tagline.number, tagline.text, "a tagline under an infographic")] if tagline else []
    )


def _anchors(line: Line) -> tuple[str, ...]:
    return line.item.anchors if isinstance(line.item, Paragraph | HeadingElement) else ()


def _doubt(region: Region, lines: list[Line]) -> str:
    first, last = lines[region.start].number, lines[region.end - 1].number
    if not first:
        return f"What begins with {quoted(lines[region.start].text)} might be an infographic; kept as text."
    return f"Lines {first} to {last} might be an infographic; kept as text."
