"""An article of a Shopify shop, whatever file it came in, as a source article: one meaning for each field.

Fields: https://shopify.dev/docs/api/admin-graphql/latest/objects/Article, and its REST and Storefront sisters.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from blog.importing.document import PictureElement, Rejected, SetAside, SourceArticle
from blog.importing.markup import read_markup
from blog.importing.markup.pictures import name_of, original
from blog.importing.readers.entities import mend_html, mend_text
from blog.importing.readers.reader import Read
from blog.importing.readers.summary import read_summary
from qnwellness.content.files import MAX_BYTES, Unreadable

TOO_LARGE = f"It is over {MAX_BYTES // 1_000_000} MB, the limit for one article."
NO_PATH = (
    "The file does not name the blog of this and perhaps other articles, so that no redirect from the old address can "
    "be made; ask for the blog's handle, too."
)
_GID = re.compile(r"gid://shopify/(?:OnlineStore)?Article/([0-9]{1,20})")
_NUMBER = re.compile(r"[0-9]{1,20}")


@dataclass(frozen=True, slots=True)
class ShopifyArticle:
    """What a file says of an article, as it says it; what it does not say is empty or None.

    `published` and `updated` are moments with a zone. `extra` holds, by name, words that have no field here; `about`
    what belongs to the old page but not to the article (readers' comments), as text and reason.
    """

    id: str = ""
    blog: str = ""
    handle: str = ""
    title: str = ""
    body: str = ""
    summary: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    is_published: bool | None = None
    seo_title: str = ""
    seo_description: str = ""
    url: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def read_article(found: ShopifyArticle, place: str, fallback: str) -> Read:
    """The source article, or why it is none. `fallback` is its key when it has neither id nor handle."""
    article = _mended(found)
    source = key_of(article) or fallback
    if not article.title and not article.body.strip():
        return Rejected(place, "It has neither a title nor a text.", source)
    if len(article.body) + len(article.summary) > MAX_BYTES:
        return Rejected(place, TOO_LARGE, source)
    body, mended = mend_html(article.body)
    try:
        markup, summary = read_markup(body), read_summary(article.summary)
    except Unreadable as problem:
        return Rejected(place, str(problem), source)
    is_ahead = article.published is not None and article.published > datetime.now(UTC)
    return SourceArticle(
        source=source,
        content_hash=_content_hash(article),
        elements=markup.elements,
        title=article.title or None,
        slug=article.handle or None,
        standfirst=summary.text or None,
        published=article.published,
        tags=tuple(dict.fromkeys(article.tags)),
        authors=(article.author,) if article.author else (),
        hero=picture_of(article.image, article.image_alt),
        seo_title=article.seo_title or None,
        seo_description=article.seo_description or None,
        updated=article.updated,
        is_published=False if is_ahead else article.is_published,
        path=path_of(article),
        place=place,
        set_aside=(*_beside(article), *summary.set_aside, *markup.set_aside),
        notes=(*article.notes, *mended, *([_scheduled(article)] if is_ahead else [])),
    )


def key_of(article: ShopifyArticle) -> str:
    """The key of an article: by its number, or else by its blog and handle; empty if it has neither."""
    number = number_of(article.id)
    if number:
        return f"shopify:{number}"
    handle = article.handle.strip()
    return f"shopify:{'/'.join(part for part in (article.blog, handle) if part)}" if handle else ""


def number_of(written: str) -> str:
    """The number of an article, written alone or as gid://shopify/Article/123; empty for anything else."""
    found = _GID.match(written.strip())
    if found:
        return found[1]
    return written.strip() if _NUMBER.fullmatch(written.strip()) else ""


def path_of(article: ShopifyArticle) -> str | None:
    """The old address without scheme, host and query; None when the file does not say enough to know it."""
    try:
        path = unquote(urlsplit(article.url.strip()).path).rstrip("/")
    except ValueError:
        path = ""
    if path:
        return path
    return f"/blogs/{article.blog}/{article.handle}" if article.blog and article.handle else None


def picture_of(address: str, alt: str) -> PictureElement | None:
    """The picture above an article, at the size it was uploaded in."""
    place = original(address.strip())
    return PictureElement(name=name_of(place), alt=mend_text(alt), address=place) if place else None


def _mended(article: ShopifyArticle) -> ShopifyArticle:
    return replace(
        article,
        blog=article.blog.strip(),
        handle=article.handle.strip(),
        title=mend_text(article.title),
        author=mend_text(article.author),
        tags=tuple(tag for tag in map(mend_text, article.tags) if tag),
        seo_title=mend_text(article.seo_title),
        seo_description=mend_text(article.seo_description),
    )


def _content_hash(article: ShopifyArticle) -> str:
    """The same for an article whichever format it came in; comments and when it was touched do not count."""
    said = {
        "title": article.title,
        "handle": article.handle,
        "body": article.body.replace("\r\n", "\n").strip(),
        "summary": article.summary.replace("\r\n", "\n").strip(),
        "author": article.author,
        "tags": sorted(set(article.tags)),
        "image": [original(article.image.strip()), mend_text(article.image_alt)],
        "published": article.published.astimezone(UTC).isoformat() if article.published else "",
        "hidden": article.is_published is False,
        "seo": [article.seo_title, article.seo_description],
        "path": path_of(article) or "",
        "extra": sorted(article.extra),
    }
    text = json.dumps(said, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _beside(article: ShopifyArticle) -> Iterator[SetAside]:
    for name, words in article.extra:
        yield SetAside(0, words, f"“{name}” has no place in an article here")
    for words, reason in article.about:
        yield SetAside(0, words, reason)


def _scheduled(article: ShopifyArticle) -> str:
    return f"It was to be published on {article.published:%Y-%m-%d}; it comes in as a draft."
