"""A table as a spreadsheet, in which nothing is ever a formula."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

# What one cell holds, by Excel's specifications and limits.
_LONGEST = 32_767


def as_xlsx(title: str, headings: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """Return a workbook of one sheet. Text stays text, whatever it begins with; what Excel cannot hold is left out."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title=title[:31])
    sheet.freeze_panes = "A2"

    def cell(value: str | int) -> WriteOnlyCell:
        is_text = isinstance(value, str)
        made = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST] if is_text else value)
        if is_text:
            # A text that begins with "=" would otherwise be taken for a formula.
            made.data_type = "s"
        return made

    for row in (headings, *rows):
        sheet.append([cell(value) for value in row])
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()
