"""One product of WooCommerce from its row and those of its variations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count

from products.availability import State
from products.catalogue.document import CatalogueProduct, Picture, Place, Said, Unusable, VariantLine
from products.catalogue.readers import values
from products.catalogue.readers.priced import Priced, read_priced
from products.catalogue.readers.product_rows import ProductRows, Record
from products.catalogue.readers.sales import holds
from products.catalogue.readers.woocommerce_state import read_state
from products.catalogue.readers.woocommerce_texts import description, in_plain_words, written
from products.catalogue.readers.wording import mended, plain, without_entities

_BETWEEN_PICTURES = re.compile(r"\s*[|\n]\s*|\s*,\s*(?=https?://)|,\s+")
# A plugin for search engines fills these in; what it makes of them is not in the file.
_PLACEHOLDER = "%"
_BEST_FIRST = (State.LIVE, State.OUT_OF_STOCK, State.HIDDEN)


def build_product(
    handle: str, record: Record, variations: Sequence[Record], now: datetime
) -> CatalogueProduct:
    """Return the product of a row at a moment; `variations` are the rows whose parent it is."""
    rows = ProductRows([record])
    own = Priced() if variations else _priced(rows, record, now)
    lines = tuple(_lines(rows, variations, _title(rows, record), now))
    return CatalogueProduct(
        handle=handle,
        row=record.row.number,
        title=_said(record, "title", _title(rows, record)),
        description=rows.value("description", description),
        summary=rows.value("summary", in_plain_words),
        sku=None if variations else _code(rows, record, "sku"),
        gtin=None if variations else _code(rows, record, "gtin"),
        price=own.price,
        currency=own.currency,
        state=_state(read_state(rows, record), lines),
        purchase_url=rows.value("address", values.web_address) or rows.value("page", values.web_address),
        seo_title=_for_search_engines(rows, "seo_title"),
        seo_description=_for_search_engines(rows, "seo_description"),
        variants=Said(lines, Place(record.row.number, "variants")),
        pictures=tuple(_pictures([record, *variations])),
        unplaced={**dict(rows.unplaced()), **_attributes(record)},
        notices=tuple(dict.fromkeys(rows.notices)),
    )


def _title(rows: ProductRows, record: Record) -> str:
    name = plain(record["title"])
    meant = plain(without_entities(mended(written(name))))
    if meant != name:
        rows.note(record.place("title"), f"“{name[:60]}” was read as “{meant[:60]}”")
    return meant


def _said(record: Record, name: str, text: str) -> Said[str] | None:
    return Said(text, record.place(name)) if text else None


def _code(rows: ProductRows, record: Record, name: str) -> Said[str] | None:
    """Return a code of a row; an empty cell says that there is none."""
    return rows.value_in(record, name, _READ[name]) if rows.has(name) else None


def _priced(rows: ProductRows, record: Record, now: datetime) -> Priced:
    try:
        is_on_sale = holds(record["sale_from"], record["sale_to"], now)
    except Unusable as problem:
        rows.note(record.place("sale_from" if record["sale_from"] else "sale_to"), str(problem))
        is_on_sale = False
    return read_priced(rows, record, regular="price", sale="sale_price", is_on_sale=is_on_sale)


def _lines(
    rows: ProductRows, variations: Sequence[Record], title: str, now: datetime
) -> Iterator[VariantLine]:
    seen: set[str] = set()
    for record in variations:
        price = _priced(rows, record, now).price
        sku, gtin = _code(rows, record, "sku"), _code(rows, record, "gtin") if record["gtin"] else None
        state = read_state(rows, record)
        name = _variant_name(rows, record, title)
        name = (
            name
            if name and name not in seen
            else f"{name} ({record['sku'] or record['id'] or record.row})".strip()
        )
        seen.add(name)
        yield VariantLine(
            name=name,
            sku=sku.value if sku else "",
            gtin=gtin.value if gtin else "",
            price=price.value if price else None,
            state=state.value if state else State.LIVE,
        )


def _variant_name(rows: ProductRows, record: Record, title: str) -> str:
    """Return what a variation chooses, or else what its own name says beyond the product's."""
    chosen = [plain(without_entities(mended(record[f"value{n}"]))) for n in _numbers(record)]
    rest = _title(rows, record).removeprefix(title).strip(" -–—|,:(")
    return " / ".join(word for word in chosen if word) or rest


def _numbers(record: Record) -> Iterator[int]:
    """Yield the numbers of the attributes the file has columns for; there is no gap between them."""
    for number in count(1):
        if f"value{number}" not in record.columns.fields:
            return
        yield number


def _attributes(record: Record) -> Mapping[str, str]:
    """Return what a product is, by the names the shop gives its attributes: no field is made from these."""
    return {
        record[f"name{number}"] or f"Attribute {number}": record[f"value{number}"]
        for number in _numbers(record)
        if record[f"value{number}"]
    }


def _state(own: Said[State] | None, lines: Sequence[VariantLine]) -> Said[State] | None:
    """Return the product's own state; a live product of which nothing can be bought has that of its variants."""
    if own is None or own.value is not State.LIVE or not lines:
        return own
    return Said(min((line.state for line in lines), key=_BEST_FIRST.index), own.place)


def _for_search_engines(rows: ProductRows, name: str) -> Said[str] | None:
    record = rows.first(name)
    return None if record is None or _PLACEHOLDER in record[name] else rows.text(name)


def _pictures(records: Sequence[Record]) -> Iterator[Picture]:
    seen: set[str] = set()
    for record in records:
        for address in _BETWEEN_PICTURES.split(record["pictures"]) if record["pictures"] else ():
            name = plain(address)
            if name and name not in seen:
                seen.add(name)
                yield Picture(name, "", record.place("pictures"))


def _sku(text: str) -> str:
    return plain(values.code(text))


_READ = {"sku": _sku, "gtin": values.barcode}
