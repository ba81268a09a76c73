"""Tables as spreadsheets, in which nothing is ever a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, TextIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

Value = str | int
# What one cell holds, by Excel's specifications and limits.
_LONGEST = 32_767
# What a spreadsheet that opens a CSV takes for a formula. OWASP: CSV injection; ASVS 5.0, 1.2.10.
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n\0]")


def as_xlsx(title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return a workbook of one sheet. Text stays text, whatever it begins with; what Excel cannot hold is left out."""
    book = Book()
    sheet = book.sheet(title, headings)
    for row in rows:
        sheet.append(row)
    return book.as_bytes()


class Book:
    """A workbook whose sheets can grow by turns, in little memory."""

    def __init__(self) -> None:
        self._workbook = Workbook(write_only=True)

    def sheet(self, title: str, headings: Sequence[str]) -> "Sheet":
        """Add a sheet with a first row that stays in sight."""
        sheet = self._workbook.create_sheet(title=title[:31])
        sheet.freeze_panes = "A2"
        made = Sheet(sheet)
        made.append(headings)
        return made

    def as_bytes(self) -> bytes:
        """Return the file. It can be asked for once."""
        output = BytesIO()
        self._workbook.save(output)
        return output.getvalue()


class Sheet:
    """A sheet rows are added to."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet

    def append(self, row: Sequence[Value]) -> None:
        """Add a row."""
        self._sheet.append([self._cell(value) for value in row])

    def _cell(self, value: Value) -> WriteOnlyCell:
        is_text = isinstance(value, str)
        made = WriteOnlyCell(
            self._sheet, ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST] if is_text else value
        )
        if is_text:
            # A text that begins with "=" would otherwise be taken for a formula.
            made.data_type = "s"
        return made


class CsvSheet:
    """A CSV file rows are added to. A text that a spreadsheet would take for a formula gets an apostrophe before it."""

    def __init__(self, stream: TextIO, headings: Sequence[str]) -> None:
        self._writer = csv.writer(stream)
        self.append(headings)

    def append(self, row: Sequence[Value]) -> None:
        """Add a row."""
        self._writer.writerow([unformulated(value) if isinstance(value, str) else value for value in row])


def unformulated(text: str) -> str:
    """Return a text for a cell of a CSV file so that no spreadsheet computes it."""
    text = text.replace("\0", "")
    return f"'{text}" if _FORMULA.match(text) else text
