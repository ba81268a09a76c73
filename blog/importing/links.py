"""Links between imported articles: from their old addresses to the pages made of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote, urlsplit

from wagtail.models import Site

from products.models import ProductPage

from ..models import ImportRecord

_HREF = re.compile(r'<a href="(?P<address>[^"]*)"(?P<rest>[^<>]*)>')
# What an article's address in a shop looks like (Shopify: /blogs/<blog>/<handle>, with a market's prefix or without).
_ARTICLE = re.compile(r"(?:/[a-z]{2}(?:-[a-z]{2,4})?)?/blogs/[^/]+/[^/]+", re.IGNORECASE)
_ANY_BLOG, _SHOPIFY = "*/", "shopify:"
_MARKET = re.compile(r"^/[a-z]{2}(?:-[a-z]{2,4})?(?=/blogs/)", re.IGNORECASE)


def shop_hosts() -> tuple[str, ...]:
    """Return the hosts addresses of the shop have: those products are sold at, and our own. Two queries."""
    addresses = ProductPage.objects.exclude(purchase_url="").values_list("purchase_url", flat=True)[:500]
    sold_at = {urlsplit(address).hostname or "" for address in addresses}
    own = set(Site.objects.values_list("hostname", flat=True)) - {"localhost"}
    return tuple(sorted({host.removeprefix("www.") for host in sold_at | own if host}))


def normal_path(address: str) -> str:
    """Return the path of an address as old addresses of articles are compared: without market, query and slash."""
    try:
        path = unquote(urlsplit(address.strip()).path)
    except ValueError:
        return ""
    return _MARKET.sub("", path).rstrip("/").lower()


def pages_by_path() -> dict[str, int]:
    """Return the pages of imported articles by their old addresses, as `normal_path` has them. One query.

    Some of Shopify's formats do not name the blog an article is in: those are found by the last part of the address.
    """
    rows = ImportRecord.objects.values_list("path", "article_id", "article__slug", "source")
    pages = {
        _ANY_BLOG + slug: pk for path, pk, slug, source in rows if not path and source.startswith(_SHOPIFY)
    }
    return pages | {normal_path(path): pk for path, pk, _slug, _source in rows if path}


def page_of(path: str, pages: Mapping[str, int]) -> int | None:
    """Return the page an old address leads to, or None; `pages` is what `pages_by_path` returned."""
    if path in pages or not _ARTICLE.fullmatch(path):
        return pages.get(path)
    return pages.get(_ANY_BLOG + path.rpartition("/")[2])


@dataclass(slots=True)
class Links:
    """Turns links to imported articles into links to their pages, and notes those whose article is not here."""

    pages: Mapping[str, int] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    open: list[str] = field(default_factory=list)
    # A link to a page leads to its beginning.
    to_sections: list[str] = field(default_factory=list)

    def placed(self, html: str) -> str:
        """Return HTML of a text whose links lead to pages where they are here."""
        return _HREF.sub(self._link, html) if "<a href=" in html else html

    def _link(self, match: re.Match[str]) -> str:
        address = unescape(match["address"])
        path = normal_path(address)
        if not path or not self._is_ours(address):
            return match[0]
        if pk := page_of(path, self.pages):
            if urlsplit(address).fragment and address not in self.to_sections:
                self.to_sections.append(address)
            return f'<a linktype="page" id="{pk}">'
        if _ARTICLE.fullmatch(path) and address not in self.open:
            self.open.append(address)
        return match[0]

    def _is_ours(self, address: str) -> bool:
        """Tell whether an address is one of the shop; where its hosts are not known, an article's address is."""
        try:
            parts = urlsplit(address)
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            return False
        if parts.scheme not in ("", "http", "https"):
            return False
        return not host or (host in self.hosts if self.hosts else bool(_ARTICLE.fullmatch(parts.path)))
