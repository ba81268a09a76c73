"""Rows -> an XLSX file in which every text is text: no cell of it is ever read as a formula.

A cell that starts with = + - @ is a formula to a spreadsheet that opens a CSV, and to openpyxl if it starts with =.
OWASP: https://owasp.org/www-community/attacks/CSV_Injection
"""

from collections.abc import Iterable
from typing import Any, BinaryIO

from django.utils.encoding import force_str
from django.utils.timezone import is_aware, localtime
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

# What a cell holds at most: https://support.microsoft.com/en-us/office/excel-specifications-and-limits
_LONGEST = 32_767


def write_sheet(rows: Iterable[Iterable[Any]], output: BinaryIO) -> None:
    """Write rows, the first of which are the headings, as the one sheet of a file. None is an empty cell."""
    workbook = Workbook(write_only=True, iso_dates=True)
    worksheet = workbook.create_sheet(title="Sheet1")
    worksheet.freeze_panes = "A2"
    for row in rows:
        worksheet.append([_cell(worksheet, value) for value in row])
    workbook.save(output)


def _cell(worksheet: Any, value: Any) -> WriteOnlyCell:
    if value is None or isinstance(value, int | float):
        return WriteOnlyCell(worksheet, value)
    if hasattr(value, "utcoffset") and is_aware(value):
        return WriteOnlyCell(worksheet, localtime(value).replace(tzinfo=None))
    text = ILLEGAL_CHARACTERS_RE.sub("", force_str(value))[:_LONGEST]
    cell = WriteOnlyCell(worksheet, text)
    cell.data_type = "s"
    return cell
