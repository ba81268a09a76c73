"""Google Merchant feeds as RSS 2.0 or Atom, with or without `g:`."""

import re
from collections.abc import Iterator
from datetime import datetime

from products.catalogue.columns import match_columns
from products.catalogue.document import Catalogue
from products.catalogue.readers.feed_items import Item, read_items
from products.catalogue.readers.google_catalogue import to_catalogue
from products.catalogue.readers.google_columns import GOOGLE
from products.catalogue.readers.reader import Reader
from products.catalogue.readers.xml_text import xml_text
from qnwellness.content.files import Unreadable
from qnwellness.tables.decoding import beginning
from qnwellness.tables.table import Row, Table

_HEAD = 400_000
# The outermost element, behind declarations, comments and a document type, which reading refuses with a reason.
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]{1,40}:)?([\w.-]{1,40})")
_PRODUCTS = re.compile(
    r"base\.google\.com/(?:ns|cns)/1\.0|<g:id>|<(?:availability|image_link|item_group_id|gtin)>"
)
_ITEMS = {"google-rss": ("rss", "rdf"), "google-atom": ("feed",)}


def _recognises(data: bytes, roots: tuple[str, ...]) -> bool:
    if b"<" not in data[:_HEAD]:
        return False
    text = xml_text(beginning(data, _HEAD))[0]
    if not text.lstrip().startswith("<"):
        return False
    root = _ROOT.search(_without_comments(text))
    return bool(root and root[1].lower() in roots and _PRODUCTS.search(text))


def _without_comments(text: str) -> str:
    """Return a text without the comments before its first element, which may name others."""
    while text.lstrip().startswith("<!--"):
        text = text.partition("-->")[2]
    return text


def _read(data: bytes, now: datetime, format: str) -> Catalogue:
    text, notices = xml_text(data)
    items, found = read_items(text)
    if not items:
        raise Unreadable("The feed has no items.")
    names = dict.fromkeys(name for item in items for name in item.values)
    columns = match_columns(tuple(names), GOOGLE)
    table = Table(tuple(names), tuple(_rows(items, tuple(names))))
    return to_catalogue(format, table, columns, now, (*notices, *found))


def _rows(items: list[Item], names: tuple[str, ...]) -> Iterator[Row]:
    """Yield the items as rows; a text that many variants share is kept once."""
    before: tuple[str, ...] = ("",) * len(names)
    for number, item in enumerate(items, 1):
        cells = tuple(item.values.get(name, "") for name in names)
        before = tuple(old if old == new else new for old, new in zip(before, cells, strict=True))
        item.values.clear()
        yield Row(number, before, line=item.line)


def _reader(name: str) -> Reader:
    return Reader(
        name=name,
        recognises=lambda data: _recognises(data, _ITEMS[name]),
        read=lambda data, now: _read(data, now, name),
    )


RSS = _reader("google-rss")
ATOM = _reader("google-atom")
