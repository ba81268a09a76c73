"""What a product costs and whether it can be bought, as one surface may say it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .availability import Rule, State


@dataclass(frozen=True, slots=True)
class VariantLine:
    """One size or form a product is sold in."""

    pk: int
    name: str
    sku: str = ""
    gtin: str = ""
    price: Decimal | None = None
    state: State = State.LIVE
    purchase_url: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stored of a product's offer. `variants` are those a shopper may see, in their order."""

    state: State
    price: Decimal | None
    currency: str
    purchase_url: str = ""
    variants: Sequence[VariantLine] = ()


@dataclass(frozen=True, slots=True)
class Offered:
    """What is shown: `price` is None where none may be, `is_from` where others cost more, `purchase_url` "" where
    nothing can be bought. `lines` are the variants the price is taken from."""

    state: State
    price: Decimal | None = None
    currency: str = ""
    is_from: bool = False
    purchase_url: str = ""
    lines: tuple[VariantLine, ...] = ()


def offered(stated: Stated, rule: Rule, *, is_stale: bool = False, variant: int | None = None) -> Offered:
    """Return what a surface with this rule shows of an offer.

    `is_stale` tells that the price is older than the site's limit. `variant` is the key of the one that is meant; one
    that is gone or hidden means the product as a whole.
    """
    lines = [line for line in stated.variants if line.pk == variant] or list(stated.variants)
    state = _state(stated.state, lines)
    # What can be bought says what it costs; where nothing can, all of them say.
    selling = [line for line in lines if line.state is State.LIVE] or lines
    prices = sorted({line.price for line in selling if line.price is not None}) if lines else []
    price = prices[0] if prices else None if lines else stated.price
    shown = Offered(state, currency=stated.currency)
    if rule.priced and not is_stale:
        priced = tuple(line for line in selling if line.price is not None)
        shown = replace(shown, price=price, is_from=len(prices) > 1, lines=priced)
    if rule.buyable and state is State.LIVE:
        address = selling[0].purchase_url if len(selling) == 1 else ""
        shown = replace(shown, purchase_url=address or stated.purchase_url)
    return shown


def _state(state: State, lines: Sequence[VariantLine]) -> State:
    """Return the product's state; one whose variants are all sold out is sold out."""
    if state is State.LIVE and lines and all(line.state is not State.LIVE for line in lines):
        return State.OUT_OF_STOCK
    return state
