"""What the posts of an export refer to: read in a first pass, since it may stand behind them."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from blog.importing.document import plain_text
from blog.importing.readers.wordpress.encoding import Encoding
from blog.importing.readers.wordpress.parsing import item_of, metadata, text_of, texts_of
from blog.importing.readers.wordpress.splitting import Piece, pieces
from qnwellness.content.files import MAX_BYTES, Unreadable

ARTICLES = frozenset(("post", "page"))
# Statuses of what nobody wrote to be read, or threw away.
GONE = {"trash": "in the bin", "auto-draft": "never saved", "inherit": "earlier versions"}
_TYPE = re.compile(rb"<wp:post_type>\s*(?:<!\[CDATA\[)?\s*([\w-]{1,60})")
_STATUS = re.compile(rb"<wp:status>\s*(?:<!\[CDATA\[)?\s*([\w-]{1,40})")
_MOST_BLOCKS = 5_000_000
_NAMES = {
    "attachment": ("file", "files"),
    "nav_menu_item": ("menu entry", "menu entries"),
    "wp_block": ("reusable block", "reusable blocks"),
    "revision": ("earlier version", "earlier versions"),
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the blog: its address, and what the blog says of it."""

    id: str
    url: str
    alt: str = ""
    caption: str = ""
    title: str = ""
    # Its place among the files of its post.
    order: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Blog:
    """What an export says besides its posts. `others` counts what is no article, by type or fate."""

    host: str = ""
    name: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    by_url: dict[str, Attachment] = field(default_factory=dict)
    # The pages on which a theme shows nothing but a file.
    file_pages: set[str] = field(default_factory=set)
    children: dict[str, list[str]] = field(default_factory=dict)
    blocks: dict[str, str] = field(default_factory=dict)
    articles: int = 0
    others: Counter[str] = field(default_factory=Counter)

    def files_of(self, post: str) -> list[str]:
        """The keys of the files that were uploaded to a post, in the order its gallery has them."""
        return sorted(self.children.get(post, ()), key=lambda key: self.attachments[key].order)

    def about_others(self) -> str:
        """One line about what the export holds that is no article; empty if there is nothing."""
        counted = ", ".join(_counted(kind, count) for kind, count in sorted(self.others.items()))
        return f"The export also holds what is no article: {counted}." if counted else ""


def kind_of(piece: Piece) -> tuple[str, str]:
    """The type and the status of an item, without parsing it."""
    # Both stand behind the text, which may quote them.
    kinds, statuses = _TYPE.findall(piece.data), _STATUS.findall(piece.data)
    kind = kinds[-1].decode() if kinds else "post"
    return kind, statuses[-1].decode() if statuses else ""


def is_article(piece: Piece) -> bool:
    """Whether an item is an article to be read; one that is too large or broken off is, too, since it is told."""
    if not piece.data:
        return True
    kind, status = kind_of(piece)
    return kind in ARTICLES and status not in GONE


def index_of(stream: BinaryIO, encoding: Encoding) -> Blog:
    """What an export says besides its posts. Raises Unreadable where its beginning is that of no export."""
    blog = Blog()
    for piece in pieces(stream):
        if piece.number == 0:
            _read_head(piece, blog, encoding)
        elif is_article(piece):
            blog.articles += 1
        else:
            _read_other(piece, blog, encoding)
    return blog


def _read_head(piece: Piece, blog: Blog, encoding: Encoding) -> None:
    if not piece.data:
        raise Unreadable(f"The export begins with more than {MAX_BYTES // 1_000_000} MB that are no posts.")
    text, _notes = encoding.text(piece.data)
    start = text.find("<channel")
    doctype = text[:start] if start >= 0 else text
    if "<!DOCTYPE" in doctype or "<!ENTITY" in doctype:
        raise Unreadable("It declares entities or a document type, which no export of WordPress does.")
    if start < 0:
        raise Unreadable("The export has no channel.")
    body = text[text.find(">", start) + 1 :].partition("</channel>")[0]
    channel, _mended = item_of(f"<channel>{body}</channel>")
    blog.name = plain_text(text_of(channel, "title"))
    address = text_of(channel, "{wp}base_blog_url") or text_of(channel, "link")
    blog.host = _host(address)
    for author in texts_of(channel, "{wp}author"):
        login = text_of(author, "{wp}author_login").strip()
        names = (text_of(author, "{wp}author_first_name"), text_of(author, "{wp}author_last_name"))
        shown = text_of(author, "{wp}author_display_name").strip()
        blog.authors[login] = plain_text(shown or " ".join(names)) or login


def _host(address: str) -> str:
    """The host of a blog, with the folder it is in: several blogs of one host number their posts alike."""
    try:
        parts = urlsplit(address.strip())
        return f"{parts.hostname or ''}{parts.path.rstrip('/')}".casefold()
    except ValueError:
        return ""


def _read_other(piece: Piece, blog: Blog, encoding: Encoding) -> None:
    kind, status = kind_of(piece)
    if kind in ARTICLES:
        blog.others[f"{kind}s {GONE[status]}"] += 1
        return
    blog.others[kind] += 1
    if kind not in ("attachment", "wp_block"):
        return
    try:
        item, _notes = item_of(encoding.text(piece.data)[0])
    except Unreadable:
        return
    if kind == "attachment":
        _read_attachment(item, blog)
    elif sum(map(len, blog.blocks.values())) < _MOST_BLOCKS:
        blog.blocks[text_of(item, "{wp}post_id").strip()] = text_of(item, "{content}encoded")


def _read_attachment(item: Element, blog: Blog) -> None:
    found = Attachment(
        id=text_of(item, "{wp}post_id").strip(),
        url=(text_of(item, "{wp}attachment_url") or text_of(item, "guid")).strip(),
        alt=plain_text(metadata(item).get("_wp_attachment_image_alt", "")),
        caption=text_of(item, "{excerpt}encoded").strip(),
        title=plain_text(text_of(item, "title")),
        order=(_number(text_of(item, "{wp}menu_order")), _number(text_of(item, "{wp}post_id"))),
    )
    if found.id and found.url:
        blog.attachments[found.id] = found
        blog.by_url[without_scheme(found.url)] = found
        blog.file_pages.add(without_scheme(text_of(item, "link").strip()).rstrip("/"))
        parent = text_of(item, "{wp}post_parent").strip()
        if parent not in ("", "0"):
            blog.children.setdefault(parent, []).append(found.id)


def _number(text: str) -> int:
    bare = text.strip()[:18]
    return int(bare) if bare.removeprefix("-").isdecimal() and bare.isascii() else 0


def without_scheme(address: str) -> str:
    """An address as it is the same with and without encryption."""
    return address.partition("//")[2] or address


def _counted(kind: str, count: int) -> str:
    one, many = _NAMES.get(kind, (f"of the type “{kind}”",) * 2) if " " not in kind else (kind, kind)
    return f"{count:,} {one if count == 1 else many}"


Attachments = Mapping[str, Attachment]
