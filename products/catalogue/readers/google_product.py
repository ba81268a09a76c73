"""One product from its items in a merchant feed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

from products.availability import State
from products.catalogue.document import CatalogueProduct, Picture, Place, Said, Unusable, VariantLine
from products.catalogue.readers import values
from products.catalogue.readers.google_state import read_availability
from products.catalogue.readers.google_variants import common_title, variant_names
from products.catalogue.readers.priced import Priced, read_priced
from products.catalogue.readers.product_rows import ProductRows, Record
from products.catalogue.readers.sales import period_holds
from products.catalogue.readers.wording import mended, plain

# Keys that a plugin of a shop makes up; they are no SKU.
_MADE_UP = re.compile(r"(?:shopify|gla|woocommerce|wc|online|local)[_:].*", re.IGNORECASE)
_BETWEEN_ADDRESSES = re.compile(r"\s*\n\s*|\s*,\s*(?=https?://)")
_BEST_FIRST = (State.LIVE, State.OUT_OF_STOCK, State.HIDDEN)


@dataclass(frozen=True, slots=True)
class _Item:
    """One item, read."""

    record: Record
    sku: Said[str] | None
    gtin: Said[str] | None
    priced: Priced
    state: Said[State] | None
    address: Said[str] | None


def build_product(
    handle: str, records: Sequence[Record], now: datetime, notices: Sequence[str] = ()
) -> CatalogueProduct:
    """Return the product these items describe at a moment; several items are its variants."""
    first = ProductRows(records[:1], list(notices))
    items = list(_items(records, now, first))
    titles = [first.text_in(record, "title") for record in records]
    common = common_title(titles) or titles[0]
    alone = items[0] if len(items) == 1 else None
    return CatalogueProduct(
        handle=handle,
        row=records[0].row.number,
        title=Said(common, records[0].place("title")) if common else None,
        description=first.value("description", mended),
        currency=next((item.priced.currency for item in items if item.priced.currency), None),
        state=_best_state(items),
        purchase_url=_address(items),
        sku=alone.sku if alone else None,
        gtin=alone.gtin if alone else None,
        price=alone.priced.price if alone else None,
        variants=_variants(items, titles, common),
        pictures=tuple(_pictures(first, records)),
        unplaced=dict(ProductRows(records).unplaced()),
        notices=tuple(dict.fromkeys(first.notices)),
    )


def _items(records: Sequence[Record], now: datetime, rows: ProductRows) -> Iterator[_Item]:
    currency = ""
    for record in records:
        priced = read_priced(
            *(rows, record),
            regular="price",
            sale="sale_price",
            is_on_sale=_is_on_sale(rows, record, now),
            currency=currency,
        )
        currency = currency or (priced.currency.value if priced.currency else "")
        yield _Item(
            record,
            sku=_sku(record),
            gtin=_in_first_line(rows, record, "gtin", values.barcode),
            priced=priced,
            state=read_availability(rows, record, now),
            address=_in_first_line(rows, record, "link", values.web_address),
        )


def _is_on_sale(rows: ProductRows, record: Record, now: datetime) -> bool:
    try:
        return period_holds(record["sale_price_effective_date"], now)
    except Unusable as problem:
        rows.note(record.place("sale_price_effective_date"), str(problem))
        return False


def _sku(record: Record) -> Said[str] | None:
    """Return the item's key, which Google asks to be its SKU, or else the maker's number.

    https://support.google.com/merchants/answer/6324405
    """
    key = plain(values.code(record["id"]))
    name = "mpn" if not key or _MADE_UP.fullmatch(key) else "id"
    text = plain(values.code(record[name]))
    return Said(text, record.place(name)) if text else None


def _in_first_line(
    rows: ProductRows, record: Record, name: str, read: Callable[[str], str]
) -> Said[str] | None:
    """Return what an attribute says first; a feed may repeat it."""
    if not record[name]:
        return None
    try:
        return Said(read(record[name].split("\n", 1)[0].strip()), record.place(name))
    except Unusable as problem:
        rows.note(record.place(name), str(problem))
        return None


def _best_state(items: Sequence[_Item]) -> Said[State] | None:
    said = [item.state for item in items if item.state]
    return min(said, key=lambda state: _BEST_FIRST.index(state.value)) if said else None


def _address(items: Sequence[_Item]) -> Said[str] | None:
    """Return where the product is bought: of several variants, the address before their choice among it."""
    said = [item.address for item in items if item.address]
    if not said or len(items) == 1:
        return said[0] if said else None
    bare = urlunsplit((*urlsplit(said[0].value)[:3], "", ""))
    return Said(bare, said[0].place)


def _variants(items: Sequence[_Item], titles: Sequence[str], title: str) -> Said[tuple[VariantLine, ...]]:
    first = items[0].record
    place = Place(first.row.number, "variants", first.row.line)
    if len(items) == 1:
        return Said((), place)
    names = variant_names([item.record for item in items], titles, title)
    addresses = {item.address.value for item in items if item.address}
    return Said(
        tuple(_line(item, name, len(addresses) > 1) for item, name in zip(items, names, strict=True)), place
    )


def _line(item: _Item, name: str, has_own_address: bool) -> VariantLine:
    return VariantLine(
        name=name,
        sku=item.sku.value if item.sku else "",
        gtin=item.gtin.value if item.gtin else "",
        price=item.priced.price.value if item.priced.price else None,
        state=item.state.value if item.state else State.LIVE,
        purchase_url=item.address.value if item.address and has_own_address else "",
    )


def _pictures(rows: ProductRows, records: Sequence[Record]) -> Iterator[Picture]:
    """Yield each picture once, those of the first item first; a picture in a feed has no description."""
    seen: set[str] = set()
    for record in records:
        for name in ("image_link", "additional_image_link"):
            for address in _BETWEEN_ADDRESSES.split(record[name]) if record[name] else ():
                written = plain(address)
                if written and written not in seen:
                    seen.add(written)
                    yield Picture(written, "", record.place(name))
