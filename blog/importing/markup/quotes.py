"""Quotations, with who said it where that can be told."""

import re
from collections.abc import Sequence

from blog.importing.document import Element, HeadingElement, Paragraph, QuoteElement
from blog.importing.markup.inline import inline_text
from blog.importing.markup.lines import runs_of
from blog.importing.markup.looks import PLAIN, Style, styled
from blog.importing.markup.reading import Reading
from blog.importing.markup.tree import LIST, MORE_THAN_WORDS, Node

_DASH = re.compile(r"^\s*(?:[—–―~]|--?\s)\s*(?=\S)")
# Somebody's name behind the closing mark of the words that are theirs.
_BEHIND = re.compile(r"(?<=[”\"»’.!?])\s+[—–―]\s*(?P<name>[^—–―]{2,120})$")
_LINK = re.compile(r'<a href="([^"]*)"')
_LONGEST_NAME = 200
# More than anybody quotes: text that was indented.
_MOST_PARAGRAPHS, _MOST_SIGNS = 6, 2_500


def read_quote(reading: Reading, node: Node, style: Style) -> bool:
    """A quotation; one that is long, or holds more than words, is a box of ordinary text."""
    if node.holds & (MORE_THAN_WORDS | LIST):
        return False
    said, names = _named(node)
    box = Node("blockquote", {})
    box.children = list(said)
    elements = reading.inside(box, styled(node, style))
    text = [_text(element) for element in elements]
    is_plain = all(isinstance(element, Paragraph) or _is_bold(element) for element in elements)
    if not is_plain or not text or len(text) > _MOST_PARAGRAPHS or sum(map(len, text)) > _MOST_SIGNS:
        reading.put(*elements)
        for name in names:
            reading.put(*reading.inside(_in_box(name), PLAIN))
        return True
    attribution = " ".join(filter(None, (inline_text(runs_of(reading.line_of(name))) for name in names)))
    if not attribution:
        text, attribution = attributed(text)
    _tell_links(reading, elements)
    reading.put(QuoteElement("\n\n".join(text), _DASH.sub("", attribution)))
    return True


def attributed(paragraphs: Sequence[str]) -> tuple[list[str], str]:
    """The paragraphs of a quotation without the name at its end, and the name."""
    *before, last = paragraphs
    if before and _DASH.match(last) and len(last) <= _LONGEST_NAME:
        return before, last
    found = _BEHIND.search(last[-(_LONGEST_NAME + 40) :])
    if found is None:
        return list(paragraphs), ""
    return [*before, last[: len(last) - len(found[0])]], found["name"]


def _named(node: Node) -> tuple[list[Node | str], list[Node]]:
    """What is in a quotation, and the elements that say whose words they are, which are the last in it."""
    children = list(node.children)
    names: list[Node] = []
    while children:
        last = children[-1]
        if isinstance(last, str):
            if last.strip():
                break
        elif not _names_somebody(last):
            break
        else:
            names.insert(0, last)
        children.pop()
    return children, names


def _names_somebody(node: Node) -> bool:
    """Whether an element holds nothing but a name."""
    if node.name in ("cite", "footer", "figcaption"):
        return True
    inner = [child for child in node.children if isinstance(child, Node) or child.strip()]
    return len(inner) == 1 and isinstance(inner[0], Node) and inner[0].name == "cite"


def _in_box(node: Node) -> Node:
    box = Node("div", {})
    box.children = [node]
    return box


def _is_bold(element: Element) -> bool:
    return isinstance(element, HeadingElement) and element.level == 7


def _text(element: Element) -> str:
    return element.text if isinstance(element, Paragraph | HeadingElement) else ""


def _tell_links(reading: Reading, elements: Sequence[Element]) -> None:
    for element in elements:
        reading.lead_here(getattr(element, "anchors", ()))
        for href in _LINK.findall(getattr(element, "html", "")):
            reading.set_aside(href, "the link of a quotation")
