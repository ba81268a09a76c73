"""Fills an infographic from a pasted text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blog.importing.document import Infographic, Panel, ProductName
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


def fill(source: str, names: Sequence[ProductName] = (), untitled: str = "") -> Filling:
    """Return the infographic of a pasted text; `untitled` is the title of panels that have none there.

    Every word of the text is in the infographic or in what is left. Raises Unreadable, with a line for a person.
    """
    lines = [Line(element) for element in tidied(read(source))]
    known = names_of(tuple(names))
    stretch = Stretch(
        lines[:MOST_LINES],
        names_a_product=lambda text: any(True for _name in known.find(text)),
        repeated=frozenset(),
        headings_known=any(line.is_known_heading for line in lines[1:]),
    )
    found = found_in(stretch)
    places = {id(line): place for place, line in enumerate(lines)}
    left = [
        (places[id(line)], text) for line in (*found.skipped, *lines[MOST_LINES:]) for text in words_of(line)
    ]
    panels = list(_panels(found, known, untitled, places, left))
    left.sort(key=lambda aside: aside[0])
    head = found.head
    infographic = Infographic(
        title=head.title.text if head else "",
        subtitle=head.subtitle.text if head and head.subtitle else "",
        lead=" ".join(line.text for line in head.lead) if head else "",
        panels=tuple(panels),
    )
    return Filling(infographic, tuple(text for _place, text in left))


def _panels(
    found: Found, names: Names, untitled: str, places: dict[int, int], left: list[tuple[int, str]]
) -> Iterator[Panel]:
    """The panels that fit, while what does not is added to `left` at its place in the text."""
    count = 0
    for number, part in enumerate(found.parts):
        first = part.rows[0][0] if part.title is UNTITLED else part.title
        made = built(part, found.parts[:number], names, untitled)
        if made.panel is not None and count < MOST_PANELS:
            count += 1
            yield made.panel
            left += [(places[id(first)], text) for text in made.left]
            continue
        words = [text for line in _lines_of(part) for text in words_of(line)]
        left += [(places[id(first)], text) for text in words]


def _lines_of(part: Part) -> Iterator[Line]:
    yield part.title
    for row in part.rows:
        yield from row
