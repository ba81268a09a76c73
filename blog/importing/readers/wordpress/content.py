"""The content of a post, as it is stored -> the HTML readers of the blog saw."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from blog.importing.readers.entities import mend_html
from blog.importing.readers.wordpress.autop import with_paragraphs
from blog.importing.readers.wordpress.blocks import has_blocks, with_reusable, without_comments
from blog.importing.readers.wordpress.embeds import embed, with_embeds
from blog.importing.readers.wordpress.index import Attachment, Blog
from blog.importing.readers.wordpress.pictures import figure, is_picture, with_originals
from blog.importing.readers.wordpress.shortcodes import Attributes, Handler, replaced
from blog.importing.readers.wordpress.telling import Telling
from qnwellness.content.video import parse_video

_PAGES = re.compile(r"<!--\s*(?:more[^>]{0,200}?|nextpage|noteaser)\s*-->")
_HTTP = re.compile(r"https?://")
_PICTURE = re.compile(r"(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """What its content may refer to: the key of a post, the blog around it, and its footnotes as HTML fields."""

    id: str
    blog: Blog
    footnotes: str = ""


def html_of(content: str, post: Post, telling: Telling) -> str:
    """The HTML of a post's content; what is no part of the text is told."""
    content, mended = mend_html(content.replace("\r\n", "\n").replace("\r", "\n"))
    for note in mended:
        telling.note(note)
    content = with_reusable(content, post.blog.blocks, telling)
    content = replaced(_PAGES.sub("\n\n", content), _handlers(post, telling), telling)
    content = with_embeds(content)
    if has_blocks(content):
        content = without_comments(content, footnotes_html(post.footnotes), telling)
    else:
        content = with_paragraphs(content)
    # Buttons stand side by side with nothing between them.
    return with_originals(content.replace("</a><a ", "</a> <a "), post.blog)


def footnotes_html(stored: str) -> str:
    """The list of footnotes the block editor keeps beside a post, as JSON."""
    try:
        notes = json.loads(stored) if stored.strip() else []
    except (ValueError, RecursionError):
        return ""
    items = [
        f'<li id="{escape(str(note.get("id", "")))}">{note["content"]}</li>'
        for note in (notes if isinstance(notes, list) else ())
        if isinstance(note, dict) and isinstance(note.get("content"), str)
    ]
    return f'<ol class="wp-block-footnotes">{"".join(items)}</ol>' if items else ""


def _handlers(post: Post, telling: Telling) -> Mapping[str, Handler]:
    shown = _Shown(post, telling)
    return {
        **dict.fromkeys(("caption", "wp_caption"), shown.caption),
        "gallery": shown.gallery,
        "playlist": shown.playlist,
        "embed": shown.embed,
        **dict.fromkeys(("youtube", "vimeo"), shown.film),
        "video": shown.video,
        "audio": shown.audio,
        **dict.fromkeys(("code", "sourcecode", "highlight"), shown.code),
    }


class _Shown:
    """What the shortcodes of WordPress itself show. https://codex.wordpress.org/Shortcode#Built-In_Shortcodes"""

    def __init__(self, post: Post, telling: Telling) -> None:
        self._post = post
        self._telling = telling

    def caption(self, attributes: Attributes, inside: str | None) -> str:
        """A picture with the words below it."""
        inside = inside or ""
        picture = _PICTURE.search(inside)
        if picture is None:
            return f"\n{inside}\n{attributes.get('caption', '')}\n"
        before, after = inside[: picture.start()].strip(), inside[picture.end() :].strip()
        words = " ".join(filter(None, (before, after))) or attributes.get("caption", "")
        caption = f"<figcaption>{words}</figcaption>" if words else ""
        return f"\n\n<figure>{picture[0]}{caption}</figure>\n\n"

    def gallery(self, attributes: Attributes, inside: str | None) -> str:
        """Pictures by their numbers, or all that were uploaded to the post."""
        found = self._attachments(attributes)
        pictures = [one for one in found if is_picture(one)]
        for one in found:
            if not is_picture(one):
                self._telling.aside("a file in a gallery that is no picture", f"{one.title} {one.url}")
        if not found:
            numbers = attributes.get("ids") or attributes.get("include") or ""
            self._telling.aside("a gallery whose pictures are not in the export", f"gallery {numbers}")
        return "\n\n" + "\n".join(map(figure, pictures)) + "\n\n" + (inside or "")

    def playlist(self, attributes: Attributes, inside: str | None) -> str:
        found = self._attachments(attributes)
        words = " ".join(f"{one.title} {one.url}" for one in found) or attributes.get("ids", "playlist")
        self._telling.aside("a list of sounds or films that are files", words)
        return "\n\n"

    def embed(self, attributes: Attributes, inside: str | None) -> str:
        address = (
            (inside or "").strip()
            or attributes.get("src")
            or attributes.get("url")
            or attributes.get("0", "")
        )
        return f"\n\n{embed(address)}\n\n" if _HTTP.match(address) else inside or ""

    def film(self, attributes: Attributes, inside: str | None) -> str:
        """`[youtube https://…]`, `[vimeo 12345]` of the plugin Jetpack and others."""
        given = (
            (inside or "").strip() or attributes.get("id") or attributes.get("url") or attributes.get("0", "")
        )
        address = given.lstrip("=")
        if not _HTTP.match(address):
            known = (f"https://www.youtube.com/watch?v={address}", f"https://vimeo.com/{address}")
            address = next(filter(parse_video, known), "")
        if not address:
            self._telling.aside("a film without a known address", given)
            return "\n\n"
        return f"\n\n{embed(address)}\n\n"

    def video(self, attributes: Attributes, inside: str | None) -> str:
        return self._player("video", ("src", "mp4", "webm", "m4v", "ogv", "wmv", "flv"), attributes, inside)

    def audio(self, attributes: Attributes, inside: str | None) -> str:
        return self._player("audio", ("src", "mp3", "m4a", "ogg", "wav", "wma"), attributes, inside)

    def code(self, attributes: Attributes, inside: str | None) -> str:
        return f"\n\n<pre>{escape(inside or '', quote=False)}</pre>\n\n"

    def _player(self, name: str, keys: tuple[str, ...], attributes: Attributes, inside: str | None) -> str:
        address = next(filter(None, map(attributes.get, (*keys, "0"))), "")
        if parse_video(address):
            return f"\n\n{embed(address)}\n\n"
        inner = f"\n\n{inside}" if inside and inside.strip() else ""
        if not address and not inner:
            self._telling.aside(f"a shortcode without an address (“{name}”)", name)
        player = f'<{name} src="{escape(address)}"></{name}>' if address else ""
        return f"\n\n{player}{inner}\n\n"

    def _attachments(self, attributes: Attributes) -> list[Attachment]:
        blog = self._post.blog
        numbers = attributes.get("ids") or attributes.get("include") or ""
        wanted = [number.strip() for number in numbers.split(",") if number.strip()]
        if not numbers:
            left_out = {number.strip() for number in attributes.get("exclude", "").split(",")}
            parent = attributes.get("id", self._post.id)
            wanted = [number for number in blog.files_of(parent) if number not in left_out]
        lost = [number for number in wanted if number not in blog.attachments]
        if lost and len(lost) < len(wanted):
            self._telling.note(f"Pictures of a gallery are not in the export: {', '.join(lost[:20])}.")
        return [blog.attachments[number] for number in wanted if number in blog.attachments]
