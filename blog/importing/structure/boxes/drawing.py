"""Whether a box is an infographic: what its lines make, and how sure that is."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from blog.importing.document import (
    BoxElement,
    CallToAction,
    Element,
    HeadingElement,
    Infographic,
    ListElement,
    Paragraph,
    PictureElement,
    QuoteElement,
    SetAside,
    TableElement,
    plain_text,
)
from blog.importing.filling.filled import Drawn, drawn
from blog.importing.filling.tidying import tidied
from blog.importing.structure.boxes.calling import Known, links_of
from blog.importing.structure.boxes.inside import ends_of
from blog.importing.structure.boxes.leftovers import left_of, without_signature
from blog.importing.structure.boxes.listing import Listed
from blog.importing.structure.boxes.lost_links import lost_links
from blog.importing.structure.infographic.parts import Kind
from blog.importing.structure.items import Item
from blog.importing.structure.shapes import Line

_TITLE, _LEAD = 160, 160
_LONGEST_PROSE, _LONG, _SHORT = 450, 220, 180
_FEWEST_TALK = 3
_CLEAR = Kind.DOSES | Kind.STEPS | Kind.CHECKLIST | Kind.BARS
_LEFT_WORDS, _LEFT_SHARE = 12, 5


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands directly above a box: a heading, and perhaps a short paragraph under it."""

    heading: HeadingElement | None = None
    lead: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An infographic, the elements that found no place in it, and what a person should know of it."""

    infographic: Infographic
    left: tuple[Item, ...]
    aside: tuple[SetAside, ...] = ()
    warnings: tuple[str, ...] = ()
    heading: HeadingElement | None = None
    taken_above: int = 0


def drawing_of(
    box: BoxElement, elements: Sequence[Element], opening: Opening, known: Known, listed: Listed
) -> Kept | bool:
    """The infographic of a box, or whether there is a doubt that is worth a word.

    It is one when it has a title, panels that text does not have, hardly any words beside them, and nothing that a
    contents list names. A title may stand directly above the box.
    """
    if not all(isinstance(element, _DRAWABLE) for element in elements) or _is_prose(elements):
        return False
    prepared = [_plain(element, place) for place, element in enumerate(elements)]
    words = [element for element in prepared if not isinstance(element, PictureElement)]
    tidy = tidied(words)
    made = _with_products(drawn(tidy, known.names, bounds=_bounds(box, tidy)), known)
    if not _has_panels(made, box) or _is_body(made, listed):
        return False
    if not _says_enough(made, elements):
        return True
    infographic, taken = _titled(made.infographic, opening)
    if not infographic.title:
        return True
    left, aside = without_signature(elements, list(left_of(made, elements)))
    warnings = tuple(lost_links(box, infographic, elements, left, known))
    return Kept(infographic, left, aside, warnings, opening.heading if taken else None, taken)


_DRAWABLE = (Paragraph, HeadingElement, ListElement, TableElement, PictureElement, QuoteElement)


def _titled(infographic: Infographic, opening: Opening) -> tuple[Infographic, int]:
    """An infographic without a title under the heading above its box, with how many elements above went into it."""
    heading, lead = opening.heading, opening.lead
    if infographic.title or heading is None or len(heading.text) > _TITLE:
        return infographic, 0
    if lead is None:
        return replace(infographic, title=heading.text), 1
    if infographic.lead or len(lead.text) > _LEAD or links_of(lead.html):
        return infographic, 0
    return replace(infographic, title=heading.text, lead=lead.text), 2


def _is_prose(elements: Sequence[Element]) -> bool:
    """Whether a box holds running text, as a section of an article does."""
    lengths = [len(element.text) for element in elements if isinstance(element, Paragraph)]
    said = sum(lengths) + sum(
        len(plain_text(item))
        for element in elements
        if isinstance(element, ListElement)
        for item in element.items
    )
    running = sum(length for length in lengths if length > _LONG)
    return max(lengths, default=0) > _LONGEST_PROSE or running * 2 > said


def _plain(element: Element, place: int) -> Element:
    """An element as panels hold it. Its line is its place in the box, by which it is found again."""
    if isinstance(element, TableElement):
        rows = tuple(tuple(map(plain_text, row)) for row in element.rows)
        return replace(element, rows=rows, line=place)
    return replace(element, line=place)


def _bounds(box: BoxElement, tidy: Sequence[Element]) -> list[int]:
    """Where the innermost box of each tidied element ends among them."""
    ends = ends_of(box)
    places = [element.line for element in tidy]
    return [bisect_left(places, ends[place]) for place in places]


def _with_products(made: Drawn, known: Known) -> Drawn:
    """The same with calls to action that lead to the products their links do."""
    panels = list(made.infographic.panels)
    for place, (panel, part) in enumerate(zip(panels, made.parts, strict=True)):
        if isinstance(panel, CallToAction) and panel.handle is None:
            htmls = [getattr(line.item, "html", "") for row in part.rows for line in row]
            handle = next((handle for html in htmls for handle in known.linked(html)), None)
            panels[place] = replace(panel, handle=handle, link="" if handle else panel.link)
    return replace(made, infographic=replace(made.infographic, panels=tuple(panels)))


def _has_panels(made: Drawn, box: BoxElement) -> bool:
    """Whether there is a panel no text has, or two at least and more than sections of a text would be."""
    panels = made.infographic.panels
    if len(panels) < 2:
        return any(part.kind in _CLEAR for part in made.parts)
    talk = [part for part in made.parts if _is_talk(part.kind, part.rows)]
    if len(talk) < len(panels) - 1:
        return True
    cards = sum(1 for element in box.elements if isinstance(element, BoxElement))
    short = all(len(line.text) <= _SHORT for part in talk for row in part.rows for line in row)
    return short and (len(panels) >= _FEWEST_TALK or cards > 1)


def _is_talk(kind: Kind, rows: tuple[tuple[Line, ...], ...]) -> bool:
    """Whether a panel holds no more than paragraphs under a title."""
    return kind is Kind.CALL or (kind is Kind.LIST and not any(line.is_list for row in rows for line in row))


def _is_body(made: Drawn, listed: Listed) -> bool:
    """Whether the contents list leads to the panels: then they are sections of the text."""
    titles = [part.title.item for part in made.parts]
    named = sum(1 for title in titles if isinstance(title, HeadingElement) and listed.names(title))
    return named > 0 and named * 2 >= len(titles)


def _says_enough(made: Drawn, elements: Sequence[Element]) -> bool:
    """Whether hardly any words are left over."""
    every = sum(_words(Line(element)) for element in elements)
    left = sum(_words(what) for what in made.left)
    return left <= max(_LEFT_WORDS, every // _LEFT_SHARE)


def _words(what: Line | str) -> int:
    if isinstance(what, str):
        return len(what.split())
    item = what.item
    if isinstance(item, ListElement):
        return sum(len(plain_text(entry).split()) for entry in item.items)
    if isinstance(item, TableElement):
        return sum(len(plain_text(cell).split()) for row in item.rows for cell in row)
    return len(item.text.split()) if isinstance(item, QuoteElement) else what.words
