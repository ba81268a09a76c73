"""The price of one row, with its sale price while that holds."""

from dataclasses import dataclass
from decimal import Decimal

from products.catalogue.document import Said, Unusable
from products.catalogue.readers.prices import read_price
from products.catalogue.readers.product_rows import ProductRows, Record


@dataclass(frozen=True, slots=True)
class Priced:
    """A price and its currency, each None where the row says nothing that can be used."""

    price: Said[Decimal | None] | None = None
    currency: Said[str] | None = None


def read_priced(
    rows: ProductRows, record: Record, *, regular: str, sale: str, is_on_sale: bool, currency: str = ""
) -> Priced:
    """Return the price in the column of the field `sale` if it is on sale and has one, else that in `regular`.

    `currency` is that of the product, where an earlier row has named it: a price in another one is left out.
    """
    name = sale if is_on_sale and record[sale] else regular
    if not rows.has(name):
        return Priced()
    place = record.place(name)
    if not record[name]:
        return Priced(Said(None, place))
    try:
        amount, beside = read_price(record[name])
    except Unusable as problem:
        rows.note(place, str(problem))
        return Priced()
    if currency and beside and beside != currency:
        rows.note(place, f"the price is in {beside}, the product in {currency}; the price is left out")
        return Priced()
    return Priced(Said(amount, place), Said(beside, place) if beside else None)
