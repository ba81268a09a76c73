"""One product from its rows in a Shopify export."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from products.catalogue.document import CatalogueProduct, Picture, Said, Unusable
from products.catalogue.readers import values
from products.catalogue.readers.metafields import read_ingredients, read_names
from products.catalogue.readers.prices import read_price
from products.catalogue.readers.product_rows import ProductRows, Record
from products.catalogue.readers.shopify_state import read_state
from products.catalogue.readers.shopify_variants import read_variants
from products.catalogue.readers.wording import mended, plain

_OF_A_VARIANT = ("sku", "barcode", "price", "quantity", "option1", "option2", "option3")


def build_product(handle: str, records: Sequence[Record], notices: Sequence[str] = ()) -> CatalogueProduct:
    """Return the product that these rows describe; `notices` are about how the rows were found."""
    rows = ProductRows(records, list(notices))
    variants = [record for record in records if any(record[name] for name in _OF_A_VARIANT)]
    own = variants if len(variants) == 1 else []
    price, currency = _price(rows, own)
    lines, beside = read_variants(rows, variants if not own else [], currency)
    return CatalogueProduct(
        handle=handle,
        row=records[0].row.number,
        title=rows.text("title"),
        description=rows.value("description", mended),
        summary=rows.text("summary"),
        sku=_of_first(rows, own, "sku", lambda text: plain(values.code(text))),
        gtin=_of_first(rows, own, "barcode", values.barcode),
        price=price,
        currency=currency or beside,
        state=read_state(rows, variants),
        purchase_url=rows.value("purchase_url", values.web_address),
        seo_title=rows.text("seo_title"),
        seo_description=rows.text("seo_description"),
        other_names=rows.value("other_names", read_names),
        ingredients=rows.value("ingredients", read_ingredients),
        variants=lines if variants else None,
        pictures=tuple(_pictures(rows)),
        unplaced=dict(rows.unplaced()),
        notices=tuple(rows.notices),
    )


def _of_first(
    rows: ProductRows, variants: Sequence[Record], name: str, read: Callable[[str], str]
) -> Said[str] | None:
    """Return what the only variant says; an empty cell says that there is none."""
    if not variants or not rows.has(name):
        return None
    return rows.value_in(variants[0], name, read)


def _price(
    rows: ProductRows, variants: Sequence[Record]
) -> tuple[Said[Decimal | None] | None, Said[str] | None]:
    """Return the only variant's price, and its currency from a column of its own or beside the price."""
    currency = rows.value("currency", values.currency)
    if not variants or not rows.has("price"):
        return None, currency
    place = variants[0].place("price")
    if not variants[0]["price"]:
        return Said(None, place), currency
    try:
        amount, beside = read_price(variants[0]["price"])
    except Unusable as problem:
        rows.note(place, str(problem))
        return None, currency
    if currency and beside and beside != currency.value:
        rows.note(place, f"the price is in {beside}, the product in {currency.value}; the price is left out")
        return None, currency
    return Said(amount, place), currency or (Said(beside, place) if beside else None)


def _pictures(rows: ProductRows) -> Iterator[Picture]:
    """Yield each picture once, in the order the file gives by position or by row."""
    seen: set[str] = set()
    for record in sorted((record for record in rows.records if record["picture"]), key=_position):
        address = plain(record["picture"])
        if address not in seen:
            seen.add(address)
            yield Picture(address, rows.text_in(record, "picture_alt"), record.place("picture"))


def _position(record: Record) -> tuple[int, int]:
    try:
        return values.quantity(record["picture_position"]), record.row.number
    except Unusable:
        return 0, record.row.number
