"""Two or more things compared in a table."""

from dataclasses import dataclass

from ..boxes.arranging import Columns, Inset, Stack
from ..boxes.box import Box, Nothing
from ..boxes.card import Card, Rule
from ..boxes.line import Part
from ..boxes.suiting import Suited
from ..boxes.text import Text
from ..boxes.theme import LEAF_DEEP, LEAF_WASH, LINE, SOFT, TEXT, Theme
from .frame import below_heading, framed, heading

_LEAST_COLUMN, _MOST_COLUMN = 140.0, 330.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Named columns, and rows of as many cells; the first cell names its row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def drawing(panel: Comparison, theme: Theme) -> Box:
    """Return it as drawn: a table, or row by row where its columns would be too narrow."""
    table = _rectangular(panel)
    body = Suited(lambda width: _arranged(table, theme, width)) if table[0] else Nothing()
    return framed(below_heading(heading(panel.title, theme), body, theme), theme)


def telling(panel: Comparison) -> list[str]:
    """Return it in words."""
    columns, *rows = _rectangular(panel)
    return ["; ".join(_named(columns, row)) for row in rows]


def _rectangular(panel: Comparison) -> list[tuple[str, ...]]:
    """Return heading and rows, each with as many cells as the longest has."""
    rows = [panel.columns, *panel.rows]
    count = max(len(row) for row in rows)
    return [(*row, *[""] * (count - len(row))) for row in rows]


def _named(columns: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
    """Return the cells of a row with the names of their columns; the first names the row."""
    cells = (
        f"{name}: {cell}" if name else cell for name, cell in zip(columns[1:], row[1:], strict=True) if cell
    )
    return [cell for cell in (*row[:1], *cells) if cell]


def _arranged(table: list[tuple[str, ...]], theme: Theme, width: float) -> Box:
    count, gap, side = len(table[0]), theme.px(22), theme.px(18)
    free = width - 2 * side - gap * (count - 1)
    if free / count < theme.px(_LEAST_COLUMN):
        return _row_by_row(table, theme)
    styles = [theme.strong(TEXT - 1), *[theme.sans(TEXT - 1)] * (count - 1)]
    head = [Text.of(cell, theme.strong(TEXT - 1, LEAF_DEEP)) for cell in table[0]]
    cells = [[Text.of(cell, style) for cell, style in zip(row, styles, strict=True)] for row in table[1:]]
    shares = _shares([head, *cells], theme)
    ends = theme.px(15)
    rows = [Inset(Columns(row, gap, shares), ends, side, ends, side) for row in cells]
    ruled = [Stack([row, Rule(LINE, theme.px(2))]) for row in rows[:-1]] + rows[-1:]
    named = Card(Columns(head, gap, shares), LEAF_WASH, (side, ends), theme.px(14))
    return Stack([named if any(table[0]) else Nothing(), *ruled])


def _shares(rows: list[list[Text]], theme: Theme) -> list[float]:
    """Return the widths of columns by what they hold, none very narrow or very wide."""
    least, most = theme.px(_LEAST_COLUMN), theme.px(_MOST_COLUMN)
    return [
        max(least, min(most, max(cell.natural_width() for cell in column)))
        for column in zip(*rows, strict=True)
    ]


def _row_by_row(table: list[tuple[str, ...]], theme: Theme) -> Box:
    names = table[0]
    rows = []
    for row in table[1:]:
        cells = [
            Text(*_labelled(name, cell, theme)) for name, cell in zip(names[1:], row[1:], strict=True) if cell
        ]
        rows.append(Stack([Text.of(row[0], theme.strong(TEXT, LEAF_DEEP)), *cells], theme.px(4)))
    ruled = [Stack([row, Rule(LINE, theme.px(2))], theme.px(16)) for row in rows[:-1]] + rows[-1:]
    return Stack(ruled, theme.px(16))


def _labelled(name: str, cell: str, theme: Theme) -> tuple[Part, ...]:
    label = Part(f"{name}:" if name else "", theme.strong(TEXT - 2, SOFT))
    return label, Part(cell, theme.sans(TEXT - 2))
