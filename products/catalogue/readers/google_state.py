"""How an item of a merchant feed stands in the shop."""

from datetime import datetime

from products.availability import State
from products.catalogue.document import Said, Unusable
from products.catalogue.readers.product_rows import ProductRows, Record
from products.catalogue.readers.sales import moment

# What can be ordered can be bought, also before it is in stock.
_STATES = {
    "in stock": State.LIVE,
    "preorder": State.LIVE,
    "pre order": State.LIVE,
    "backorder": State.LIVE,
    "back order": State.LIVE,
    "available for order": State.LIVE,
    "limited availability": State.LIVE,
    "out of stock": State.OUT_OF_STOCK,
    "sold out": State.OUT_OF_STOCK,
    "discontinued": State.OUT_OF_STOCK,
}
_ADDRESS = "schema.org/"


def read_availability(rows: ProductRows, record: Record, now: datetime) -> Said[State] | None:
    """Return an item's state: hidden once it has expired, None if the feed does not tell."""
    expired = _expired(rows, record, now)
    if expired:
        return expired
    if not record["availability"]:
        return None
    place = record.place("availability")
    state = _STATES.get(_words(record["availability"]))
    if state is None:
        rows.note(
            place,
            f"“{record['availability'][:60]}” is not an availability: it is out of stock until it is in_stock",
        )
    return Said(state or State.OUT_OF_STOCK, place)


def _expired(rows: ProductRows, record: Record, now: datetime) -> Said[State] | None:
    if not record["expiration_date"]:
        return None
    place = record.place("expiration_date")
    try:
        over = moment(record["expiration_date"], now, is_end=True) <= now
    except Unusable as problem:
        rows.note(place, str(problem))
        return None
    return Said(State.HIDDEN, place) if over else None


def _words(text: str) -> str:
    """Return an availability in words, also one written as schema.org's address or in one word."""
    word = text.rpartition(_ADDRESS)[2]
    known = {state.replace(" ", ""): state for state in _STATES}
    plain = word.casefold().replace("_", " ").replace("-", " ")
    return known.get(plain.replace(" ", ""), plain)
