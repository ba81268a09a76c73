"""The title of a document, where a style says which line it is."""

from xml.etree.ElementTree import Element

from blog.importing.readers.docx.names import BLIP, value, w, words_in
from blog.importing.readers.docx.styles import Styles
from blog.importing.readers.docx.told import Told

# How far down a title may stand: below a picture or a line of the publisher.
_LATEST = 6


def take_title(root: Element, styles: Styles, told: Told) -> None:
    """Take the first paragraphs in the style of a title, and the subtitle right below, out of the text."""
    body = root.find(w("body"))
    if body is None:
        return
    lines = [
        part
        for part in body
        if part.tag != w("p") or words_in(part) or next(part.iter(BLIP), None) is not None
    ]
    titles = [part for part in lines[:_LATEST] if _is(part, "title", styles)]
    if not titles:
        return
    at = lines.index(titles[0])
    while at < len(lines) and _is(lines[at], "title", styles):
        told.title = f"{told.title} {words_in(lines[at])}".strip()
        body.remove(lines[at])
        at += 1
    if at < len(lines) and _is(lines[at], "subtitle", styles):
        told.subtitle = words_in(lines[at])
        body.remove(lines[at])


def _is(part: Element, name: str, styles: Styles) -> bool:
    """Whether a paragraph has a style and nothing in it but words."""
    holds_more = any(
        inner.tag in (BLIP, w("footnoteReference"), w("endnoteReference")) for inner in part.iter()
    )
    return part.tag == w("p") and styles.name(value(part, "pPr", "pStyle")) == name and not holds_more
