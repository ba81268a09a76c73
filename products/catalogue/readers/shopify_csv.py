"""Shopify's product CSV, in the current and in the legacy or export vocabulary."""

import re
from collections.abc import Iterator
from datetime import datetime

from products.catalogue.columns import Columns, match_columns
from products.catalogue.document import Catalogue, CatalogueProduct, RejectedRow
from products.catalogue.readers.about_columns import UNCLOSED, about_columns
from products.catalogue.readers.product_rows import Record
from products.catalogue.readers.reader import Reader
from products.catalogue.readers.shopify_columns import SHOPIFY
from products.catalogue.readers.shopify_product import build_product
from products.catalogue.readers.values import code
from products.catalogue.readers.wording import plain
from qnwellness.content.files import Unreadable
from qnwellness.tables.decoding import beginning, decode
from qnwellness.tables.table import Row, Table, read_header, read_table

NAME = "shopify-csv"
_HEAD = 400_000
_HANDLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def recognises(data: bytes) -> bool:
    """Tell whether the header row names a handle and something else that Shopify's files have.

    Raises Unreadable for what is not text.
    """
    text, _notices = decode(beginning(data, _HEAD))
    fields = match_columns(read_header(text), SHOPIFY).fields
    return "handle" in fields and len(fields) > 1


def read(data: bytes, now: datetime) -> Catalogue:
    """Return the catalogue in a file. Raises Unreadable if it has no column of handles."""
    text, notices = decode(data)
    table = read_table(text)
    columns = match_columns(table.header, SHOPIFY)
    if "handle" not in columns.fields:
        raise Unreadable("The file has no column “Handle” or “URL handle”.")
    groups, rejected, strays = _grouped(table, columns)
    return Catalogue(
        format=NAME,
        rows=len(table.rows),
        products=tuple(_products(groups)),
        rejected=tuple(rejected),
        unknown_columns=columns.names(columns.unknown),
        notices=(*notices, *about_columns(table, columns), *strays),
    )


def _grouped(table: Table, columns: Columns) -> tuple[dict[str, list[Record]], list[RejectedRow], list[str]]:
    """Return the rows of each handle, the rows that belong to no product, and notices about notes among them."""
    groups: dict[str, list[Record]] = {}
    rejected: list[RejectedRow] = []
    strays: list[str] = []
    for row in table.rows:
        record = Record(row, columns)
        problem = _problem(record)
        if not problem:
            groups.setdefault(_handle(record), []).append(record)
        elif _is_note(record):
            strays.append(f"row {row.number}: a note, not a product, is left out: “{_first_words(row)}”")
        else:
            rejected.append(RejectedRow(row.number, plain(record["title"]), f"row {row.number}: {problem}"))
    return groups, rejected, strays


def _is_note(record: Record) -> bool:
    """Tell whether a row is a remark such as “Exported on Monday”, and no product that somebody forgot to key."""
    alone = sum(1 for cell in record.row.cells if cell.strip()) == 1
    return alone and record.row.closed and not record["title"]


def _problem(record: Record) -> str:
    """Return why a row belongs to no product, or ""."""
    if not record.row.closed:
        return UNCLOSED
    column = record.columns.headers[record.columns.fields["handle"]]
    if not _handle(record):
        return f"column “{column}” is empty; write the product's handle there"
    if not _HANDLE.fullmatch(_handle(record)):
        written = _handle(record)[:60]
        return f"column “{column}”: “{written}” is not a handle; use lower-case letters, digits and single hyphens"
    return ""


def _handle(record: Record) -> str:
    """Return the key a row is for; shops do not tell capital letters apart in it."""
    return plain(code(record["handle"])).casefold()


def _products(groups: dict[str, list[Record]]) -> Iterator[CatalogueProduct]:
    for handle, records in groups.items():
        spellings = dict.fromkeys(code(record["handle"]) for record in records)
        odd = [
            f"“{spelling}” was read as the handle “{handle}”" for spelling in spellings if spelling != handle
        ]
        yield build_product(handle, records, odd)


def _first_words(row: Row) -> str:
    return plain(" ".join(row.cells))[:60]


READER = Reader(name=NAME, recognises=recognises, read=read)
