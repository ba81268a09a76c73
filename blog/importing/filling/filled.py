"""Fills an infographic from a pasted text, or from elements that are known to belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blog.importing.document import Element, Infographic, Panel, ProductName
from blog.importing.filling.building import built
from blog.importing.filling.incoming import read
from blog.importing.filling.made import words_of
from blog.importing.filling.reading import MOST_LINES, Found, found_in
from blog.importing.filling.shapes import UNTITLED
from blog.importing.filling.tidying import tidied
from blog.importing.structure.infographic.panels import Stretch
from blog.importing.structure.infographic.parts import Part
from blog.importing.structure.names import Names, names_of
from blog.importing.structure.shapes import Line

# What the block holds.
MOST_PANELS = 12


@dataclass(frozen=True, slots=True)
class Filling:
    """What a text makes: an infographic, whose title is empty where the text has none, and what did not fit."""

    infographic: Infographic
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What elements make, and what did not fit: whole lines, or texts of those that fitted in part."""

    infographic: Infographic
    parts: tuple[Part, ...]
    left: tuple[Line | str, ...]


def fill(source: str, names: Sequence[ProductName] = (), untitled: str = "") -> Filling:
    """Return the infographic of a pasted text; `untitled` is the title of panels that have none there.

    Every word of the text is in the infographic or in what is left. Raises Unreadable, with a line for a person.
    """
    made = drawn(tidied(read(source)), names_of(tuple(names)), untitled)
    left = tuple(text for aside in made.left for text in _texts(aside))
    return Filling(made.infographic, left)


def drawn(
    elements: Sequence[Element],
    names: Names,
    untitled: str | None = None,
    bounds: Sequence[int] = (),
) -> Drawn:
    """Return the infographic of tidied elements; every word of them is in it or in what is left, in order.

    What would be a panel without a title is left where `untitled` is None. `bounds` says of each element where the
    box it stands in ends.
    """
    lines = [Line(element) for element in elements]
    stretch = Stretch(
        lines[:MOST_LINES],
        names_a_product=lambda text: any(True for _name in names.find(text)),
        repeated=frozenset(),
        headings_known=any(line.is_known_heading for line in lines[1:]),
    )
    found = found_in(stretch, bounds)
    places = {id(line): place for place, line in enumerate(lines)}
    left: list[tuple[int, Line | str]] = [
        (places[id(line)], line) for line in (*found.skipped, *lines[MOST_LINES:])
    ]
    panels = list(_panels(found, names, untitled, places, left))
    left.sort(key=lambda aside: aside[0])
    head = found.head
    infographic = Infographic(
        title=head.title.text if head else "",
        subtitle=head.subtitle.text if head and head.subtitle else "",
        lead=" ".join(line.text for line in head.lead) if head else "",
        panels=tuple(panel for panel, _part in panels),
    )
    return Drawn(infographic, tuple(part for _panel, part in panels), tuple(what for _place, what in left))


def _texts(aside: Line | str) -> list[str]:
    return words_of(aside) if isinstance(aside, Line) else [aside]


def _panels(
    found: Found,
    names: Names,
    untitled: str | None,
    places: dict[int, int],
    left: list[tuple[int, Line | str]],
) -> Iterator[tuple[Panel, Part]]:
    """The panels that fit, while what does not is added to `left` at its place in the text."""
    count = 0
    for number, part in enumerate(found.parts):
        first = part.rows[0][0] if part.title is UNTITLED else part.title
        made = built(part, found.parts[:number], names, untitled or "")
        named = untitled is not None or (made.panel is not None and made.panel.title)
        if made.panel is not None and named and count < MOST_PANELS:
            count += 1
            yield made.panel, part
            left += [(places[id(first)], text) for text in made.left]
            continue
        left += [(places[id(first)], line) for line in _lines_of(part)]


def _lines_of(part: Part) -> Iterator[Line]:
    if part.title is not UNTITLED:
        yield part.title
    for row in part.rows:
        yield from row
