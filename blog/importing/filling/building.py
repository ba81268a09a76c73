"""From the parts that were found to panels that fit their fields, and the words that fit into none."""

from collections.abc import Callable
from dataclasses import replace

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
    Panel,
    Statistic,
    Steps,
    Synergy,
    TableElement,
    TitledText,
    plain_text,
)
from blog.importing.filling.lines import count_of, link_of
from blog.importing.filling.made import Built
from blog.importing.filling.points import points
from blog.importing.filling.tidying import mark_of, undecorated, unmarked
from blog.importing.structure.infographic import lines as wording
from blog.importing.structure.infographic.building import panel_of, points_of, without_colon
from blog.importing.structure.infographic.parts import Kind, Part
from blog.importing.structure.infographic.rows import (
    AMOUNT,
    LABEL,
    POINT,
    TEXT,
    TITLE,
    bars_of,
)
from blog.importing.structure.names import Names
from blog.importing.structure.shapes import Line

_CELL, _LIST_NAME = 200, 40
_COLUMNS = 6


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
        len(dose.substance) <= TITLE and len(dose.amount) <= AMOUNT and len(dose.note) <= POINT
        for dose in panel.doses
    )
    return Built(panel if fits else None)


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
    Kind.LIST: points,
    Kind.STATISTIC: _statistic,
    Kind.BARS: _bars,
    Kind.STEPS: _steps,
    Kind.CHECKLIST: _checklist,
    Kind.TABLE: _table,
}
