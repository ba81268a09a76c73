"""An infographic pasted into a text as lines, known by its shape: a title, perhaps a subtitle and a lead, then panels.

Owns the shapes of panels (`panels`), the search for them (`search`) and the few words their labels share (`lines`).
Knows nothing of any subject.
"""

from collections.abc import Sequence
from dataclasses import replace

from blog.importing.document import SetAside
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
        items.append(Placed(built(region, names), lines[region.start].number))
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
    """The infographics in the lines of a draft (see `search`)."""
    names = names_of(draft.names)

    def names_a_product(text: str) -> bool:
        return any(True for _ in names.find(text)) or any(True for _ in names.unknown(text))

    return find_regions(lines, names_a_product, price, headings_known)


def _under(region: Region) -> list[SetAside]:
    if region.tail is None:
        return []
    logo, tagline = region.tail.logo, region.tail.tagline
    aside = [SetAside(logo.number, logo.text, "the text of a logo's picture")] if logo else []
    return aside + (
        [SetAside(tagline.number, tagline.text, "a tagline under an infographic")] if tagline else []
    )


def _doubt(region: Region, lines: list[Line]) -> str:
    first, last = lines[region.start].number, lines[region.end - 1].number
    return f"Lines {first} to {last} might be an infographic; kept as text."
