"""HTML -> elements and what was set aside."""

import re
from dataclasses import dataclass, replace

from blog.importing.document import Element, SetAside
from blog.importing.markup.boxes import boxes_in
from blog.importing.markup.looks import PLAIN
from blog.importing.markup.notes import places_of
from blog.importing.markup.page import asides_of
from blog.importing.markup.reading import MOST_ELEMENTS, Reading, too_many
from blog.importing.markup.references import with_references
from blog.importing.markup.rules import RULES
from blog.importing.markup.tree import tree_of

# How WordPress writes a figure: [caption id="x"]<img> Its words[/caption], or with caption="Its words".
_CAPTION = re.compile(
    r"\[caption\b([^\[\]<>]{0,600})\]"
    r"((?:<a\b[^<>]{0,1000}>)?\s{0,9}<img\b[^<>]{0,3000}>\s{0,9}(?:</a>)?)([^\[\]]{0,1500})\[/caption\]"
)
_SAID = re.compile(r'\bcaption="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Markup:
    """What HTML says: its elements in order, and the words that are not part of an article, with the reason."""

    elements: tuple[Element, ...]
    set_aside: tuple[SetAside, ...] = ()


def read_markup(html: str) -> Markup:
    """The elements of an article's HTML, which may be a fragment or a whole page, in order.

    Raises Unreadable, with one line for a person, for HTML that no page is built like (nested too deeply, too large).
    """
    root = tree_of(_CAPTION.sub(_figure, html))
    asides = asides_of(root)
    reading = Reading(RULES, replace(places_of(root), boxes=boxes_in(root), asides=asides))
    reading.read(root, PLAIN)
    elements = with_references(reading.finished())
    if len(elements) > MOST_ELEMENTS:
        raise too_many()
    return Markup(elements, tuple(reading.aside))


def _figure(found: re.Match[str]) -> str:
    """A figure of WordPress as one of HTML."""
    said = _SAID.search(found[1])
    words = f"{said[1] if said else ''} {found[3]}"
    return f"<figure>{found[2]}<figcaption>{words}</figcaption></figure>"
