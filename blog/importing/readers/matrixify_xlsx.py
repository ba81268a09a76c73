"""Articles of a Shopify shop as an Excel workbook, as Matrixify exports them."""

import struct
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, BinaryIO

from openpyxl import load_workbook

from blog.importing.readers.file import SourceFile
from blog.importing.readers.matrixify_columns import SHEET, columns_of, is_ours
from blog.importing.readers.matrixify_csv import check
from blog.importing.readers.matrixify_rows import articles_of
from blog.importing.readers.reader import Read, Reader
from qnwellness.content.files import Unreadable
from qnwellness.tables.table import Row

# OWASP ASVS 5.1.1: known before anything is expanded. Shared texts are all in memory at once.
MOST_MEMBERS = 500
MOST_BYTES = 100_000_000
MOST_TIMES = 100
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_SMALL = 1_000_000
_MEMBER = b"PK\x03\x04"
_PARTS = ("xl/", "word/", "ppt/")
_DAMAGED = "The Excel workbook is damaged; open it in Excel and save it again."


def recognises(head: bytes) -> bool:
    """Whether a file begins like an Excel workbook; no other reader takes one.

    A Word document with a chart holds a workbook, whose members stand behind its own.
    """
    if not head.startswith(_MEMBER):
        return False
    return next((name for name in _members(head) if name.startswith(_PARTS)), "").startswith("xl/")


def read(file: SourceFile, source: str) -> Iterator[Read]:
    """The articles of a workbook, one at a time. Raises Unreadable for one without a sheet of articles."""
    articles = _articles(file, source)
    next(articles)
    return (read for read in articles if read is not None)


def _articles(file: SourceFile, source: str) -> Iterator[Read | None]:
    """None as soon as it is known that the workbook can be read, and then its articles."""
    with file.open() as stream:
        _keep_limits(stream, file.size)
        header, rows = _sheet(stream)
        columns = columns_of(header)
        check(columns)
        yield None
        yield from articles_of(rows, columns, source)


def _keep_limits(stream: BinaryIO, packed: int) -> None:
    try:
        with zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, EOFError):
        raise Unreadable(_DAMAGED) from None
    size = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"The Excel workbook holds more than {MOST_MEMBERS} files.")
    if size > MOST_BYTES:
        raise Unreadable(
            f"The Excel workbook is over {MOST_BYTES // 1_000_000} MB when unpacked; export as CSV instead."
        )
    if size > _SMALL and size > MOST_TIMES * packed:
        raise Unreadable(f"The Excel workbook unpacks to more than {MOST_TIMES} times its size.")
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("The Excel workbook has a password; save it without one.")


def _sheet(stream: BinaryIO) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The header and the rows of the sheet with articles: the one that is called so, or else the first one."""
    stream.seek(0)
    try:
        with warnings.catch_warnings():
            # About styles and checks of cells that it does not know.
            warnings.simplefilter("ignore")
            book = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
        for sheet in sorted(
            book.worksheets, key=lambda one: one.title.strip().casefold() != SHEET.casefold()
        ):
            sheet.reset_dimensions()
            rows = _rows(sheet.iter_rows(max_row=MOST_ROWS))
            header = next(rows, None)
            if header and is_ours(columns_of(header.cells)):
                return tuple(header.cells), rows
    # A library of another's: a workbook that was made to be stumbled over raises anything.
    except Exception as problem:
        if isinstance(problem, Unreadable | MemoryError):
            raise
        raise Unreadable(_DAMAGED) from None
    raise Unreadable(f"The Excel workbook has no sheet of articles like Matrixify's “{SHEET}”.")


def _rows(rows: Iterable[Iterable[Any]]) -> Iterator[Row]:
    """The rows with content. Raises Unreadable where the sheet breaks off."""
    try:
        for number, cells in enumerate(rows, 1):
            texts = [_text(cell.value) for cell in cells]
            if len(texts) > MOST_COLUMNS:
                raise Unreadable(f"Row {number} has more than {MOST_COLUMNS:,} columns.")
            if any(text.strip() for text in texts):
                yield Row(number, texts)
    except Exception as problem:
        if isinstance(problem, Unreadable | MemoryError):
            raise
        raise Unreadable(_DAMAGED) from None


def _text(value: Any) -> str:
    """A cell as Matrixify would write it into a CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _members(head: bytes) -> Iterator[str]:
    """The names of the members whose headers are in the beginning of an archive (APPNOTE 4.3.7)."""
    at = 0
    while 0 <= at <= len(head) - 30:
        length, extra = struct.unpack_from("<HH", head, at + 26)
        yield head[at + 30 : at + 30 + length].decode("utf-8", "replace")
        at = head.find(_MEMBER, at + 30 + length + extra)


READER = Reader(
    name="matrixify-xlsx", label="Shopify articles in Excel (Matrixify)", recognises=recognises, read=read
)
