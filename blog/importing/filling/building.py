"""From the parts that were found to panels that fit their fields, and the words that fit into none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from blog.importing.document import (
    Bars,
    Benefits,
    CallToAction,
    Checklist,
    Comparison,
    Dosage,
    Dose,
    HeadingElement,
    ListElement,
    Nutrient,
    Panel,
    PictureElement,
    Statistic,
    Steps,
    Synergy,
    TableElement,
    TitledText,
    plain_text,
)
from blog.importing.filling.shapes import count_of, link_of
from blog.importing.filling.tidying import mark_of, undecorated, unmarked
from blog.importing.structure.infographic import lines as wording
from blog.importing.structure.infographic.building import panel_of, points_of, without_colon
from blog.importing.structure.infographic.parts import Kind, Part
from blog.importing.structure.infographic.rows import (
    LABEL,
    POINT,
    TEXT,
    TITLE,
    bars_of,
    labelled,
    sentences,
    steps_of,
)
from blog.importing.structure.names import Names
from blog.importing.structure.shapes import Line
from qnwellness.nutrition.amounts import is_amount_line

_FIGURE, _AMOUNT, _SOURCES, _SOURCES_LABEL, _CELL, _LIST_NAME = 60, 120, 400, 40, 200, 40
_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Built:
    """A panel and the words of its part that have no place in it; no panel where its texts do not fit."""

    panel: Panel | None
    left: tuple[str, ...] = ()


def built(part: Part, before: tuple[Part, ...], names: Names, untitled: str) -> Built:
    """Return the panel of a part that stands after others; `untitled` is the title of what has none."""
    title = without_colon(part.title.text) or untitled
    if part.kind is Kind.CALL and link_of(part.rows[0][-1]):
        return _call(part, title, names)
    writer = _WRITERS.get(part.kind)
    if writer:
        return writer(part, title)
    titled = part if part.title.text else replace(part, title=Line(HeadingElement(title, 1)))
    return _checked(panel_of(titled, before, names))


def words_of(line: Line) -> list[str]:
    """The words of a line nothing was made of, as lines of plain text."""
    item = line.item
    if isinstance(item, ListElement):
        return [plain_text(unmarked(html)) for html in item.items]
    if isinstance(item, TableElement):
        rows = [" | ".join(map(str.strip, row)) for row in item.rows]
        return [text for text in (item.caption, *rows) if text]
    if isinstance(item, PictureElement):
        return [item.alt] if item.alt else []
    return [line.text] if line.text else []


def _checked(panel: Panel) -> Built:
    """A panel of the stricter shapes, if its texts fit their fields."""
    if isinstance(panel, Dosage):
        return _dosage(panel)
    if isinstance(panel, Benefits | Synergy):
        pairs = panel.benefits if isinstance(panel, Benefits) else panel.points
        return Built(
            panel if all(len(pair.title) <= TITLE and len(pair.text) <= TEXT for pair in pairs) else None
        )
    return Built(panel)


def _dosage(panel: Dosage) -> Built:
    """Amounts of one unit under a title that does not speak of doses are bars."""
    plain = not any(dose.note for dose in panel.doses)
    bars = bars_of([(dose.substance, dose.amount) for dose in panel.doses]) if plain else None
    if bars and not wording.speaks_of_dosage(panel.title):
        return Built(Bars(panel.title, *bars))
    fits = all(
        len(dose.substance) <= TITLE and len(dose.amount) <= _AMOUNT and len(dose.note) <= POINT
        for dose in panel.doses
    )
    return Built(panel if fits else None)


def _points(part: Part, title: str) -> Built:
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
        is_amount_line(rest) and len(label) <= TITLE and len(rest) <= _AMOUNT for label, rest in rows
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


def _statistic(part: Part, title: str) -> Built:
    figure, context = part.rows[0]
    return Built(Statistic(title, figure.text, context.text))


def _bars(part: Part, title: str) -> Built:
    rows = [row for row in part.rows if len(row) == 2]
    notes = [row[0].text for row in part.rows if len(row) == 1]
    found = bars_of([(label.text, figure.text) for label, figure in rows])
    if found is None:
        return Built(None)
    if wording.speaks_of_dosage(title):
        return Built(
            Dosage(title, tuple(Dose(label.text, figure.text) for label, figure in rows)), tuple(notes)
        )
    return Built(Bars(title, *found, note=" ".join(notes)))


def _steps(part: Part, title: str) -> Built:
    steps: list[TitledText] = []
    for row in part.rows:
        found = count_of(row[0])
        beside = found[1] if found else ""
        name, text = (beside, row[1:]) if beside else (row[1].text, row[2:])
        steps.append(TitledText(name, text[0].text if text else ""))
    return Built(Steps(title, tuple(steps)))


def _checklist(part: Part, title: str) -> Built:
    if len(part.rows) == 1:
        item = part.rows[0][0].item
        items = item.items if isinstance(item, ListElement) else ()
        marked = [(mark_of(html), plain_text(undecorated(unmarked(html)))) for html in items]
        lists = [[text for mark, text in marked if mark == kind] for kind in ("do", "avoid")]
        names = ["", ""]
    else:
        lists = [list(points_of(row[1])) for row in part.rows]
        names = [without_colon(row[0].text) for row in part.rows]
    left = [text for points in lists for text in points if len(text) > POINT]
    do, avoid = (tuple(text for text in points if len(text) <= POINT) for points in lists)
    if not (do or avoid) or any(len(name) > _LIST_NAME for name in names):
        return Built(None)
    own = title if part.title.text or not all(names) else f"{names[0]} / {names[1]}"
    return Built(Checklist(own, names[0], do, names[1], avoid), tuple(left))


def _table(part: Part, title: str) -> Built:
    item = part.rows[0][0].item
    if not isinstance(item, TableElement):
        return Built(None)
    width = max(map(len, item.rows))
    rows = [(*row, *[""] * (width - len(row))) for row in item.rows]
    names, body = (rows[0], rows[1:]) if item.header else (("",) * width, rows)
    own = title if part.title.text or not 0 < len(item.caption) <= TITLE else item.caption
    left = (item.caption,) if item.caption and own != item.caption else ()
    if width == 2 and not any(map(str.strip, names)) and (bars := bars_of([(a, b) for a, b in body])):
        return Built(Bars(own, *bars), left)
    too_long = any(len(cell) > _CELL for row in rows for cell in row)
    if width > _COLUMNS or too_long or not body:
        return Built(None)
    return Built(Comparison(own, tuple(names), tuple(body)), left)


def _call(part: Part, title: str, names: Names) -> Built:
    *texts, link = part.rows[0]
    href, label = link_of(link) or ("", link.text)
    text = " ".join(line.text for line in texts)
    named = next((found.handle for words in (text, title, label) for found in names.find(words)), None)
    address = href if href.startswith(("https://", "http://")) else ""
    fits = len(text) <= TEXT and len(label) <= LABEL
    return Built(CallToAction(title, text, named, address, label) if fits else None)


_WRITERS: dict[Kind, Callable[[Part, str], Built]] = {
    Kind.LIST: _points,
    Kind.STATISTIC: _statistic,
    Kind.BARS: _bars,
    Kind.STEPS: _steps,
    Kind.CHECKLIST: _checklist,
    Kind.TABLE: _table,
}
