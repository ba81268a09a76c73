"""Merchant feeds as shops write them, from the few attributes a test is about."""

from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from products.catalogue.document import Catalogue, CatalogueProduct
from products.catalogue.readers import read

# What every test takes for today.
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
DROPS = {
    "id": "DROPS-30",
    "title": "Evening Drops™",
    "description": "<p>Drops.</p>",
    "link": "https://shop.example/products/evening-drops",
    "price": "29.90 SGD",
    "availability": "in_stock",
}
SMALL = {**DROPS, "id": "D-30", "item_group_id": "D", "title": "Evening Drops™ – 30 ml"}
LARGE = {**DROPS, "id": "D-50", "item_group_id": "D", "title": "Evening Drops™ – 50 ml", "price": "39.90 SGD"}


def rss(*items: Mapping[str, str | list[str]], prefix: str = "g:") -> str:
    """Return an RSS feed; `prefix` stands before every attribute that RSS itself has not."""
    inner = "\n".join(f"<item>{_attributes(item, prefix)}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>'
        f"<link>https://shop.example</link>\n{inner}\n</channel></rss>"
    )


def atom(*entries: Mapping[str, str | list[str]]) -> str:
    """Return an Atom feed, whose entries have an id and a link of Atom's own as well."""
    own = '<id>tag:shop.example,2026:1</id><link rel="self" href="https://shop.example/feed"/>'
    inner = "\n".join(f"<entry>{own}{_attributes(entry, 'g:')}</entry>" for entry in entries)
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">'
        f"<title>Shop</title>{inner}</feed>"
    )


def tsv(*items: Mapping[str, str]) -> str:
    """Return a feed as a table."""
    names = list(dict.fromkeys(name for item in items for name in item))
    rows = ["\t".join(item.get(name, "") for name in names) for item in items]
    return "\n".join(["\t".join(names), *rows, ""])


def catalogue(text: str) -> Catalogue:
    """Return what is read from a feed on the day of the tests."""
    return read(text.encode(), now=NOW)


def product(*items: Mapping[str, str | list[str]]) -> CatalogueProduct:
    """Return the one product that is read from these items."""
    (only,) = catalogue(rss(*items)).products
    return only


def _attributes(item: Mapping[str, str | list[str]], prefix: str) -> str:
    pairs = [
        (name, value) for name, said in item.items() for value in ([said] if isinstance(said, str) else said)
    ]
    names = {name: name if name in ("title", "description", "link") else f"{prefix}{name}" for name in item}
    return "".join(f"<{names[name]}>{escape(value)}</{names[name]}>" for name, value in pairs)
