"""A shop's description as the rich text a product stores."""

import re
from collections.abc import Iterator
from functools import cache

from bs4 import BeautifulSoup, Tag
from bs4.exceptions import ParserRejectedMarkup
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from products.catalogue.document import Unusable
from products.models import ProductPage
from qnwellness.content.html import clean
from qnwellness.content.rich_text import to_stored

FEATURES: list[str] = ProductPage._meta.get_field("description").features

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PARAGRAPHS = (
    *(
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "blockquote",
        "pre",
        "center",
        "address",
    ),
    *("tr", "caption", "figure", "figcaption", "dt", "dd", "details", "summary"),
)
_LEFT_OUT = (
    "img",
    "iframe",
    "video",
    "audio",
    "object",
    "embed",
    "script",
    "style",
    "form",
    "svg",
    "template",
)
_NOTICED = frozenset(_LEFT_OUT) - {"template"}
# What changes its words' look only, or what the site's own markup says in another way.
_QUIET = frozenset({"tbody", "thead", "tfoot", "td", "th", "figure", "figcaption", "caption", "blockquote"})
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_BLOCK_KEY = re.compile(r'(<[a-z][a-z0-9]*) data-block-key="[^"]*"')
_EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br/>)*</p>")


def to_description(html: str) -> tuple[str, list[str]]:
    """Return the rich text for a description in foreign HTML or plain text, and lines about what it cannot hold.

    Raises Unusable for markup nobody can make sense of.
    """
    try:
        soup = BeautifulSoup(f"<div>{_paragraphs(html)}</div>", "html.parser")
        notices = list(_simplify(soup))
        stored, removals = to_stored(clean(str(soup)), FEATURES)
        notices += [
            f"no place for <{tag}>; its words are kept" for tag in _lost({item.tag for item in removals})
        ]
        return canonical(stored), notices
    except (RecursionError, ParserRejectedMarkup):
        raise Unusable("the markup is broken or nested too deeply; simplify it") from None


def canonical(stored: str) -> str:
    """Return stored rich text as the editor would save it, without its random keys, so that texts can be compared."""
    editor = _editor()
    saved = editor.to_database_format(editor.from_database_format(stored))
    return _EMPTY_PARAGRAPH.sub("", _BLOCK_KEY.sub(r"\1", saved))


@cache
def _editor() -> ContentstateConverter:
    return ContentstateConverter(FEATURES)


def _paragraphs(text: str) -> str:
    """Return HTML; in a text without any markup, line breaks are what there is to go by."""
    if re.search(r"<[a-zA-Z/!]", text):
        return text
    paragraphs = re.split(r"\n\s*\n", text.strip().replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(f"<p>{'<br>'.join(paragraph.splitlines())}</p>" for paragraph in paragraphs)


def _simplify(soup: BeautifulSoup) -> Iterator[str]:
    """Say the same with the few elements a description has, and yield lines about what is lost."""
    for tag in soup.find_all(_LEFT_OUT):
        if tag.name in _NOTICED and not tag.decomposed:
            yield _what_is_lost(tag)
        tag.decompose()
    if soup.find("table"):
        yield "a table became lines of text"
    for tag in soup.find_all(("sup", "sub")):
        _raise_or_lower(tag)
    for tag in soup.find_all(("td", "th")):
        tag.append(" ")
        tag.unwrap()
    for tag in soup.find_all(_HEADINGS):
        tag.wrap(soup.new_tag("p"))
        tag.name = "b"
    for tag in soup.find_all(_PARAGRAPHS):
        tag.name = "p"
    for item in soup.find_all("li"):
        _on_one_level(soup, item)


def _on_one_level(soup: BeautifulSoup, item: Tag) -> None:
    """Turn paragraphs inside a list item, which the editor has not, into lines of it."""
    for paragraph in item.find_all("p"):
        if paragraph.find_previous_sibling(lambda tag: tag.name not in ("ul", "ol")):
            paragraph.insert_before(soup.new_tag("br"))
        paragraph.unwrap()


def _raise_or_lower(tag: Tag) -> None:
    """Keep raised and lowered figures, which change what a number says: 10<sup>9</sup> is not 109."""
    figures = _RAISED if tag.name == "sup" else _LOWERED
    text = tag.get_text().strip()
    if text and all(ord(character) in figures for character in text):
        tag.replace_with(text.translate(figures))


def _what_is_lost(tag: Tag) -> str:
    if tag.name == "img":
        return f"a picture is left out: {str(tag.get('src') or tag.get('alt') or '')[:120]}"
    return f"<{tag.name}> is left out"


def _lost(tags: set[str]) -> list[str]:
    return sorted(tags - _QUIET - {"table", "tr"})
