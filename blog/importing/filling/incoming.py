"""What was pasted -> elements: HTML as HTML, Markdown by way of HTML, anything else as plain text."""

import re

from markdown_it import MarkdownIt

from blog.importing.document import Element, Paragraph
from blog.importing.filling.html import elements_of
from blog.importing.readers import text as plain
from qnwellness.content.files import Unreadable

# An infographic has a few kilobytes; a page saved whole, with its styles, has tens.
MOST_BYTES = 200_000
# Markdown is read in time that grows faster than its length.
_MOST_MARKDOWN = 50_000

_HTML = re.compile(
    r"<(?:!doctype|html|body|head|main|header|section|article|div|p|h[1-6]|ul|ol|li|dl|table|svg|style|span|strong|b|br)"
    r"(?=[\s>/])|</[a-z][a-z0-9]*\s*>",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"^\s{0,3}#{1,6}\s|\*\*\S|^\s{0,3}\|.*\|\s*$|^\s{0,3}>\s", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n]*$\n?", re.MULTILINE)


def read(source: str) -> tuple[Element, ...]:
    """Return the elements of a pasted text. Raises Unreadable if it is empty, too long or nested too deeply."""
    size = len(source.encode("utf-8", "ignore"))
    if size > MOST_BYTES:
        raise Unreadable(f"This is more than {MOST_BYTES // 1000} KB. Paste only the infographic.")
    source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not source.strip():
        raise Unreadable("There is nothing to read yet. Paste a text or HTML first.")
    if _HTML.search(source):
        return _fenced(source)
    if _MARKDOWN.search(source) and size <= _MOST_MARKDOWN:
        return elements_of(MarkdownIt("commonmark", {"html": False}).enable("table").render(_loose(source)))
    return plain.elements_of(source)


def _fenced(source: str) -> tuple[Element, ...]:
    """HTML; what a chatbot says before and after the HTML it fences off are paragraphs of their own."""
    parts = _FENCE.split(source)
    if len(parts) < 3:
        return elements_of(_FENCE.sub("", source))
    elements: list[Element] = []
    for part in parts:
        if _HTML.search(part):
            elements += elements_of(part)
        elif part.strip():
            elements += [Paragraph(html) for html in _paragraphs(part)]
    return tuple(elements)


def _paragraphs(part: str) -> list[str]:
    return [
        element.html
        for element in elements_of("<p>" + part.replace("\n", "</p><p>") + "</p>")
        if isinstance(element, Paragraph)
    ]


def _loose(source: str) -> str:
    """Markdown in which every line stands for itself, as people who write it in a chat mean it."""
    return _FENCE.sub("", source).replace("\n", "  \n")
