"""The product states, and what each of them lets a shopper see. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a product stands in the shop."""

    LIVE = "live"
    OUT_OF_STOCK = "out_of_stock"
    DISCONTINUED = "discontinued"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Offer:
    """What is shown of a product: anything at all, its price, a way to buy it."""

    shown: bool
    priced: bool
    buyable: bool


# The schema.org ItemAvailability of each state that has one: https://schema.org/ItemAvailability
SCHEMA_AVAILABILITY = {
    State.LIVE: "https://schema.org/InStock",
    State.OUT_OF_STOCK: "https://schema.org/OutOfStock",
    State.DISCONTINUED: "https://schema.org/Discontinued",
}

_OFFERS = {
    State.LIVE: Offer(shown=True, priced=True, buyable=True),
    State.OUT_OF_STOCK: Offer(shown=True, priced=True, buyable=False),
    State.DISCONTINUED: Offer(shown=True, priced=False, buyable=False),
    State.HIDDEN: Offer(shown=False, priced=False, buyable=False),
}


def offer(state: str) -> Offer:
    """Return what a product in this state shows. Raises ValueError for a state that does not exist."""
    return _OFFERS[State(state)]
