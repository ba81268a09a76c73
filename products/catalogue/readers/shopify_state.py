"""How a product stands in the shop, from Shopify's columns for status, publication and stock."""

from collections.abc import Sequence

from products.availability import State
from products.catalogue.document import Said, Unusable
from products.catalogue.readers.product_rows import ProductRows, Record
from products.catalogue.readers.values import quantity, yes_or_no

_STATUSES = {
    "active": State.LIVE,
    "draft": State.HIDDEN,
    "archived": State.DISCONTINUED,
    # Shopify shows an unlisted product to nobody who does not know its address.
    "unlisted": State.HIDDEN,
}
_POLICIES = {"deny": False, "continue": True}


def read_state(rows: ProductRows, variants: Sequence[Record]) -> Said[State] | None:
    """Return the product's state, or None if the file has no column that tells.

    What cannot be understood hides the product: showing something that should not be seen is worse.
    """
    status = _status(rows)
    published = _published(rows)
    if status and status.value is not State.LIVE:
        return status
    if published and published.value is not State.LIVE:
        return published
    return _stock(rows, variants) or status or published


def _status(rows: ProductRows) -> Said[State] | None:
    record = rows.first("status")
    if record is None:
        return None
    place, word = record.place("status"), record["status"]
    state = _STATUSES.get(word.casefold())
    if state is None:
        rows.note(
            place, f"“{word}” is not a status: the product is hidden until it is active, draft or archived"
        )
    return Said(state or State.HIDDEN, place)


def _published(rows: ProductRows) -> Said[State] | None:
    record = rows.first("published")
    if record is None:
        return None
    place = record.place("published")
    try:
        shown = yes_or_no(record["published"])
    except Unusable as problem:
        rows.note(place, f"{problem}: the product is hidden until it is TRUE")
        shown = False
    return Said(State.LIVE if shown else State.HIDDEN, place)


def _stock(rows: ProductRows, variants: Sequence[Record]) -> Said[State] | None:
    """Return live while any variant can be bought. None if the file does not count pieces."""
    if not rows.has("quantity") or not variants:
        return None
    available = [can_be_bought(rows, variant) for variant in variants]
    state = State.LIVE if any(available) else State.OUT_OF_STOCK
    return Said(state, variants[0].place("quantity"))


def can_be_bought(rows: ProductRows, variant: Record) -> bool:
    """Tell whether a variant can be bought; stock that is not tracked or not counted never runs out."""
    if not variant["tracker"] or not variant["quantity"]:
        return True
    counted = rows.value_in(variant, "quantity", quantity)
    return counted is None or counted.value > 0 or _sold_without_stock(rows, variant)


def _sold_without_stock(rows: ProductRows, variant: Record) -> bool:
    word = variant["policy"]
    if not word:
        return False
    known = _POLICIES.get(word.casefold())
    if known is not None:
        return known
    said = rows.value_in(variant, "policy", yes_or_no)
    return said is not None and said.value
