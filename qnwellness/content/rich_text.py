"""How clean HTML becomes stored rich text."""

import re

from bs4 import BeautifulSoup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.admin.rich_text.converters.db_html import DbHTMLConverter, RichTextRemoval

from .references import unresolved

_BLOCK_KEY = re.compile(r'(<\w+) data-block-key="[^"]*"')


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
