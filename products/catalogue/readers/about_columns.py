"""What a person is told about the columns of a table."""

from collections.abc import Iterator, Sequence

from products.catalogue.columns import Columns, nameless
from qnwellness.tables.table import Table

UNCLOSED = "a quotation mark opens in this row and never ends, so that all that follows is one cell; close it"


def about_columns(table: Table, columns: Columns) -> Iterator[str]:
    """Yield a line about each kind of column or cell that no field is made from."""
    cells: Sequence[Sequence[str]] = [row.cells for row in table.rows]
    used = [index for index in columns.without_field if any(_filled(row, index) for row in cells)]
    if used:
        yield f"columns this site has no field for: {', '.join(columns.names(used))}"
    if columns.unknown:
        yield f"unknown columns, left out: {', '.join(columns.names(columns.unknown))}"
    for index, earlier in columns.repeated:
        if any(_filled(row, index) for row in cells):
            yield (
                f"column {index + 1} “{columns.headers[index]}” is left out: "
                f"column {earlier + 1} “{columns.headers[earlier]}” stands for the same"
            )
    for index in nameless(columns, cells):
        yield f"column {index + 1} has no header and is left out"
    yield from _surplus_cells(table)


def _surplus_cells(table: Table) -> Iterator[str]:
    for row in table.rows:
        surplus = sum(1 for cell in row.cells[len(table.header) :] if cell.strip())
        if surplus:
            yield f"row {row.number}: cells beyond the last column are left out ({surplus}); look for a stray delimiter"


def _filled(cells: Sequence[str], index: int) -> bool:
    return index < len(cells) and bool(cells[index].strip())
