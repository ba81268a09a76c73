"""Panels of a list and what is said around it, or of paragraphs alone."""

from collections.abc import Sequence

from blog.importing.document import (
    Bars,
    Benefits,
    Dosage,
    Dose,
    ListElement,
    Nutrient,
    Panel,
    Statistic,
    Steps,
    Synergy,
    TitledText,
)
from blog.importing.filling.made import Built, words_of
from blog.importing.structure.infographic import lines as wording
from blog.importing.structure.infographic.parts import Part
from blog.importing.structure.infographic.rows import (
    AMOUNT,
    POINT,
    TEXT,
    TITLE,
    bars_of,
    labelled,
    sentences,
    steps_of,
)
from blog.importing.structure.shapes import Line
from qnwellness.nutrition.amounts import is_amount_line

_FIGURE, _SOURCES, _SOURCES_LABEL = 60, 400, 40


def points(part: Part, title: str) -> Built:
    """A list and what is said around it, or paragraphs alone."""
    (lines,) = part.rows
    lists = [line for line in lines if line.is_list]
    said = [line for line in lines if not line.is_list]
    if len(lists) == 1 and isinstance(lists[0].item, ListElement):
        panel = _particular(lists[0].item, title)
        if isinstance(panel, Bars) and len(said) == 1 and len(said[0].text) <= POINT:
            return Built(Bars(panel.title, panel.unit, panel.bars, said[0].text))
        if panel is not None:
            return Built(panel, tuple(line.text for line in said))
    if not lists and len(said) == 1 and (pair := _figure_first(said[0])):
        return Built(Statistic(title, *pair))
    return _nutrient(lines, title)


def _particular(item: ListElement, title: str) -> Panel | None:
    """What a list is beside points: steps, bars, amounts, or titled texts."""
    if item.depths:
        return None
    if item.ordered and (steps := steps_of(item.items)):
        return Steps(title, steps)
    rows = [row for row in map(labelled, item.items) if row]
    if item.ordered or len(rows) != len(item.items) or len(rows) < 2:
        return None
    speaks_of_dosage = wording.speaks_of_dosage(title)
    if (bars := bars_of(rows)) and not speaks_of_dosage:
        return Bars(title, *bars)
    amounts = all(
        is_amount_line(rest) and len(label) <= TITLE and len(rest) <= AMOUNT for label, rest in rows
    )
    if amounts:
        return Dosage(title, tuple(Dose(label, rest) for label, rest in rows))
    if any(len(label) > TITLE or len(rest) > TEXT for label, rest in rows):
        return None
    pairs = tuple(TitledText(label, rest) for label, rest in rows)
    return Synergy(title, pairs) if wording.speaks_of_synergy(title) else Benefits(title, pairs)


def _figure_first(line: Line) -> tuple[str, str] | None:
    """Figure and meaning of a sentence that begins with a figure in bold type."""
    html = getattr(line.item, "html", "")
    row = labelled(html) if html.startswith("<strong>") else None
    if row and len(row[0]) <= _FIGURE and len(row[1]) <= POINT and any(map(str.isdigit, row[0])):
        return row
    return None


def _nutrient(lines: Sequence[Line], title: str) -> Built:
    points: list[str] = []
    left: list[str] = []
    label = sources = ""
    for line in lines:
        found = wording.sources_of(line.text)
        if found and not sources and len(found[0]) <= _SOURCES_LABEL and len(found[1]) <= _SOURCES:
            label, sources = found
            continue
        for text in words_of(line):
            pieces = sentences(text, POINT)
            points += pieces or []
            left += [] if pieces else [text]
    if not points:
        return Built(None)
    return Built(Nutrient(title, tuple(points), label, sources), tuple(left))
