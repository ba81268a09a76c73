"""Tables, with their cells where they are shown; a table that only arranges boxes is read as these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from blog.importing.document import PictureElement, TableElement, VideoElement
from blog.importing.markup.inline import Run, all_bold, has_words, inline_html, inline_text
from blog.importing.markup.lines import anchors_of, figures_of, runs_of
from blog.importing.markup.looks import Style, styled
from blog.importing.markup.reading import Reading
from blog.importing.markup.tree import HEADING, LIST, PLAYER, QUOTE, TABLE, Node

_SECTIONS = frozenset(("thead", "tbody", "tfoot"))
_WIDEST = 40
_MOST_CELLS = 40_000
_NUMBER = re.compile(r"\s*(\d{1,6})")
_LONG = 600


@dataclass(slots=True)
class _Cell:
    runs: list[Run]
    is_head: bool = False
    scope: str = ""


@dataclass(slots=True)
class _Grid:
    """The cells of a table where they are shown; `heads` counts the rows that stand in its head."""

    rows: list[list[_Cell]] = field(default_factory=list)
    heads: int = 0
    figures: list[PictureElement | VideoElement] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)


def read_table(reading: Reading, node: Node, style: Style) -> bool:
    """A table of two columns and rows at least that compares something; others are boxes."""
    rows = list(_rows(node))
    if _arranges(node, [cells for cells, _in_head in rows]):
        return False
    grid = _grid(reading, rows, styled(node, style))
    for child in node.elements():
        if child.name == "caption":
            grid.captions.append(inline_text(runs_of(reading.line_of(child))))
    _lift_title(grid)
    header = _header(grid)
    row_header = _names_rows(grid)
    html = tuple(
        tuple(
            _html(cell, (header and at == 0) or (row_header and column == 0))
            for column, cell in enumerate(row)
        )
        for at, row in enumerate(grid.rows)
    )
    kept = tuple(row for row in html if any(row))
    if kept:
        header = header and bool(html) and any(html[0])
        reading.put(TableElement(kept, header, " ".join(filter(None, grid.captions)), row_header=row_header))
    reading.put(*grid.figures)
    return True


def _rows(node: Node) -> Iterator[tuple[list[Node], bool]]:
    """The cells of each row, and whether the row stands in the head of the table."""
    for child in node.elements():
        if child.name == "tr":
            yield [cell for cell in child.elements() if cell.name in ("td", "th")], False
        elif child.name in _SECTIONS:
            for row in child.elements():
                if row.name == "tr":
                    yield (
                        [cell for cell in row.elements() if cell.name in ("td", "th")],
                        child.name == "thead",
                    )


def _arranges(node: Node, rows: list[list[Node]]) -> bool:
    """Whether a table only puts boxes beside each other, or is none."""
    rows = [row for row in rows if row]
    widest = max(map(len, rows), default=0)
    if len(rows) < 2 or widest < 2 or widest > _WIDEST or _has_stray_words(node):
        return True
    if (
        node.get("role") in ("presentation", "none")
        or node.holds & (HEADING | PLAYER | QUOTE)
        or _nests(rows)
    ):
        return True
    names_columns = any(cell.name == "th" for cell in rows[0])
    if names_columns:
        return False
    long = sum(1 for row in rows for cell in row if cell.holds & LIST or _is_long(cell))
    return long * 2 >= sum(map(len, rows))


def _nests(rows: list[list[Node]]) -> bool:
    return any(cell.holds & TABLE for row in rows for cell in row)


def _has_stray_words(node: Node) -> bool:
    """Whether words stand between the cells, where no table has a place for them."""
    inner = [node, *(child for child in node.elements() if child.name in _SECTIONS)]
    inner += [row for box in inner for row in box.elements() if row.name == "tr"]
    known = _SECTIONS | {"tr", "td", "th", "caption", "colgroup", "col", "script", "style", "template"}
    return any(
        child.strip() if isinstance(child, str) else child.name not in known
        for box in inner
        for child in box.children
    )


def _is_long(cell: Node) -> bool:
    return len(cell.text()) > _LONG


def _grid(reading: Reading, rows: list[tuple[list[Node], bool]], style: Style) -> _Grid:
    """Cells that span are repeated down their rows, as what they say is said of each, and once across."""
    grid = _Grid()
    spans: dict[int, tuple[int, _Cell]] = {}
    left = _MOST_CELLS
    for cells, in_head in rows:
        row: list[_Cell] = []
        for node in cells:
            _fill(row, spans)
            cell = _cell(reading, node, style, grid)
            across, down = min(_span(node, "colspan"), _WIDEST), _span(node, "rowspan")
            for step in range(across if left > 0 else 1):
                filler = cell if step == 0 or cell.is_head else _Cell([], cell.is_head)
                if down > 1:
                    spans[len(row)] = (down - 1, filler)
                row.append(filler)
            left -= across
        _fill(row, spans)
        grid.rows.append(row)
        grid.heads += in_head
    return grid


def _fill(row: list[_Cell], spans: dict[int, tuple[int, _Cell]]) -> None:
    """Put the cells of rows above where they reach into this one."""
    while (at := len(row)) in spans and at < 2 * _WIDEST:
        rows, cell = spans.pop(at)
        if rows > 1:
            spans[at] = (rows - 1, cell)
        row.append(cell)


def _cell(reading: Reading, node: Node, style: Style, grid: _Grid) -> _Cell:
    pieces = reading.line_of(node, styled(node, style))
    grid.figures += figures_of(pieces)
    reading.lead_here(anchors_of(pieces))
    return _Cell(runs_of(pieces), node.name == "th", node.get("scope"))


def _span(node: Node, name: str) -> int:
    found = _NUMBER.match(node.get(name))
    return max(int(found[1]), 1) if found else 1


def _lift_title(grid: _Grid) -> None:
    """A first row that is one cell across the whole table is its caption."""
    if len(grid.rows) < 3 or grid.captions:
        return
    first, second = grid.rows[:2]
    if len(first) > 1 and sum(has_words(cell.runs) for cell in second) > 1:
        name = first[0]
        # A name that spans is the same cell again; two names that say the same are two.
        if has_words(name.runs) and all(cell is name or not has_words(cell.runs) for cell in first[1:]):
            grid.captions.append(inline_text(name.runs))
            del grid.rows[0]
            grid.heads = max(grid.heads - 1, 0)


def _header(grid: _Grid) -> bool:
    """Whether the first row names the columns; names in two rows become one row."""
    rows = grid.rows
    if len(rows) < 2:
        return False
    while len(rows) > 2 and (grid.heads > 1 or (_is_head(rows[0]) and _is_head(rows[1]))):
        rows[0] = [_one(cells) for cells in zip_longest(rows[0], rows.pop(1), fillvalue=_Cell([]))]
        grid.heads -= 1
    if grid.heads or _is_head(rows[0]):
        return True
    filled = [cell for cell in rows[0] if has_words(cell.runs)]
    return len(filled) > 1 and all(all_bold(cell.runs) for cell in filled) and not _is_bold(rows[1])


def _is_head(row: list[_Cell]) -> bool:
    return (
        len(row) > 1
        and all(cell.is_head or not has_words(cell.runs) for cell in row)
        and any(cell.is_head and cell.scope != "row" for cell in row[1:])
    )


def _one(cells: tuple[_Cell, _Cell]) -> _Cell:
    above, below = cells
    if above is below or not has_words(above.runs):
        return below
    return _Cell([*above.runs, Run(" "), *below.runs], True)


def _is_bold(row: list[_Cell]) -> bool:
    return all(all_bold(cell.runs) for cell in row if has_words(cell.runs))


def _names_rows(grid: _Grid) -> bool:
    """Whether the first cell of each row names it."""
    body = [row for row in grid.rows[1:] if row]
    if len(body) < 2:
        return False
    heads = sum(1 for row in body if row[0].is_head)
    bold = sum(1 for row in body if has_words(row[0].runs) and all_bold(row[0].runs) and not _is_bold(row))
    return heads * 2 > len(body) or bold == len(body)


def _html(cell: _Cell, is_name: bool) -> str:
    """What a cell holds; a name is shown in bold type by the site."""
    if is_name and all_bold(cell.runs):
        return inline_html(run._replace(style=run.style._replace(bold=False)) for run in cell.runs)
    return inline_html(cell.runs)
