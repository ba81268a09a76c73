"""From text to rows: whatever delimiter, line ending and quoting a spreadsheet has used."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from qnwellness.content.files import Unreadable

MAX_ROWS = 100_000
_DELIMITERS = (",", ";", "\t", "|")
_DELIMITER_LINE = re.compile(r"\s*sep=(.)\r?\n", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_HEAD = 100_000
# A control character, so that no text that was decoded contains it.
_END = "\x1e"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with content; `number` counts as a spreadsheet does, `closed` is False if its last quote never ends.

    An item of a feed is a row as well: it has a `line` where it begins.
    """

    number: int
    cells: Sequence[str]
    closed: bool = True
    line: int = 0

    def __str__(self) -> str:
        return f"item {self.number} (line {self.line})" if self.line else f"row {self.number}"


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_header(text: str) -> tuple[str, ...]:
    """Return the cells of the first row with content, none if there is no such row. Raises Unreadable."""
    first = next(_rows(text[:_HEAD], _delimiter(text)), None)
    return tuple(first.cells) if first else ()


def read_table(text: str) -> Table:
    """Return the header and the rows with content. Raises Unreadable."""
    rows = _rows(text, _delimiter(text))
    header = next(rows, None)
    if header is None:
        raise Unreadable("The file is empty.")
    return Table(tuple(header.cells), tuple(rows))


def _delimiter(text: str) -> str:
    """Return the delimiter that splits the header into most cells, unless the file names one itself."""
    named = _DELIMITER_LINE.match(text)
    if named:
        return named[1]
    widths = {delimiter: _width(text[:_HEAD], delimiter) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: widths[delimiter])


def _width(head: str, delimiter: str) -> int:
    first = next(_rows(head, delimiter), None)
    return len(first.cells) if first else 0


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows with content. A row that swallows the mark behind the text has a quote that never ends."""
    # Python's own limit is smaller than descriptions with embedded pictures are.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    named = _DELIMITER_LINE.match(text)
    # A text in memory as a file would take four bytes a character.
    lines = (match[0] for match in _LINE.finditer(text, named.end() if named else 0))
    found = 0
    try:
        for number, cells in enumerate(
            csv.reader(chain(lines, [_END]), delimiter=delimiter), 2 if named else 1
        ):
            if cells == [_END]:
                return
            closed = not (cells and cells[-1].endswith(_END))
            if not closed:
                cells[-1] = cells[-1].removesuffix(_END)
            if any(cell.strip() for cell in cells):
                found += 1
                if found > MAX_ROWS:
                    raise Unreadable(f"The file has more than {MAX_ROWS:,} rows; split it.")
                yield Row(number, cells, closed)
    except (csv.Error, TypeError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"The file is no table: {error}.") from None
