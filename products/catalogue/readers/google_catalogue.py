"""A merchant feed's items, grouped to products. A feed holds all that a shop sells."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from products.catalogue.columns import Columns
from products.catalogue.document import Catalogue, CatalogueProduct, RejectedRow
from products.catalogue.readers.about_columns import UNCLOSED, about_columns
from products.catalogue.readers.google_product import build_product
from products.catalogue.readers.handles import handle_in_address, handle_of_key
from products.catalogue.readers.product_rows import Record
from products.catalogue.readers.values import code
from products.catalogue.readers.wording import plain
from qnwellness.tables.table import Table


def to_catalogue(
    format: str, table: Table, columns: Columns, now: datetime, notices: Sequence[str] = ()
) -> Catalogue:
    """Return the catalogue whose items are the rows of a table. Raises nothing."""
    groups: dict[str, list[Record]] = {}
    rejected = []
    for row in table.rows:
        record = Record(row, columns)
        problem = _problem(record)
        if problem:
            rejected.append(RejectedRow(row.number, plain(record["title"])[:255], f"{row}: {problem}"))
        else:
            groups.setdefault(_key(record), []).append(record)
    return Catalogue(
        format=format,
        rows=len(table.rows),
        products=tuple(_products(groups, now)),
        rejected=tuple(rejected),
        unknown_columns=columns.names(columns.unknown),
        notices=(*notices, *about_columns(table, columns)),
        is_full=True,
    )


def _problem(record: Record) -> str:
    """Return why an item belongs to no product, or ""."""
    if not record.row.closed:
        return UNCLOSED
    if not _key(record):
        return "it has neither an id nor an item_group_id; give it the id under which the shop knows it"
    if not _handle([record]):
        return f"“{_key(record)[:60]}” makes no handle and the link has none; lead it to /products/<handle>"
    return ""


def _key(record: Record) -> str:
    return plain(code(record["item_group_id"])) or plain(code(record["id"]))


def _handle(records: Sequence[Record]) -> str:
    """Return the handle in the first address that has one, or what the shop's key makes."""
    found = (handle_in_address(record["link"]) for record in records)
    return next((handle for handle in found if handle), "") or handle_of_key(_key(records[0]))


def _products(groups: dict[str, list[Record]], now: datetime) -> Iterator[CatalogueProduct]:
    """Yield the products; groups that lead to one address are one product."""
    merged: dict[str, list[Record]] = {}
    for records in groups.values():
        merged.setdefault(_handle(records), []).extend(records)
    for handle, records in merged.items():
        kept, notices = _once(records)
        yield build_product(handle, kept, now, notices)


def _once(records: Sequence[Record]) -> tuple[list[Record], list[str]]:
    """Return the items without those whose id an earlier one has, and a notice about each of these."""
    kept: dict[str, Record] = {}
    notices = []
    for record in records:
        key = plain(code(record["id"])) or f"{record.row}"
        if key in kept:
            notices.append(
                f"{record.row}: {kept[key].row} has the id “{key[:60]}” as well; the first one counts"
            )
        else:
            kept[key] = record
    return list(kept.values()), notices
