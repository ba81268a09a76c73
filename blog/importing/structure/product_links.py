"""Links to a product's page in the shop become references to the product."""

import html as entities
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

from blog.importing.document import (
    ListElement,
    Paragraph,
    QuestionElement,
    TableElement,
    plain_text,
)
from blog.importing.structure.draft import Draft
from blog.importing.structure.items import Item
from blog.importing.structure.names import Names, names_of

_LINK = re.compile(
    r'<a href="(?P<address>[^"]*)"[^<>]*>(?P<words>(?:[^<]|<(?!/?a[\s>]))*)</a>', re.IGNORECASE
)
# Shopify's addresses: a market's prefix ("/en-sg"), the collection one came by, the product and nothing below it.
_PRODUCT = re.compile(
    r"(?:/[a-z]{2}(?:-[a-z]{2,4})?)?(?:/collections/[^/]+)?/products/(?P<handle>[^/]+?)(?:\.html?)?/?",
    re.IGNORECASE,
)


def rule(draft: Draft) -> Draft:
    """Make every link to a known product a mention of it, and tell of links to products nobody knows.

    A known handle is enough, whatever the host: a shop has its own, that of its platform, and those it had before. What
    nobody knows is told where it is the shop's.
    """
    links = _Links(
        handles={name.handle.lower(): name.handle for name in draft.names},
        names=names_of(draft.names),
        hosts=frozenset(draft.hosts),
    )
    items = tuple(links.placed(item) for item in draft.items)
    return replace(draft, items=items, warnings=(*draft.warnings, *links.warnings()))


def handle_of(address: str) -> str | None:
    """The handle of the product an address leads to, on whatever host, or None."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    match = _PRODUCT.fullmatch(unquote(parts.path)) if parts.scheme in ("", "http", "https") else None
    return match["handle"] if match else None


def _is_of(address: str, hosts: Collection[str]) -> bool:
    """Whether an address is the shop's: it has no host, or one of the shop's, where they are known."""
    host = (urlsplit(address.strip()).hostname or "").removeprefix("www.")
    return not host or not hosts or host in hosts


@dataclass(slots=True)
class _Links:
    handles: dict[str, str]
    names: Names
    hosts: frozenset[str]
    unknown: Counter[str] = field(default_factory=Counter)

    def placed(self, item: Item) -> Item:
        match item:
            case Paragraph():
                html = self._html(item.html)
                return item if html is item.html else replace(item, html=html)
            case ListElement():
                return self._if_changed(item, item.items, tuple(map(self._html, item.items)), "items")
            case TableElement():
                rows = tuple(tuple(map(self._html, row)) for row in item.rows)
                return self._if_changed(item, item.rows, rows, "rows")
            case QuestionElement():
                return replace(item, answer=self._html(item.answer))
            case _:
                return item

    def warnings(self) -> Iterator[str]:
        for handle, count in (+self.unknown).items():
            links = "1 link" if count == 1 else f"{count} links"
            yield f"/products/{handle} is not in the catalogue: {links} left as they are."

    @staticmethod
    def _if_changed(item: Item, before: object, after: object, name: str) -> Item:
        change: Callable[..., Item] = replace
        return item if before == after else change(item, **{name: after})

    def _html(self, html: str) -> str:
        return _LINK.sub(self._link, html) if "/products/" in html else html

    def _link(self, match: re.Match[str]) -> str:
        address = entities.unescape(match["address"])
        said = handle_of(address)
        if said is None:
            return match[0]
        handle = self.handles.get(said.lower())
        if handle is None:
            self.unknown[said] += _is_of(address, self.hosts)
            return match[0]
        words = match["words"]
        if not plain_text(words):
            return words
        shown = "name" if self._is_name(words, handle) else "own"
        return f'<a linktype="product" handle="{entities.escape(handle)}" text="{shown}">{words}</a>'

    def _is_name(self, words: str, handle: str) -> bool:
        """Whether the words are the product's own name and no more."""
        text = plain_text(words)
        found = next(self.names.find(text), None)
        whole = found is not None and (found.start, found.end) == (0, len(text))
        return whole and found is not None and found.own and found.handle == handle
