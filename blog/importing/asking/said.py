"""What questions are asked about, taken out of an article that was read."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import combining, normalize
from urllib.parse import unquote

from ...models import ImportItem
from ...outline import address

_PRODUCT = re.compile(
    r"""href=["'](?:(?:https?:)?//(?:www\.)?(?P<host>[^/"':]*)[^/"']*)?(?:/[^"'?#]*)?/products/(?P<handle>[^/"'?#]+)""",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Said:
    """An article's key, title and slug to be, and the names in it."""

    item: int
    source: str
    title: str
    slug: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    handles: frozenset[str]


def said_by(item: ImportItem, hosts: Collection[str]) -> Said:
    """Return what an article says, from how it is stored; `hosts` are those products are sold at."""
    content = item.content
    return Said(
        item=item.pk,
        source=item.source,
        title=item.title,
        slug=address(content.get("slug") or item.title) or "article",
        authors=tuple(content.get("authors", ())),
        tags=tuple(content.get("tags", ())),
        handles=frozenset(_handles(content.get("elements", ()), hosts)),
    )


def plainly(name: str) -> str:
    """Return a name without what people write differently: capitals, accents, hyphens, "&", a plural."""
    letters = "".join(char for char in normalize("NFKD", name.casefold()) if not combining(char))
    words = re.sub(r"[\W_]+", " ", letters.replace("&", " and ")).split()
    return " ".join(map(_singular, words))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


def _handles(value: Any, hosts: Collection[str]) -> Iterator[str]:
    if isinstance(value, str):
        for match in _PRODUCT.finditer(value) if "/products/" in value else ():
            if not match["host"] or match["host"].lower() in hosts:
                yield unquote(match["handle"]).lower()
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _handles(part, hosts)
