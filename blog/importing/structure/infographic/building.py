"""From the lines of a found infographic to its block."""

from blog.importing.document import (
    Bars,
    Benefits,
    CallToAction,
    Checklist,
    Dosage,
    Dose,
    Infographic,
    ListElement,
    Nutrient,
    Panel,
    Steps,
    Synergy,
    TitledText,
    plain_text,
)
from blog.importing.structure.infographic import lines as wording
from blog.importing.structure.infographic.parts import Kind, Part, Region
from blog.importing.structure.infographic.rows import bars_of, labelled, steps_of
from blog.importing.structure.names import Names
from blog.importing.structure.shapes import Line


def built(region: Region, names: Names) -> Infographic:
    """The block of an infographic; its texts are plain."""
    head = region.head
    return Infographic(
        title=head.title.text,
        subtitle=head.subtitle.text if head.subtitle else "",
        lead=" ".join(line.text for line in head.lead),
        panels=tuple(panel_of(part, region.parts[:place], names) for place, part in enumerate(region.parts)),
    )


def panel_of(part: Part, before: tuple[Part, ...], names: Names) -> Panel:
    """The panel of a part that stands after others."""
    title = without_colon(part.title.text)
    if part.kind is Kind.LIST:
        return _list_panel(part, title)
    if part.kind is Kind.CHECKLIST:
        return _checklist(part, title)
    if part.kind is Kind.DOSES:
        return Dosage(title, tuple(_dose(row) for row in part.rows))
    if part.kind is Kind.CALL:
        return _call(part, title, names)
    points = tuple(TitledText(heading.text, text.text) for heading, text in part.rows)
    if _is_synergy(part.title.text, before):
        return Synergy(title, points)
    return Benefits(title, points)


def _list_panel(part: Part, title: str) -> Panel:
    """A numbered list is steps; points that are figures of one unit are bars; any other list is points."""
    item = part.rows[0][0].item
    if not isinstance(item, ListElement) or item.depths or part.has_sources:
        return _nutrient(part, title)
    if item.ordered:
        steps = steps_of(item.items)
        return Steps(title, steps) if steps else _nutrient(part, title)
    rows = [row for row in map(labelled, item.items) if row]
    bars = bars_of(rows) if len(rows) == len(item.items) else None
    if bars and not wording.speaks_of_dosage(title):
        return Bars(title, *bars)
    return _nutrient(part, title)


def _checklist(part: Part, title: str) -> Checklist:
    (do, wanted), (avoid, unwanted) = part.rows
    return Checklist(
        title, without_colon(do.text), points_of(wanted), without_colon(avoid.text), points_of(unwanted)
    )


def points_of(line: Line) -> tuple[str, ...]:
    """The items of a list as plain text; of anything else, none."""
    return tuple(map(plain_text, line.item.items)) if isinstance(line.item, ListElement) else ()


def _nutrient(part: Part, title: str) -> Nutrient:
    points = points_of(part.rows[0][0])
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


def without_colon(text: str) -> str:
    """A title as it stands over a panel."""
    return text.removesuffix(":").rstrip()
