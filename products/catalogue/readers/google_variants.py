"""What tells the items of one product in a merchant feed from each other."""

from collections.abc import Iterator, Sequence

from products.catalogue.readers.google_columns import CHOICES
from products.catalogue.readers.product_rows import Record
from products.catalogue.readers.wording import mended, plain, without_entities

_BETWEEN = " -–—|/,:·("


def common_title(titles: Sequence[str]) -> str:
    """Return the words with which all titles begin: “Root – 60” and “Root – 90” are “Root”. "" if there are none."""
    words: list[str] = []
    for together in zip(*(title.split() for title in titles), strict=False):
        if len(set(together)) > 1:
            break
        words.append(together[0])
    return " ".join(words).strip(_BETWEEN)


def variant_names(records: Sequence[Record], titles: Sequence[str], title: str) -> Iterator[str]:
    """Yield a name for each item, no two the same: what is chosen, else the rest of its title, else its key."""
    choosing = [name for name in CHOICES if len({record[name] for record in records}) > 1]
    seen: set[str] = set()
    for record, own in zip(records, titles, strict=True):
        name = " / ".join(_text(record[choice]) for choice in choosing if record[choice])
        rest = own.removeprefix(title).strip(f"{_BETWEEN})[]") if own.startswith(title) else own
        name = name or rest or _text(record["unit_pricing_measure"]) or _text(record["id"])
        if not name or name in seen:
            name = f"{name} ({_text(record['id']) or record.row})".strip()
        seen.add(name)
        yield name


def _text(text: str) -> str:
    return plain(without_entities(mended(text)))
