"""Stored rich text: how clean HTML gets in, and how resolved references come out.

Wagtail's link handlers may only replace the opening tag of a link. A handler that wants more says so in the
tag: `PLAIN_LINK` drops the link and keeps its words, `naming_link()` replaces its words. `settle_links`, which
the site's rich text template applies to all rendered rich text, carries that out.
"""

import re
from collections.abc import Mapping

from django.utils.html import escape, format_html_join
from wagtail.admin.rich_text.converters.db_html import DbHTMLConverter, RichTextRemoval

PLAIN_LINK = '<a data-settle="plain">'
_SETTLE = re.compile(r'<a data-settle="(plain|name)"(?: data-name="([^"]*)")?([^>]*)>(.*?)</a>', re.DOTALL)


def naming_link(name: str, attributes: Mapping[str, str]) -> str:
    """Return the opening tag of a link that shows `name` whatever words were stored with it."""
    return f'<a data-settle="name" data-name="{escape(name)}"{_attributes(attributes)}>'


def link(attributes: Mapping[str, str]) -> str:
    """Return the opening tag of a link that keeps its words."""
    return f"<a{_attributes(attributes)}>"


def settle_links(html: str) -> str:
    """Carry out what link handlers asked for in expanded rich text."""
    return _SETTLE.sub(_settle, html)


def to_stored(html: str, features: list[str]) -> tuple[str, list[RichTextRemoval]]:
    """Turn clean HTML into the form the editor stores.

    Returns the rich text and what it cannot hold (elements of features that are not offered). The HTML must
    have passed the sanitiser: this step unwraps unknown elements and keeps their text.
    """
    return DbHTMLConverter(features).clean(html)


def _settle(match: re.Match[str]) -> str:
    wish, name, attributes, words = match.groups()
    return words if wish == "plain" else f"<a{attributes}>{name}</a>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return format_html_join("", ' {}="{}"', attributes.items())
