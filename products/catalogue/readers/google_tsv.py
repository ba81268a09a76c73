"""Google Merchant feeds as a table: tab-separated, or with any delimiter a spreadsheet writes."""

from datetime import datetime

from products.catalogue.columns import match_columns
from products.catalogue.document import Catalogue
from products.catalogue.readers.google_catalogue import to_catalogue
from products.catalogue.readers.google_columns import GOOGLE
from products.catalogue.readers.reader import Reader
from qnwellness.content.files import Unreadable
from qnwellness.tables.decoding import beginning, decode
from qnwellness.tables.table import read_header, read_table

NAME = "google-tsv"
_HEAD = 400_000
# With an id and a title, two of these are enough to tell a merchant feed from another list.
_TELLING = {"link", "price", "availability", "image_link", "gtin", "item_group_id"}


def recognises(data: bytes) -> bool:
    """Tell whether the header row names attributes of a merchant feed. Raises Unreadable for what is not text."""
    text, _notices = decode(beginning(data, _HEAD))
    fields = match_columns(read_header(text), GOOGLE).fields
    return {"id", "title"} <= fields.keys() and len(_TELLING & fields.keys()) > 1


def read(data: bytes, now: datetime) -> Catalogue:
    """Return the catalogue in a file. Raises Unreadable if it has no column of ids."""
    text, notices = decode(data)
    table = read_table(text)
    columns = match_columns(table.header, GOOGLE)
    if "id" not in columns.fields:
        raise Unreadable("The file has no column “id”.")
    return to_catalogue(NAME, table, columns, now, notices)


READER = Reader(name=NAME, recognises=recognises, read=read)
