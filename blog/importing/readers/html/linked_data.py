"""What a page says of its article to search engines, as JSON-LD (https://schema.org/Article)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from blog.importing.document import plain_text

_ARTICLES = (
    "article",
    "blogposting",
    "newsarticle",
    "techarticle",
    "scholarlyarticle",
    "medicalscholarlyarticle",
    "report",
)
_SITES = ("website", "organization", "onlinestore", "corporation")
_MOST_SIGNS = 2_000_000
_MOST_DEEP = 12
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What JSON-LD says of an article; what it does not say is empty. `sites` are the names of who publishes it."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    description: str = ""
    image: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


def linked_article(html: str) -> LinkedArticle:
    """The first article a page's JSON-LD tells of, and the names of the site. What is no JSON is passed over."""
    objects = [found for text in _scripts(html) for found in _objects(_loaded(text), 0)]
    sites = tuple(filter(None, (_text(one.get("name")) for one in objects if _is(one, _SITES))))
    article = next((one for one in objects if _is(one, _ARTICLES)), None)
    if article is None:
        return LinkedArticle(sites=sites)
    publisher = article.get("publisher")
    named = _text(publisher.get("name")) if isinstance(publisher, dict) else ""
    return LinkedArticle(
        headline=_text(article.get("headline")) or _text(article.get("name")),
        published=_text(article.get("datePublished")),
        modified=_text(article.get("dateModified")),
        description=_text(article.get("description")),
        image=_address(article.get("image")),
        url=_address(article.get("mainEntityOfPage")) or _address(article.get("url")),
        authors=_names(article.get("author"), objects),
        tags=(*_words(article.get("articleSection")), *_words(article.get("keywords"))),
        sites=tuple(filter(None, (*sites, named))),
    )


def _scripts(html: str) -> Iterator[str]:
    folded = html.casefold() if html.isascii() else html.lower()
    at = folded.find("<script") if len(folded) == len(html) else -1
    while at >= 0:
        begin = folded.find(">", at)
        end = folded.find("</script", begin)
        if begin < 0 or end < 0:
            return
        if "ld+json" in folded[at:begin] and end - begin < _MOST_SIGNS:
            yield html[begin + 1 : end]
        at = folded.find("<script", end)


def _loaded(text: str) -> Any:
    text = text.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip()
    try:
        # Themes leave line feeds in texts, which strict JSON has none of.
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """All objects of a document, the outer ones first."""
    if depth > _MOST_DEEP:
        return
    if isinstance(value, list):
        for part in value:
            yield from _objects(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for part in value.values():
            if isinstance(part, dict | list):
                yield from _objects(part, depth + 1)


def _is(found: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    given = found.get("@type")
    names = given if isinstance(given, list) else [given]
    return any(isinstance(name, str) and name.rpartition("/")[2].casefold() in kinds for name in names)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return plain_text(unescape(value))[:_LONGEST] if isinstance(value, str) else ""


def _address(value: Any) -> str:
    """An address, which may be in a list or in an object of its own."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or value.get("@id") or ""
    return unescape(value).strip()[: _LONGEST * 2] if isinstance(value, str) else ""


def _names(value: Any, objects: list[dict[str, Any]]) -> tuple[str, ...]:
    """The names of people, whom a page may describe elsewhere."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and "name" not in one and "@id" in one:
            one = next(
                (other for other in objects if other.get("@id") == one["@id"] and "name" in other), one
            )
        found.append(_text(one.get("name")) if isinstance(one, dict) else _text(one))
    return tuple(dict.fromkeys(name for name in found if name and "://" not in name))


def _words(value: Any) -> tuple[str, ...]:
    """Tags, as a list or with commas between them."""
    parts = value if isinstance(value, list) else value.split(",") if isinstance(value, str) else []
    return tuple(filter(None, (_text(part) for part in parts)))
