"""Rows of words as a table to read."""

from collections.abc import Sequence


def lines(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return a titled table: the first column to the left, the others to the right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    drawn = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
    return ["", title, drawn[0], "-" * len(drawn[0]), *drawn[1:]]
