"""What inline styles and attributes say about how words look: bold, raised, hidden."""

import re
from typing import NamedTuple

from blog.importing.markup.tree import Node

_BOLD_TAGS = frozenset(("b", "strong"))
_ITALIC_TAGS = frozenset(("i", "em", "cite", "dfn", "var"))
_LONGEST_STYLE = 4_000
_HIDING_NAMES = """
    visually-hidden visuallyhidden sr-only screen-reader-text screen-reader-only assistive-text offscreen
    hidden-visually u-visually-hidden show-for-sr
"""
_HIDING_CLASSES = frozenset(_HIDING_NAMES.split())
# What is pressed to show what is hidden: its answer belongs to the text.
_OPENED_ROLES = frozenset(("tabpanel", "region"))
_QUESTION_TYPES = re.compile(r"schema\.org/(?:Question|Answer|FAQPage)", re.IGNORECASE)


class Style(NamedTuple):
    """How words look, as far as the site keeps it; `note` is the key of the footnote they lead to."""

    bold: bool = False
    italic: bool = False
    raised: str = ""
    href: str = ""
    note: str = ""


PLAIN = Style()


def declarations(node: Node) -> dict[str, str]:
    """The declarations of an element's own style, in lower case."""
    style = node.get("style")
    if not style:
        return {}
    pairs = (part.partition(":") for part in style[:_LONGEST_STYLE].casefold().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _colon, value in pairs}


def styled(node: Node, style: Style) -> Style:
    """How the words in an element look, given how those around it do."""
    if node.name in _BOLD_TAGS:
        style = style._replace(bold=True)
    elif node.name in _ITALIC_TAGS:
        style = style._replace(italic=True)
    elif node.name in ("sup", "sub"):
        style = style._replace(raised=node.name)
    if "style" not in node.attributes:
        return style
    looks = declarations(node)
    if weight := looks.get("font-weight"):
        style = style._replace(bold=_is_bold(weight, style.bold))
    if slant := looks.get("font-style"):
        style = style._replace(italic=slant in ("italic", "oblique") or (slant == "inherit" and style.italic))
    if (height := looks.get("vertical-align")) in ("super", "sub"):
        style = style._replace(raised="sup" if height == "super" else "sub")
    return style


def _is_bold(weight: str, before: bool) -> bool:
    if weight.isdecimal():
        return int(weight[:5]) >= 600
    return weight in ("bold", "bolder") or (weight == "inherit" and before)


def is_hidden(node: Node) -> bool:
    """Whether an element is not to be seen, and no button of an accordion would show it."""
    looks = declarations(node)
    hides = (
        "hidden" in node.attributes
        or looks.get("display") == "none"
        or looks.get("visibility") == "hidden"
        or looks.get("mso-hide") == "all"
        or (node.name == "dialog" and "open" not in node.attributes)
        or not _HIDING_CLASSES.isdisjoint(node.classes)
    )
    return hides and not _is_opened_by_a_button(node)


def _is_opened_by_a_button(node: Node) -> bool:
    if node.get("role").casefold() in _OPENED_ROLES and node.get("aria-labelledby"):
        return True
    around: Node | None = node
    for _step in range(4):
        if around is None:
            return False
        if _QUESTION_TYPES.search(around.get("itemtype")):
            return True
        around = around.parent
    return False
