"""The fields of an article in JSON: REST, Admin GraphQL and Storefront GraphQL, by the names each gives them."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

from blog.importing.readers.moments import moment_of
from blog.importing.readers.shopify_article import ShopifyArticle

_BODY = ("body_html", "bodyHtml", "contentHtml", "body")
_SUMMARY = ("summary_html", "summaryHtml", "excerptHtml", "summary")
_URL = ("onlineStoreUrl", "online_store_url", "url")
_ID = ("id", "legacyResourceId", "admin_graphql_api_id")
_PUBLISHED = ("published_at", "publishedAt")
_UPDATED = ("updated_at", "updatedAt")
_NAMES = ("title", "handle", "author", "authorV2", "tags", "image", "blog", "blog_handle", "blogHandle")
_SEO = ("seo", "metafields", "metafields_global_title_tag", "metafields_global_description_tag")
_ALIASES = ("titleTag", "descriptionTag", "content", "excerpt", "comments", "isPublished", "published")
_USED = frozenset((*_ID, *_NAMES, *_BODY, *_SUMMARY, *_URL, *_PUBLISHED, *_UPDATED, *_SEO, *_ALIASES))
# For machines only.
_REST = ("blog_id", "user_id", "shop_id", "template_suffix", "created_at")
_GRAPHQL = ("templateSuffix", "createdAt", "cursor", "__typename", "__parentId", "commentPolicy")
_TECHNICAL = frozenset((*_REST, *_GRAPHQL, "trackingParameters"))
_OTHERS = {"product": "a product", "page": "a page", "blog": "a blog", "collection": "a collection"}
_GID = re.compile(r"gid://shopify/(?:OnlineStore)?([A-Za-z]{1,40})/")
_OF_PRODUCTS = frozenset(("variants", "vendor", "product_type", "productType"))


def article_of(fields: Mapping[str, Any], blog: str = "") -> ShopifyArticle:
    """What an object says of an article; `blog` is the handle of the blog it stands in, if that is known."""
    published, about_published = moment_of(_first(fields, _PUBLISHED))
    updated, _about = moment_of(_first(fields, _UPDATED))
    named = dict(_metafields(fields.get("metafields")))
    address, alt = _picture(fields.get("image"))
    own_blog = fields.get("blog")
    return ShopifyArticle(
        id=_first(fields, _ID),
        blog=_first(fields, ("blog_handle", "blogHandle")) or _within(own_blog, "handle") or blog,
        handle=_words(fields.get("handle")),
        title=_words(fields.get("title")),
        body=_html(fields, _BODY, "content"),
        summary=_html(fields, _SUMMARY, "excerpt"),
        author=_name(fields.get("author")) or _name(fields.get("authorV2")),
        tags=_tags(fields.get("tags")),
        image=address,
        image_alt=alt,
        published=published,
        updated=updated,
        is_published=_is_published(fields),
        seo_title=_seo(fields, named, "title"),
        seo_description=_seo(fields, named, "description"),
        url=_first(fields, _URL),
        extra=tuple(_extra(fields, named)),
        about=tuple((words, "a reader's comment") for words in _comments(fields.get("comments"))),
        notes=(about_published,) if about_published else (),
    )


def something_else(fields: Mapping[str, Any]) -> str:
    """What an object is that is no article ("a product"); empty if it may be one."""
    for key in ("id", "admin_graphql_api_id"):
        found = _GID.match(str(fields.get(key, "")))
        if found and found[1].casefold() != "article":
            return _OTHERS.get(found[1].casefold(), f"of another kind ({found[1]})")
    return "a product" if len(_OF_PRODUCTS & fields.keys()) > 1 else ""


def items_of(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects in a list, however GraphQL wraps it."""
    if isinstance(value, Mapping):
        value = value.get("nodes") or value.get("edges")
    for item in value if isinstance(value, list) else ():
        inner = item.get("node", item) if isinstance(item, Mapping) else None
        if isinstance(inner, Mapping):
            yield inner


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((words for name in names if (words := _words(fields.get(name)))), "")


def _within(value: Any, name: str) -> str:
    return _words(value.get(name)) if isinstance(value, Mapping) else ""


def _html(fields: Mapping[str, Any], names: tuple[str, ...], plain: str) -> str:
    found = next((words for name in names if (words := _words(fields.get(name))).strip()), "")
    return found or html.escape(_words(fields.get(plain)), quote=False).replace("\n", "<br>")


def _name(value: Any) -> str:
    names = (_within(value, "firstName"), _within(value, "lastName"))
    return _words(value) or _within(value, "name") or " ".join(name for name in names if name)


def _tags(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    return tuple(tag.strip() for tag in value if isinstance(tag, str)) if isinstance(value, list) else ()


def _picture(value: Any) -> tuple[str, str]:
    if isinstance(value, str):
        return value, ""
    if not isinstance(value, Mapping):
        return "", ""
    address = _first(value, ("url", "src", "originalSrc", "transformedSrc", "attachment"))
    return address, _first(value, ("altText", "alt"))


def _is_published(fields: Mapping[str, Any]) -> bool | None:
    for name in ("isPublished", "published"):
        if isinstance(fields.get(name), bool):
            return bool(fields[name])
    for name in _PUBLISHED:
        if name in fields:
            return fields[name] is not None
    return None


def _metafields(value: Any) -> Iterator[tuple[str, str]]:
    for item in items_of(value):
        key = f"{_within(item, 'namespace') or 'global'}.{_within(item, 'key')}"
        yield key, _words(item.get("value"))


def _seo(fields: Mapping[str, Any], named: Mapping[str, str], what: str) -> str:
    return (
        _within(fields.get("seo"), what)
        or named.get(f"global.{what}_tag", "")
        or _within(fields.get(f"{what}Tag"), "value")
        or _words(fields.get(f"metafields_global_{what}_tag"))
    )


def _extra(fields: Mapping[str, Any], named: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, value in named.items():
        if key not in ("global.title_tag", "global.description_tag") and is_words(value):
            yield f"metafield {key}", value.strip()
    for author in ("author", "authorV2"):
        biography = _within(fields.get(author), "bio")
        if is_words(biography):
            yield "biography of the author", biography.strip()
    for key in sorted(fields.keys() - _USED - _TECHNICAL):
        value = _words(fields[key]) or _within(fields[key], "value")
        if is_words(value):
            yield key, value.strip()


def is_words(value: str) -> bool:
    """Whether a value is something a reader may have seen, and no number, switch or reference."""
    text = value.strip()
    return (
        any(map(str.isalpha, text))
        and text.casefold() not in ("true", "false")
        and "gid://shopify/" not in text
    )


def _comments(value: Any) -> Iterator[str]:
    for item in items_of(value):
        words = _first(item, ("body", "body_html", "bodyHtml", "content")).strip()
        if words:
            who = _name(item.get("author"))
            yield f"{who}: {words}" if who else words
