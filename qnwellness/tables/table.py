"""From text to rows: whatever delimiter, line ending and quoting a spreadsheet has used."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from qnwellness.content.files import Unreadable

MAX_ROWS = 100_000
# More than an article may have, even one whose pictures are inside.
LONGEST_LINE = 30_000_000
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


def stream_table(pieces: Iterable[str]) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Return the header of a text that comes in pieces, and its rows with content one at a time, in little memory.

    Raises Unreadable; also while rows are taken, for a line or cell longer than LONGEST_LINE.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    pieces = iter(pieces)
    head = ""
    for piece in pieces:
        head += piece
        if len(head) > _HEAD:
            break
    delimiter = _delimiter(head)
    named = _DELIMITER_LINE.match(head)
    lines = lines_of(chain([head[named.end() :] if named else head], pieces))
    rows = _split(lines, delimiter, 2 if named else 1)
    header = next(rows, None)
    if header is None:
        raise Unreadable("The file is empty.")
    return tuple(header.cells), rows


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
    """Yield the rows with content of a text in memory."""
    # Python's own limit is smaller than descriptions with embedded pictures are.
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    named = _DELIMITER_LINE.match(text)
    # A text in memory as a file would take four bytes a character.
    lines = (match[0] for match in _LINE.finditer(text, named.end() if named else 0))
    for found, row in enumerate(_split(lines, delimiter, 2 if named else 1), 1):
        if found > MAX_ROWS:
            raise Unreadable(f"The file has more than {MAX_ROWS:,} rows; split it.")
        yield row


def _split(lines: Iterable[str], delimiter: str, first: int) -> Iterator[Row]:
    """Yield the rows with content, numbered from `first`. A row that swallows the mark behind the text has a quote
    that never ends."""
    try:
        for number, cells in enumerate(csv.reader(chain(lines, [_END]), delimiter=delimiter), first):
            if cells == [_END]:
                return
            closed = not (cells and cells[-1].endswith(_END))
            if not closed:
                cells[-1] = cells[-1].removesuffix(_END)
            if any(cell.strip() for cell in cells):
                yield Row(number, cells, closed)
    except (csv.Error, TypeError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"The file is no table: {error}.") from None


def lines_of(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a text that comes in pieces, with their ends. Raises Unreadable for one of any length."""
    begun: list[str] = []
    size, held = 0, ""
    for piece in pieces:
        # A piece may end with half of a line's end, which waits for the other half.
        text = held + piece
        held = "\r" if text.endswith("\r") else ""
        text = text.removesuffix("\r")
        end = max(text.rfind("\n"), text.rfind("\r")) + 1
        if end:
            begun.append(text[:end])
            yield from (match[0] for match in _LINE.finditer("".join(begun)))
            begun, size = [], 0
        begun.append(text[end:])
        size += len(text) - end
        if size > LONGEST_LINE:
            raise Unreadable(f"A line is longer than {LONGEST_LINE // 1_000_000} MB.")
    yield from (match[0] for match in _LINE.finditer("".join(begun) + held))
