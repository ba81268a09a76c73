"""The variants of one product, from its rows in a Shopify export."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from products.availability import State
from products.catalogue.document import Place, Said, Unusable, VariantLine
from products.catalogue.readers import values
from products.catalogue.readers.prices import read_price
from products.catalogue.readers.product_rows import ProductRows, Record
from products.catalogue.readers.shopify_state import can_be_bought
from products.catalogue.readers.wording import plain

_OPTIONS = ("option1", "option2", "option3")


def read_variants(
    rows: ProductRows, records: Sequence[Record], currency: Said[str] | None
) -> tuple[Said[tuple[VariantLine, ...]], Said[str] | None]:
    """Return the variants these rows describe, and the currency of the first price that names one.

    `currency` is that of the product, if the file says so elsewhere: a price in another one is left out.
    """
    beside: list[Said[str]] = [currency] if currency else []
    lines = tuple(_lines(rows, records, beside))
    first = rows.records[0]
    place = Place((records[0] if records else first).row.number, "variants")
    return Said(lines, place), (beside[0] if beside else None)


def _lines(rows: ProductRows, records: Sequence[Record], beside: list[Said[str]]) -> Iterator[VariantLine]:
    seen: set[str] = set()
    for record in records:
        name = _name(rows, record)
        sku = _said(rows, record, "sku")
        if name in seen:
            # Two rows for one choice: a shopper could not tell them apart.
            rows.notices.append(
                f"row {record.row.number}: the variant “{name}” stands twice; the first one counts"
            )
            continue
        seen.add(name)
        yield VariantLine(
            name=name,
            sku=sku,
            gtin=_gtin(rows, record),
            price=_price(rows, record, beside),
            state=_state(rows, record),
        )


def _name(rows: ProductRows, record: Record) -> str:
    """Return the values of its options, or else its SKU or its row."""
    options = [rows.text_in(record, name) for name in _OPTIONS if record[name]]
    return " / ".join(options) or _said(rows, record, "sku") or f"row {record.row.number}"


def _said(rows: ProductRows, record: Record, name: str) -> str:
    return plain(values.code(record[name])) if rows.has(name) else ""


def _gtin(rows: ProductRows, record: Record) -> str:
    said = rows.value_in(record, "barcode", values.barcode) if record["barcode"] else None
    return said.value if said else ""


def _price(rows: ProductRows, record: Record, beside: list[Said[str]]) -> Decimal | None:
    if not record["price"]:
        return None
    place = record.place("price")
    try:
        amount, currency = read_price(record["price"])
    except Unusable as problem:
        rows.note(place, str(problem))
        return None
    if currency and not beside:
        beside.append(Said(currency, place))
    if currency and currency != beside[0].value:
        rows.note(
            place, f"the price is in {currency}, the product in {beside[0].value}; the price is left out"
        )
        return None
    return amount


def _state(rows: ProductRows, record: Record) -> State:
    if not rows.has("quantity"):
        return State.LIVE
    return State.LIVE if can_be_bought(rows, record) else State.OUT_OF_STOCK
