"""Phrases that are seen apart although nothing stands between them in the markup: a figure and its unit in a card."""

import re

from blog.importing.markup.looks import declarations
from blog.importing.markup.tree import Node

PHRASES = frozenset(("span", "small", "label", "strong", "b", "a"))
# Where a paragraph or a title is made of phrases, these only look different.
_HOLDERS = frozenset(("div", "section", "article", "li", "td", "th", "figcaption"))
_MOST = 6
# Office programs make phrases of parts of words, and sites of single letters that move.
_PASTED = re.compile(r"c\d+|mso.*|spell.*|gram.*|normaltextrun|textrun|eop|scxw.*|bcx.*|apple-.*|s\d+|font.*")
_LINES = frozenset(("block", "flex", "grid", "table", "list-item"))


def are_apart(node: Node) -> bool:
    """Whether a box is made of a few phrases and nothing else, each with a class of its own, as a card's pieces are."""
    if node.name not in _HOLDERS:
        return False
    inner = node.elements()
    if not 2 <= len(inner) <= _MOST or any(
        isinstance(child, str) and child.strip() for child in node.children
    ):
        return False
    return all(child.name in PHRASES and _is_piece(child) for child in inner)


def _is_piece(phrase: Node) -> bool:
    words = phrase.text(8).strip()
    if len(words) < 2 and not words.isdigit():
        return False
    return any(not _PASTED.fullmatch(name) for name in phrase.classes)


def is_own_line(phrase: Node) -> bool:
    """Whether a phrase stands on a line of its own by its style."""
    return (
        phrase.name in PHRASES
        and "style" in phrase.attributes
        and declarations(phrase).get("display") in _LINES
    )
