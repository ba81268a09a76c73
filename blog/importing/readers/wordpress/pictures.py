"""Pictures and other files of a blog: from the sizes a theme shows back to the files somebody uploaded."""

import re
from collections.abc import Iterable
from html import escape, unescape

from blog.importing.readers.wordpress.index import Attachment, Blog, without_scheme

_ATTRIBUTE = re.compile(r"([\w:.-]{1,60})(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_IMG = re.compile(r"<img\b[^<>]{0,20000}>", re.IGNORECASE)
_LINKED = re.compile(r"<a\b([^<>]{0,4000})>(\s{0,100}<img\b[^<>]{0,20000}>\s{0,100})</a>", re.IGNORECASE)
_HREF = re.compile(r"\bhref\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)
_ID = re.compile(r"(?:^|\s)wp-image-(\d{1,12})(?:\s|$)")
_SIZE = re.compile(r"(?:-\d{1,5}x\d{1,5}|-scaled|-e\d{10,13}|-rotated)+(?=\.\w{2,5}$)")
_PHOTON = re.compile(r"https?://i\d\.wp\.com/")
_HOSTED = re.compile(r"https?://[\w.-]+\.(?:files\.wordpress|wordpress|wp)\.com/")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$", re.IGNORECASE)
# They name smaller copies, or wait for a script.
_DROPPED = frozenset(
    ("srcset", "sizes", "data-src", "data-srcset", "data-orig-file", "data-large-file", "loading")
)


def with_originals(html: str, blog: Blog) -> str:
    """HTML whose pictures are the files that were uploaded, with the alternative texts the blog keeps for them.

    Links of pictures to a page that shows nothing but the picture are gone.
    """
    html = _IMG.sub(lambda tag: _original(tag[0], blog), html)
    return _LINKED.sub(lambda found: found[2] if _is_file_page(found[1], blog) else found[0], html)


def figure(found: Attachment) -> str:
    """An attachment as a figure."""
    picture = f'<img class="wp-image-{escape(found.id)}" src="{escape(found.url)}" alt="{escape(found.alt)}">'
    caption = f"<figcaption>{found.caption}</figcaption>" if found.caption else ""
    return f"<figure>{picture}{caption}</figure>"


def is_picture(found: Attachment) -> bool:
    """Whether an attachment is a picture, by its name."""
    return _PICTURE.search(found.url.partition("?")[0]) is not None


def original(address: str, blog: Blog, id: str = "") -> tuple[str, Attachment | None]:
    """The address of the uploaded file a picture's address leads to, and what the blog says of it."""
    address = address.strip()
    if _PHOTON.match(address):
        address = "https://" + _PHOTON.sub("", address).partition("?")[0]
    elif _HOSTED.match(address):
        address = address.partition("?")[0]
    known = blog.attachments.get(id)
    if known and _stem(known.url) == _stem(address):
        return known.url, known
    bare = without_scheme(address.partition("?")[0])
    for candidate in (bare, _SIZE.sub("", bare), _SIZE.sub("-scaled", bare)):
        if candidate in blog.by_url:
            found = blog.by_url[candidate]
            return found.url, found
    return address, known


def _is_file_page(attributes: str, blog: Blog) -> bool:
    href = _HREF.search(attributes)
    return href is not None and without_scheme(unescape(href[1]).strip()).rstrip("/") in blog.file_pages


def _original(tag: str, blog: Blog) -> str:
    attributes = _attributes(tag)
    found = _ID.search(attributes.get("class", ""))
    waiting = attributes.get("data-orig-file") or attributes.get("data-src") or ""
    source = attributes.get("src", "")
    if waiting and (not source or source.startswith("data:")):
        source = waiting
    if not source:
        return tag
    address, known = original(source, blog, found[1] if found else "")
    attributes["src"] = address
    if known and known.alt and not attributes.get("alt", "").strip():
        attributes["alt"] = known.alt
    kept = ((name, value) for name, value in attributes.items() if name not in _DROPPED)
    return _tag("img", kept)


def _attributes(tag: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag.strip("<>/ \n\t")[3:]):
        bare = value[1:-1] if value[:1] in "\"'" and len(value) > 1 else value
        found.setdefault(name.casefold(), unescape(bare))
    return found


def _tag(name: str, attributes: Iterable[tuple[str, str]]) -> str:
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes)
    return f"<{name}{written}>"


def _stem(address: str) -> str:
    """The name of a file without its size."""
    return _SIZE.sub("", address.partition("?")[0].rpartition("/")[2]).casefold()
