"""Stored rich text: how clean HTML gets in, and how resolved references come out.

Wagtail's link handlers may only replace the opening tag of a link. A handler that wants more says so in the
tag: `PLAIN_LINK` drops the link and keeps its words, `naming_link()` replaces its words. `settle_links`, which
the site's rich text template applies to all rendered rich text, carries that out.
"""

import re
from collections.abc import Mapping

from bs4 import BeautifulSoup
from django.utils.html import escape, format_html_join
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.db_html import DbHTMLConverter, RichTextRemoval

from .references import unresolved

PLAIN_LINK = '<a data-settle="plain">'
_TAGS = re.compile(r'<a data-settle="(plain|name)"(?: data-name="([^"]*)")?([^>]*)>|</a>')
# The converter writes attributes in alphabetical order; the editor begins with the type.
_REFERENCE = re.compile(r'<a id="(\d+)" linktype="([a-z]+)"')
# It escapes quotation marks everywhere; only inside tags do they need it.
_QUOTES = re.compile(r"<[^<>]*>|&quot;|&#x27;")
_BLOCK_KEY = re.compile(r'(<\w+) data-block-key="[^"]*"')
_HELD = re.compile(r"<([a-z]+)>(.*)</\1>", re.DOTALL)


def naming_link(name: str, attributes: Mapping[str, str]) -> str:
    """Return the opening tag of a link that shows `name` whatever words were stored with it."""
    return f'<a data-settle="name" data-name="{escape(name)}"{_attributes(attributes)}>'


def link(attributes: Mapping[str, str]) -> str:
    """Return the opening tag of a link that keeps its words."""
    return f"<a{_attributes(attributes)}>"


def settle_links(html: str) -> str:
    """Carry out what link handlers asked for in expanded rich text. Takes one pass over the text."""
    parts: list[str] = []
    opening: re.Match[str] | None = None
    end = 0
    for tag in _TAGS.finditer(html):
        text = html[end : tag.start()]
        end = tag.end()
        if opening is None:
            parts.append(text)
            if tag[1]:
                opening = tag
            else:
                parts.append(tag[0])
        else:
            parts.append(_settled(opening, text))
            opening = tag if tag[1] else None
    parts.append(html[end:])
    return "".join(parts)


def to_stored(html: str, features: list[str]) -> tuple[str, list[RichTextRemoval]]:
    """Turn clean HTML into the form the editor stores, so that opening and saving it changes nothing.

    Returns the rich text and what it cannot hold (elements of features that are not offered). The HTML must
    have passed the sanitiser: this step unwraps unknown elements and keeps their text.
    """
    cleaned, removals = DbHTMLConverter(features).clean(_with_plain_items(html))
    return _as_edited(cleaned, features) if cleaned.strip() else "", removals


def _with_plain_items(html: str) -> str:
    """Return HTML whose list items are in lists and hold no paragraphs; the editor knows no others."""
    if "<li" not in html:
        return html
    tree = BeautifulSoup(html, "html.parser")
    for item in tree.find_all("li"):
        if item.find_parent(["ul", "ol"]) is None:
            item.name = "p"
            continue
        for paragraph in item.find_all("p"):
            if paragraph.find_next_sibling() or paragraph.next_sibling:
                paragraph.insert_after(" ")
            paragraph.unwrap()
    return str(tree)


def _as_edited(stored: str, features: list[str]) -> str:
    """Return stored rich text as the editor would write it, without the keys it gives paragraphs."""
    converter = ContentstateConverter(features)
    with unresolved():
        # Spaces at the edges of nested elements find their place the second time only.
        for _time in range(2):
            edited = converter.to_database_format(converter.from_database_format(stored))
            stored = _BLOCK_KEY.sub(r"\1", edited)
    return stored


def _settled(opening: re.Match[str], words: str) -> str:
    """Return a link that was asked to be plain or to show a name; elements around all its words stay."""
    wish, name, attributes = opening.groups()
    if wish == "plain":
        return words
    before, after = _wrapping(words)
    return f"<a{attributes}>{before}{name}{after}</a>"


def _wrapping(words: str) -> tuple[str, str]:
    """Return the opening and the closing tags that hold all of `words`, as in `<b><i>words</i></b>`."""
    before, after = "", ""
    while held := _HELD.fullmatch(words):
        before, after = f"{before}<{held[1]}>", f"</{held[1]}>{after}"
        words = held[2]
    return before, after


def _attributes(attributes: Mapping[str, str]) -> str:
    return format_html_join("", ' {}="{}"', attributes.items())
