"""WooCommerce's product CSV, in the language of the shop."""

from collections.abc import Iterator
from datetime import datetime

from products.catalogue.columns import Columns, match_columns
from products.catalogue.document import Catalogue, CatalogueProduct, RejectedRow
from products.catalogue.readers.about_columns import UNCLOSED, about_columns
from products.catalogue.readers.handles import HANDLE, handle_in_address, handle_of_key
from products.catalogue.readers.product_rows import Record
from products.catalogue.readers.reader import Reader
from products.catalogue.readers.values import code
from products.catalogue.readers.woocommerce_columns import WOOCOMMERCE
from products.catalogue.readers.woocommerce_product import build_product
from products.catalogue.readers.wording import plain
from qnwellness.content.files import Unreadable
from qnwellness.tables.decoding import beginning, decode
from qnwellness.tables.table import Table, read_header, read_table

NAME = "woocommerce-csv"
_HEAD = 400_000
_TELLING = {"published", "visibility", "price", "in_stock", "summary", "parent", "sale_price"}
_NO_SLUGS = (
    "WooCommerce writes no addresses into its file: a product's handle is made from its SKU, or else from its ID "
    "(woo-12); a column “Slug” would give it one that stays"
)


def recognises(data: bytes) -> bool:
    """Tell whether the header row is WooCommerce's, in any of its languages. Raises Unreadable for what is not text."""
    text, _notices = decode(beginning(data, _HEAD))
    fields = match_columns(read_header(text), WOOCOMMERCE).fields.keys()
    return {"type", "title"} <= fields and bool({"id", "sku"} & fields) and len(_TELLING & fields) > 1


def read(data: bytes, now: datetime) -> Catalogue:
    """Return the catalogue in a file. Raises Unreadable if it has neither IDs nor SKUs."""
    text, notices = decode(data)
    table = read_table(text)
    columns = match_columns(table.header, WOOCOMMERCE)
    if not {"id", "sku"} & columns.fields.keys():
        raise Unreadable("The file has neither a column “ID” nor one “SKU”.")
    sorted_rows = _Sorted(table, columns)
    return Catalogue(
        format=NAME,
        rows=len(table.rows),
        products=tuple(sorted_rows.products(now)),
        rejected=tuple(sorted_rows.rejected),
        unknown_columns=columns.names(columns.unknown),
        notices=(*notices, *about_columns(table, columns), *sorted_rows.notices),
    )


class _Sorted:
    """The rows of a file: products by their handle, variations by that of their parent, and those that are neither."""

    def __init__(self, table: Table, columns: Columns) -> None:
        self.parents: dict[str, Record] = {}
        self.variations: dict[str, list[Record]] = {}
        self.rejected: list[RejectedRow] = []
        self.notices: list[str] = []
        self._handles: dict[str, str] = {}
        records = [Record(row, columns) for row in table.rows]
        whole = [record for record in records if self._is_closed(record)]
        for record in whole:
            if not _is_variation(record):
                self._add(record)
        for record in whole:
            if _is_variation(record):
                self._add_variation(record)

    def products(self, now: datetime) -> Iterator[CatalogueProduct]:
        """Yield the products in the order of the file."""
        for handle, record in self.parents.items():
            yield build_product(handle, record, self.variations.get(handle, []), now)

    def _is_closed(self, record: Record) -> bool:
        if not record.row.closed:
            self._reject(record, UNCLOSED)
        return record.row.closed

    def _add(self, record: Record) -> None:
        handle, is_made = _handle(record)
        if not handle:
            self._reject(record, "it has neither an ID nor a SKU; give it one")
        elif handle in self.parents:
            other = self.parents[handle].row
            self._reject(
                record, f"{other} has the handle “{handle}” as well; give one of them another SKU or slug"
            )
        else:
            self.parents[handle] = record
            for key in _keys(record):
                self._handles.setdefault(key, handle)
            if is_made and not self.notices:
                self.notices.append(_NO_SLUGS)

    def _add_variation(self, record: Record) -> None:
        named = plain(code(record["parent"]))
        handle = self._handles.get(named.casefold().replace(" ", ""))
        if handle:
            self.variations.setdefault(handle, []).append(record)
        elif named:
            self._reject(
                record, f"its parent “{named[:60]}” is not in the file; export all products together"
            )
        else:
            self._reject(record, "it is a variation and names no parent; write the parent's SKU there")

    def _reject(self, record: Record, problem: str) -> None:
        title = plain(record["title"])[:255]
        self.rejected.append(RejectedRow(record.row.number, title, f"{record.row}: {problem}"))


def _is_variation(record: Record) -> bool:
    return "variation" in (word.strip() for word in record["type"].casefold().split(","))


def _keys(record: Record) -> Iterator[str]:
    """Yield what variations call their parent."""
    if record["id"]:
        yield f"id:{plain(record['id'])}".casefold()
    if record["sku"]:
        yield plain(code(record["sku"])).casefold().replace(" ", "")


def _handle(record: Record) -> tuple[str, bool]:
    """Return a product's handle, and whether it had to be made from another key. Never from its name."""
    slug = plain(code(record["slug"])).casefold()
    if HANDLE.fullmatch(slug):
        return slug, False
    found = handle_in_address(record["page"]) or handle_in_address(record["address"])
    if found:
        return found, False
    made = handle_of_key(code(record["sku"])) or handle_of_key(record["id"] and f"woo-{record['id']}")
    return made, True


READER = Reader(name=NAME, recognises=recognises, read=read)
