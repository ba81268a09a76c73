"""The product states, and what each of them lets a shopper see on each surface. Pure.

`RULES` is the one table: blocks, mentions, pages, lists, search, feeds and the shop's interface ask it and decide
nothing themselves.
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a product stands in the shop, as it is stored."""

    LIVE = "live"
    OUT_OF_STOCK = "out_of_stock"
    DISCONTINUED = "discontinued"
    HIDDEN = "hidden"


class Standing(StrEnum):
    """How a product stands for a shopper: its state, and whether its page can be seen at all."""

    LIVE = "live"
    OUT_OF_STOCK = "out_of_stock"
    DISCONTINUED = "discontinued"
    REPLACED = "replaced"  # discontinued, and a shopper may see what takes its place
    HIDDEN = "hidden"
    DRAFT = "draft"  # not published, unpublished, or expired
    PRIVATE = "private"
    DELETED = "deleted"


class Surface(StrEnum):
    """Where a shopper meets a product."""

    CALLOUT = "callout"
    INLINE = "inline"
    CALL_TO_ACTION = "call_to_action"
    NAMED = "named"  # the list at an article's end
    SIDEBAR = "sidebar"  # the articles that mention it, beside the product that takes its place
    PAGE = "page"
    LISTING = "listing"
    SEARCH = "search"
    SITEMAP = "sitemap"
    STRUCTURED_DATA = "structured_data"
    API = "api"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one surface shows of a product in one standing.

    `shown`: anything at all; without it nothing else is true. `priced`: its price. `buyable`: a way to buy it.
    `successor`: the product that takes its place is shown there (or led to) instead.
    """

    shown: bool = False
    priced: bool = False
    buyable: bool = False
    successor: bool = False


# The schema.org ItemAvailability of each state that has one: https://schema.org/ItemAvailability
SCHEMA_AVAILABILITY = {
    State.LIVE: "https://schema.org/InStock",
    State.OUT_OF_STOCK: "https://schema.org/OutOfStock",
    State.DISCONTINUED: "https://schema.org/Discontinued",
}

_NOTHING = Rule()
_SHOWN = Rule(shown=True)
_PRICED = Rule(shown=True, priced=True)
_SOLD = Rule(shown=True, priced=True, buyable=True)
_SUCCEEDED = Rule(shown=True, successor=True)

_UNSEEN = dict.fromkeys(Surface, _NOTHING)
_SEEN = dict.fromkeys(Surface, _SHOWN) | {Surface.SIDEBAR: _NOTHING}
# Surfaces on which money is spoken of. A sentence names a product and no price.
_WITH_PRICE = (
    *(Surface.CALLOUT, Surface.NAMED, Surface.PAGE, Surface.LISTING),
    *(Surface.SEARCH, Surface.STRUCTURED_DATA),
)

RULES: dict[Standing, dict[Surface, Rule]] = {
    Standing.LIVE: _SEEN | dict.fromkeys(_WITH_PRICE, _SOLD),
    Standing.OUT_OF_STOCK: _SEEN | dict.fromkeys(_WITH_PRICE, _PRICED),
    # Its page stays for those who have it at home; nobody is led there to buy.
    Standing.DISCONTINUED: _SEEN | {Surface.LISTING: _NOTHING},
    Standing.REPLACED: _SEEN
    | {
        Surface.CALLOUT: _SUCCEEDED,
        Surface.INLINE: _SUCCEEDED,
        Surface.CALL_TO_ACTION: _SUCCEEDED,
        Surface.NAMED: _SUCCEEDED,
        Surface.SIDEBAR: _SUCCEEDED,
        Surface.PAGE: _SUCCEEDED,
        Surface.LISTING: _NOTHING,
        Surface.SITEMAP: _NOTHING,
    },
    Standing.HIDDEN: _UNSEEN,
    Standing.DRAFT: _UNSEEN,
    Standing.PRIVATE: _UNSEEN,
    Standing.DELETED: _UNSEEN,
}


def rule(standing: Standing, surface: Surface) -> Rule:
    """Return what a surface shows of a product in this standing."""
    return RULES[standing][surface]


def standing_of(
    state: str, *, is_live: bool = True, is_private: bool = False, has_successor: bool = False
) -> Standing:
    """Return how a product that exists stands for a shopper. Raises ValueError for a state that does not exist.

    `is_live` tells whether its page is published and has not expired, `has_successor` whether a shopper may see the
    product that takes its place.
    """
    if not is_live:
        return Standing.DRAFT
    if is_private:
        return Standing.PRIVATE
    known = State(state)
    if known is State.DISCONTINUED and has_successor:
        return Standing.REPLACED
    return Standing(known)
