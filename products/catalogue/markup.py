"""Foreign markup said with the few elements a description has. Pure."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from products.catalogue.document import Unusable
from qnwellness.content.html import clean

# Beyond these, repairing broken markup takes time that grows faster than the text.
MAX_LENGTH = 300_000
MAX_TAGS = 10_000
MAX_DEPTH = 100

# Boxes whose ends are ends of paragraphs. The sanitiser drops them, and the words of two boxes would run together.
_BOXES = (
    *(
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "center",
        "address",
        "pre",
        "blockquote",
    ),
    *("caption", "figure", "figcaption", "dl", "dt", "dd", "details", "summary", "h1"),
)
_BOX = re.compile(
    rf"""<(/?)(?:{"|".join(_BOXES)})(?=[\s/>])(?:[^<>"']|"[^"]{{0,2000}}"|'[^']{{0,2000}}')*>""",
    re.IGNORECASE,
)
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_INLINE = ("b", "strong", "i", "em", "a", "sup", "sub")
_BLOCKS = ("p", "ul", "ol", "li", "table")
_EMBEDDED = re.compile(r"<(iframe|video|audio|object|embed|form|svg|script|style)\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


def simplify(html: str) -> tuple[str, list[str]]:
    """Return clean HTML for a description in foreign HTML or plain text, and lines about what it loses.

    Raises Unusable for a text that is too long or too tangled.
    """
    if len(html) > MAX_LENGTH:
        raise Unusable(f"longer than {MAX_LENGTH:,} characters; take out embedded pictures")
    if html.count("<") > MAX_TAGS:
        raise Unusable(f"more than {MAX_TAGS:,} tags; simplify the markup")
    embedded = dict.fromkeys(match[1].lower() for match in _EMBEDDED.finditer(html))
    cleaned = clean(_BOX.sub(r"<\1p>", _paragraphs(html)))
    if _depth(cleaned) > MAX_DEPTH:
        raise Unusable("the markup is nested too deeply; simplify it")
    soup = BeautifulSoup(f"<p></p>{cleaned}", "html.parser")
    notices = [*(f"<{name}> is left out" for name in embedded), *_leave_out(soup)]
    _reduce_blocks(soup)
    _reduce_inline(soup)
    return _in_paragraphs(clean(str(soup))), list(dict.fromkeys(notices))


def _paragraphs(text: str) -> str:
    """Return HTML; in a text without any markup, line breaks are what there is to go by."""
    if re.search(r"<[a-zA-Z/!]", text):
        return text
    paragraphs = re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(f"<p>{'<br>'.join(paragraph.splitlines())}</p>" for paragraph in paragraphs)


def _depth(cleaned: str) -> int:
    """Return how deeply elements are nested in well-formed HTML."""
    depth = deepest = 0
    for match in _TAG.finditer(cleaned):
        if match[2] not in ("br", "img"):
            depth += -1 if match[1] else 1
            deepest = max(deepest, depth)
    return deepest


def _leave_out(soup: BeautifulSoup) -> Iterator[str]:
    """Take out what has no place in a description, and yield a line about each."""
    for tag in soup.find_all("img"):
        yield f"a picture is left out: {str(tag.get('src') or tag.get('alt') or '')[:120]}"
        tag.decompose()
    if soup.find("table"):
        yield "a table became lines of text"


def _reduce_blocks(soup: BeautifulSoup) -> None:
    """Say in paragraphs and lists what headings, tables and oddly built lists say."""
    for cell in soup.find_all(("td", "th")):
        cell.append(" ")
        cell.unwrap()
    for heading in soup.find_all(_HEADINGS):
        heading.wrap(soup.new_tag("p"))
        heading.name = "b"
    for row in soup.find_all("tr"):
        row.name = "p"
    for items in soup.find_all(("ul", "ol")):
        _only_items(soup, items)
    for item in soup.find_all("li"):
        _on_one_level(soup, item)


def _reduce_inline(soup: BeautifulSoup) -> None:
    """Keep inline elements inside paragraphs and items, each once."""
    for tag in soup.find_all(("sup", "sub")):
        _raise_or_lower(tag)
    for tag in soup.find_all(_INLINE):
        if tag.find_parent(tag.name):
            tag.unwrap()
    for tag in soup.find_all(_INLINE):
        if tag.find(_BLOCKS):
            _push_into_blocks(soup, tag)


def _in_paragraphs(cleaned: str) -> str:
    """Put what stands between paragraphs and lists into paragraphs; the editor would join such pieces into one."""
    soup = BeautifulSoup(cleaned, "html.parser")
    paragraph: Tag | None = None
    for node in list(soup.children):
        if getattr(node, "name", None) in _BLOCKS:
            paragraph = None
        elif paragraph is not None:
            paragraph.append(node)
        elif str(node).strip():
            paragraph = node.wrap(soup.new_tag("p"))
    return str(soup)


def _push_into_blocks(soup: BeautifulSoup, tag: Tag) -> None:
    """Put an inline element round each piece of text instead of round whole paragraphs and lists."""
    for text in tag.find_all(string=True):
        if text.strip():
            text.wrap(soup.new_tag(tag.name, attrs={name: str(value) for name, value in tag.attrs.items()}))
    tag.unwrap()


def _raise_or_lower(tag: Tag) -> None:
    """Keep raised and lowered figures, which change what a number says: 10<sup>9</sup> is not 109."""
    figures = _RAISED if tag.name == "sup" else _LOWERED
    text = tag.get_text().strip()
    if text and all(ord(character) in figures for character in text):
        tag.replace_with(text.translate(figures))


def _only_items(soup: BeautifulSoup, items: Tag) -> None:
    """Make items of what stands between the items of a list."""
    for node in list(items.children):
        if str(node).strip() and getattr(node, "name", None) != "li":
            node.wrap(soup.new_tag("li"))


def _on_one_level(soup: BeautifulSoup, item: Tag) -> None:
    """Turn the paragraphs of a list item, which the editor has not, into lines of it."""
    for paragraph in item.find_all("p"):
        before = next((node for node in paragraph.previous_siblings if str(node).strip()), None)
        if before is not None and getattr(before, "name", None) not in ("ul", "ol", "br"):
            paragraph.insert_before(soup.new_tag("br"))
        paragraph.unwrap()
