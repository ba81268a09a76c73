"""How a product or a variation of WooCommerce stands in the shop."""

from products.availability import State
from products.catalogue.document import Said, Unusable
from products.catalogue.readers.product_rows import ProductRows, Record
from products.catalogue.readers.values import quantity, yes_or_no

# Private, a draft, or waiting for somebody's approval.
_UNPUBLISHED = frozenset({"0", "-1", "-2", "2"})
_HIDDEN = frozenset({"hidden"})
# WooCommerce's own words, which no language changes.
_STOCK = {"instock": True, "outofstock": False, "backorder": True, "onbackorder": True}


def read_state(rows: ProductRows, record: Record) -> Said[State] | None:
    """Return the state of a row, or None if the file has no column that tells.

    What cannot be understood hides the product: showing something that should not be seen is worse.
    """
    published = _published(rows, record)
    if published and published.value is not State.LIVE:
        return published
    if record["visibility"].casefold() in _HIDDEN:
        return Said(State.HIDDEN, record.place("visibility"))
    return _stock(rows, record) or published


def _published(rows: ProductRows, record: Record) -> Said[State] | None:
    if not record["published"]:
        return None
    place = record.place("published")
    word = record["published"].removesuffix(".0")
    if word in _UNPUBLISHED:
        return Said(State.HIDDEN, place)
    try:
        shown = yes_or_no(word)
    except Unusable as problem:
        rows.note(place, f"{problem}: the product is hidden until it is 1")
        shown = False
    return Said(State.LIVE if shown else State.HIDDEN, place)


def _stock(rows: ProductRows, record: Record) -> Said[State] | None:
    """Return whether it can be bought; a number of pieces tells only where nothing else does."""
    if record["in_stock"]:
        place = record.place("in_stock")
        available = _STOCK.get(record["in_stock"].casefold().replace(" ", ""))
        if available is None:
            said = rows.value_in(record, "in_stock", yes_or_no)
            available = said is None or said.value
        return Said(State.LIVE if available else State.OUT_OF_STOCK, place)
    counted = rows.value_in(record, "stock", quantity) if record["stock"] else None
    if counted is None:
        return None
    is_sold = counted.value > 0 or record["backorders"].casefold() in ("1", "notify", "yes")
    return Said(State.LIVE if is_sold else State.OUT_OF_STOCK, counted.place)
