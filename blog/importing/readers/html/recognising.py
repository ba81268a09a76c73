"""Which files are HTML: pages, and texts that are made of elements rather than mention some."""

import re

_BEFORE = re.compile(
    r"(?:\s|\ufeff|<\?xml[^>]{0,300}\?>|<!--(?:(?!-->).){0,2000}-->)*", re.IGNORECASE | re.DOTALL
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"<(?:meta|link|title|style|div|p|h[1-6]|ul|ol|dl|table|section|article|main|header|aside|nav|figure|blockquote|img"
    r"|details|pre|span|strong|b|em|i|a|br|hr|center|font|iframe|picture|video)(?=[\s/>])",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"</(?:p|div|h[1-6]|ul|ol|li|dl|table|tr|section|article|main|figure|blockquote|details|body)\s*>",
    re.IGNORECASE,
)
_LINE_WITH_WORDS = re.compile(r"(?m)^.*\S")
_MARKDOWN_HEADING = re.compile(r"(?m)^ {0,3}#{1,6} +\S")
# Of a text that only quotes some elements, most lines have none.
_LEAST_ENDS, _MOST_LINES_AN_END, _MOST_HEADINGS = 3, 2, 0.2
_ARCHIVES = (
    b"bplist00",
    b"MIME-Version:",
    b"From: <Saved by",
    b'From: "Saved by',
    b"Snapshot-Content-Location:",
)


def recognises(head: bytes) -> bool:
    """Whether a file begins like a page or a piece of HTML, or is an archive that a browser made of a page."""
    if is_web_archive(head):
        return True
    text = head.replace(b"\0", b"").decode("utf-8", "ignore")
    found = _BEFORE.match(text)
    begin = found.end() if found else 0
    if _PAGE.match(text, begin):
        return True
    ends = len(_ENDS.findall(text))
    if len(_MARKDOWN_HEADING.findall(text)) > ends * _MOST_HEADINGS:
        return False
    if _BEGINS.match(text, begin):
        return ends > 0
    return ends >= max(_LEAST_ENDS, len(_LINE_WITH_WORDS.findall(text)) / _MOST_LINES_AN_END)


def is_page(text: str) -> bool:
    """Whether HTML is a whole page with a head."""
    return re.search(r"<(?:html|head|body|title)\b", text[:100_000], re.IGNORECASE) is not None


def is_web_archive(head: bytes) -> bool:
    """Whether a file is what browsers call a web archive: a page and all its parts in one file."""
    if head.startswith(_ARCHIVES[:1]):
        return b"WebMainResource" in head or b"WebResource" in head
    return head.lstrip().startswith(_ARCHIVES[1:]) and b"multipart/related" in head[:4_000].lower()
