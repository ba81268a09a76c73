"""HTML -> a source article: the text of a page, and what the page says of it."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from blog.importing.document import (
    Element,
    HeadingElement,
    SourceArticle,
)
from blog.importing.document.stored import to_json
from blog.importing.markup import read_markup
from blog.importing.markup.tree import tree_of
from blog.importing.readers.entities import mend_text
from blog.importing.readers.html.head import Head, head_of
from blog.importing.readers.html.linked_data import LinkedArticle, linked_article
from blog.importing.readers.html.naming import title_among, without_site
from blog.importing.readers.html.pictures import flat, hero_of, with_addresses
from blog.importing.readers.html.recognising import is_page
from blog.importing.readers.moments import moment_of
from blog.importing.readers.wordpress.autop import with_paragraphs

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(https?://[^\s<>]{4,2000})\s*-->")
_PARAGRAPHS = re.compile(r"<(?:p|div|br|li|td)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n]*$\n?", re.MULTILINE)
_NO_HERO = re.compile(
    r"(?:^|[-_.])(?:logo|favicon|icon|placeholder|no-?image|default)(?:$|[-_.\d])", re.IGNORECASE
)
_SUFFIX = re.compile(r"\.(?:html?|php|aspx?)$", re.IGNORECASE)
_AUTHOR_IS_NONE = re.compile(r"https?://|^@", re.IGNORECASE)


def article_of(html: str, source: str, notes: tuple[str, ...] = ()) -> SourceArticle:
    """The article of a page or of a piece of HTML, under the key `source`. Raises Unreadable."""
    if not is_page(html):
        return _of_piece(_FENCE.sub("", html), source, notes)
    head, linked = head_of(tree_of(html)), linked_article(html)
    markup = read_markup(html)
    address = _address(html, head, linked)
    elements = tuple(with_addresses(markup.elements, head.base or address))
    hero, elements = hero_of(head, linked, elements)
    title, seo_title = _titles(head, linked, elements, address)
    published, first_note = moment_of(_published(head, linked))
    updated, _note = moment_of(linked.modified or head.meta("article:modified_time", "og:updated_time"))
    path = _path(address)
    return _hashed(
        SourceArticle(
            source=source,
            content_hash="",
            elements=elements,
            title=title or None,
            slug=_slug(path),
            published=published,
            updated=updated,
            tags=_tags(head, linked),
            authors=_authors(head, linked),
            hero=hero,
            seo_title=seo_title,
            seo_description=mend_text(head.meta("description", "og:description") or linked.description)
            or None,
            path=path,
            set_aside=markup.set_aside,
            notes=(*notes, *filter(None, (first_note,))),
        )
    )


def _of_piece(html: str, source: str, notes: tuple[str, ...]) -> SourceArticle:
    """A piece of HTML, as it is copied out of an editor; one of WordPress has blank lines instead of paragraphs."""
    if not _PARAGRAPHS.search(html) and _BLANK_LINE.search(html):
        html = with_paragraphs(html)
    markup = read_markup(html)
    return _hashed(
        SourceArticle(
            source=source,
            content_hash="",
            elements=markup.elements,
            set_aside=markup.set_aside,
            notes=notes,
        )
    )


def _hashed(article: SourceArticle) -> SourceArticle:
    """The article with the SHA-256 over what it says.

    What a theme writes anew each time a page is shown (numbers, times, scripts, menus) is no part of it, nor where the
    file comes from, nor the version in a picture's address.
    """
    said = to_json(replace(article, source="", set_aside=(), notes=(), updated=None))
    text = re.sub(r'("address": "(?!data:)[^"?]*)\?[^"]*', r"\1", json.dumps(said, sort_keys=True))
    return replace(article, content_hash=hashlib.sha256(text.encode()).hexdigest())


def _titles(
    head: Head, linked: LinkedArticle, elements: Iterable[Element], address: str
) -> tuple[str, str | None]:
    """The title of the article, and that of its window without the name of the shop if that is another one."""
    sites = [*linked.sites, head.meta("og:site_name", "application-name", "apple-mobile-web-app-title")]
    sites += _names_of_host(address)
    headings = [
        heading.text
        for heading in flat(elements)
        if isinstance(heading, HeadingElement) and heading.level == 1
    ]
    window = mend_text(head.title)
    said = map(mend_text, (linked.headline, head.meta("og:title"), head.part("headline"), window))
    title = title_among(headings, said, sites)
    shown = without_site(window, sites, (title, mend_text(head.meta("og:title"))))
    return title, shown if shown and shown != title else None


def _names_of_host(address: str) -> list[str]:
    """How a site may be called, by its host: "quietleaf" of www.quietleaf.com."""
    try:
        parts = (urlsplit(address).hostname or "").removeprefix("www.").split(".")
    except ValueError:
        return []
    return [parts[0]] if parts[0] else []


def _published(head: Head, linked: LinkedArticle) -> str:
    return (
        linked.published
        or head.meta("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued")
        or head.part("datepublished")
        or head.meta("date", "pubdate", "dc.date", "publish-date", "parsely-pub-date")
        or head.part("time")
    )


def _authors(head: Head, linked: LinkedArticle) -> tuple[str, ...]:
    said = (
        linked.authors or tuple(head.metas.get("article:author", ())) or tuple(head.metas.get("author", ()))
    )
    found = [name for name in map(mend_text, said) if name and not _AUTHOR_IS_NONE.search(name)]
    if not found:
        found = [name for name in map(mend_text, head.parts.get("author", ())) if name and len(name) <= 80][
            :1
        ]
    return tuple(dict.fromkeys(name.removeprefix("by ").removeprefix("By ") for name in found))


def _tags(head: Head, linked: LinkedArticle) -> tuple[str, ...]:
    section = head.metas.get("article:section", [])
    found = [*head.metas.get("article:tag", ()), *head.parts.get("tag", ()), *linked.tags, *section]
    names: dict[str, str] = {}
    for name in map(mend_text, found):
        if name:
            names.setdefault(name.casefold(), name.lstrip("#"))
    return tuple(names.values())


def _address(html: str, head: Head, linked: LinkedArticle) -> str:
    """Where the page was, as it says itself, or as the browser that saved it wrote down."""
    saved = _SAVED_FROM.search(html[:5_000])
    said = (head.link("canonical"), head.meta("og:url"), linked.url, saved[1] if saved else "")
    return next((address for address in said if address.startswith(("http://", "https://"))), "")


def _path(address: str) -> str | None:
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    return path if path.strip("/") else None


def _slug(path: str | None) -> str | None:
    """The last part of an address, if it names the article."""
    last = unquote((path or "").rstrip("/").rpartition("/")[2])
    bare = _SUFFIX.sub("", last)
    return bare if bare and bare.casefold() not in ("index", "default") and not bare.isdecimal() else None
