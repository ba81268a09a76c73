"""An item of an export -> a source article, or why it is none."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from blog.importing.document import PictureElement, Rejected, SourceArticle, plain_text
from blog.importing.markup import read_markup
from blog.importing.markup.pictures import name_of
from blog.importing.readers.entities import mend_text
from blog.importing.readers.reader import Read
from blog.importing.readers.summary import read_summary
from blog.importing.readers.wordpress.blocks import with_reusable
from blog.importing.readers.wordpress.content import Post, html_of
from blog.importing.readers.wordpress.encoding import Encoding
from blog.importing.readers.wordpress.index import Blog
from blog.importing.readers.wordpress.parsing import item_of, metadata, text_of, texts_of
from blog.importing.readers.wordpress.seo import seo_description, seo_title
from blog.importing.readers.wordpress.splitting import Piece
from blog.importing.readers.wordpress.state import about_state, is_published, moment, published
from blog.importing.readers.wordpress.telling import Telling
from qnwellness.content.files import MAX_BYTES, Unreadable

_PICTURE = re.compile(r"<img\b[^>]{0,4000}>")
_FILED = ("category", "post_tag")
# What blogs call the category of posts without one.
_UNFILED = frozenset(("uncategorized", "uncategorised", "allgemein", "non-classe", "sin-categoria"))


def read_item(piece: Piece, blog: Blog, encoding: Encoding, fallback: str) -> Read:
    """The article of an item; `fallback` is the beginning of its key if the export does not say whose it is."""
    place = f"item {piece.number}"
    if not piece.is_whole:
        return Rejected(place, "The export ends in the middle of it; export it again.")
    if not piece.data:
        size = f"{piece.size / 1_000_000:,.0f}"
        return Rejected(
            place, f"It is {size} MB large; {MAX_BYTES // 1_000_000} MB is the limit for one article."
        )
    source = ""
    try:
        text, encoded = encoding.text(piece.data)
        item, mended = item_of(text)
        place = _place(item, piece)
        source = _source(item, blog, fallback, piece)
        return _article(item, blog, source, place, (*encoded, *mended))
    except Unreadable as problem:
        return Rejected(place, str(problem), source)


def _article(item: Element, blog: Blog, source: str, place: str, notes: tuple[str, ...]) -> SourceArticle:
    telling = Telling()
    fields = metadata(item)
    post = Post(text_of(item, "{wp}post_id").strip(), blog, fields.get("footnotes", ""))
    html = html_of(text_of(item, "{content}encoded"), post, telling)
    body = read_markup(html)
    title = mend_text(plain_text(text_of(item, "title")))
    excerpt = read_summary(text_of(item, "{excerpt}encoded"))
    day, guessed = published(item)
    hero = _hero(fields, blog, telling)
    _tell_of_the_rest(item, telling)
    return SourceArticle(
        source=source,
        content_hash=_digest(item, blog, html, hero),
        elements=body.elements,
        title=title or None,
        slug=unquote(text_of(item, "{wp}post_name").strip()) or None,
        standfirst=excerpt.text or None,
        published=day,
        tags=tuple(_tags(item)),
        authors=_authors(item, blog),
        hero=hero,
        seo_title=seo_title(fields, title, blog.name),
        seo_description=seo_description(fields, title, excerpt.text),
        updated=moment(item, "{wp}post_modified_gmt"),
        is_published=is_published(item),
        path=_path(item),
        place=place,
        set_aside=(*body.set_aside, *excerpt.set_aside, *telling.set_aside),
        notes=(*notes, *about_state(item), *filter(None, (guessed,)), *telling.notes),
    )


def _place(item: Element, piece: Piece) -> str:
    number = text_of(item, "{wp}post_id").strip()
    kind = text_of(item, "{wp}post_type").strip() or "post"
    return f"{kind} {number}" if number else f"item {piece.number}"


def _source(item: Element, blog: Blog, fallback: str, piece: Piece) -> str:
    number = text_of(item, "{wp}post_id").strip()
    if not number.isdecimal():
        return f"{fallback}#{piece.number}"
    return f"wordpress:{blog.host or fallback}:{number}"


def _hero(fields: dict[str, str], blog: Blog, telling: Telling) -> PictureElement | None:
    """The featured image."""
    number = fields.get("_thumbnail_id", "").strip()
    if not number or number in ("0", "-1"):
        return None
    found = blog.attachments.get(number)
    if found is None:
        telling.note(f"Its featured image (number {number}) is not in the export; export the media, too.")
        return None
    caption = plain_text(found.caption)
    return PictureElement(name_of(found.url), found.alt, caption, address=found.url)


def _tags(item: Element) -> Iterator[str]:
    seen: set[str] = set()
    for category in texts_of(item, "category"):
        nicename = unquote(category.get("nicename", "")).casefold()
        name = plain_text(category.text or "")
        if category.get("domain") not in _FILED or nicename in _UNFILED or not name:
            continue
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield name


def _tell_of_the_rest(item: Element, telling: Telling) -> None:
    """What readers of the blog could see and no article has a place for."""
    others: dict[str, list[str]] = defaultdict(list)
    for category in texts_of(item, "category"):
        domain = category.get("domain", "")
        if domain not in (*_FILED, "post_format") and category.text:
            others[domain or "category"].append(category.text)
    for domain, names in others.items():
        telling.aside(f"where it was filed (“{domain}”)", ", ".join(names))
    comments = [
        comment
        for comment in texts_of(item, "{wp}comment")
        if text_of(comment, "{wp}comment_approved").strip() == "1"
    ]
    if comments:
        number = "one comment, which is" if len(comments) == 1 else f"{len(comments):,} comments, which are"
        telling.note(f"It had {number} not imported.")


def _authors(item: Element, blog: Blog) -> tuple[str, ...]:
    login = text_of(item, "{dc}creator").strip("<> \t\n")
    name = blog.authors.get(login, plain_text(login))
    return (name,) if name else ()


def _path(item: Element) -> str | None:
    """The path of its address; a draft has none that anybody knows."""
    try:
        parts = urlsplit(text_of(item, "link").strip())
    except ValueError:
        return None
    path = parts.path.strip("/")
    return f"/{path}{'/' if parts.path.endswith('/') else ''}" if path and not parts.query else None


def _digest(item: Element, blog: Blog, html: str, hero: PictureElement | None) -> str:
    """The SHA-256 over everything of an item but when it was saved; comments and views are none of it."""
    names = (
        *("title", "link", "{dc}creator", "{excerpt}encoded", "{wp}post_name", "{wp}status"),
        *("{wp}post_date", "{wp}post_date_gmt", "{wp}post_password"),
    )
    fields = metadata(item)
    said = {
        "fields": [text_of(item, name).strip() for name in names],
        "filed": sorted(
            [category.get("domain", ""), category.text or ""] for category in texts_of(item, "category")
        ),
        "seo": [seo_title(fields, "", ""), seo_description(fields, "", ""), fields.get("footnotes", "")],
        # Reusable blocks and pictures are items of their own, and what they say may change.
        "content": with_reusable(text_of(item, "{content}encoded"), blog.blocks, Telling()),
        "pictures": _PICTURE.findall(html),
        "hero": [hero.address, hero.alt, hero.caption] if hero else [],
    }
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()
