"""From the lines of a found infographic to its block."""

from blog.importing.document import (
    Benefits,
    CallToAction,
    Dosage,
    Dose,
    Infographic,
    ListElement,
    Nutrient,
    Panel,
    Synergy,
    TitledText,
    plain_text,
)
from blog.importing.structure.infographic import lines as wording
from blog.importing.structure.infographic.parts import Kind, Part, Region
from blog.importing.structure.names import Names
from blog.importing.structure.shapes import Line


def built(region: Region, names: Names) -> Infographic:
    """The block of an infographic; its texts are plain."""
    head = region.head
    return Infographic(
        title=head.title.text,
        subtitle=head.subtitle.text if head.subtitle else "",
        lead=" ".join(line.text for line in head.lead),
        panels=tuple(_panel(region, place, names) for place in range(len(region.parts))),
    )


def _panel(region: Region, place: int, names: Names) -> Panel:
    part = region.parts[place]
    title = _untitled(part.title.text)
    if part.kind is Kind.LIST:
        return _nutrient(part, title)
    if part.kind is Kind.DOSES:
        return Dosage(title, tuple(_dose(row) for row in part.rows))
    if part.kind is Kind.CALL:
        return _call(part, title, names)
    points = tuple(TitledText(heading.text, text.text) for heading, text in part.rows)
    if _is_synergy(part.title.text, region.parts[:place]):
        return Synergy(title, points)
    return Benefits(title, points)


def _nutrient(part: Part, title: str) -> Nutrient:
    item = part.rows[0][0].item
    points = tuple(map(plain_text, item.items)) if isinstance(item, ListElement) else ()
    label, sources = (part.has_sources and wording.sources_of(part.rows[0][1].text)) or ("", "")
    return Nutrient(title, points, label, sources)


def _dose(row: tuple[Line, ...]) -> Dose:
    if len(row) == 1:
        label, rest = wording.label_of(row[0].text) or ("", row[0].text)
        return Dose(label, rest)
    return Dose(row[0].text, row[1].text, row[2].text if len(row) > 2 else "")


def _call(part: Part, title: str, names: Names) -> CallToAction:
    text, *label = (line.text for line in part.rows[0])
    mentioned = next((found.handle for words in (text, title, *label) for found in names.find(words)), None)
    return CallToAction(title, text, mentioned, link_label=label[0] if label else "")


def _is_synergy(title: str, before: tuple[Part, ...]) -> bool:
    """By the title's words; else pairs right after two or more list panels, before any dosage, are a synergy."""
    if wording.speaks_of_benefits(title):
        return False
    if wording.speaks_of_synergy(title):
        return True
    after_lists = len(before) >= 2 and all(part.kind is Kind.LIST for part in before[-2:])
    return after_lists and all(part.kind is not Kind.DOSES for part in before)


def _untitled(text: str) -> str:
    return text.removesuffix(":").rstrip()
