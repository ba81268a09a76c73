"""What of a box found no place in its infographic, as ordinary elements again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from blog.importing.document import (
    Element,
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    QuoteElement,
    SetAside,
    TableElement,
)
from blog.importing.filling.filled import Drawn
from blog.importing.filling.lines import is_figure, is_text
from blog.importing.structure.items import Item
from blog.importing.structure.logos import LOGO, is_logo_picture
from blog.importing.structure.shapes import Line

_TAGLINE_WORDS = 3


def left_of(made: Drawn, elements: Sequence[Element]) -> Iterator[Element]:
    """The elements whose words are left over, in order; the line of a tidied one is its place among `elements`. A
    figure over what it means is one paragraph."""
    figure = ""
    for what, after in zip(made.left, (*made.left, "")[1:], strict=True):
        if isinstance(what, Line) and is_figure(what) and isinstance(after, Line) and is_text(after):
            figure = f"<strong>{escape(what.text, quote=False)}</strong> "
            continue
        for element in _element(what, elements):
            yield replace(element, html=figure + element.html) if isinstance(element, Paragraph) else element
        figure = ""


def without_signature(
    elements: Sequence[Element], left: Sequence[Element]
) -> tuple[tuple[Item, ...], tuple[SetAside, ...]]:
    """What is left over, pictures with words first, and what signs an infographic or decorates it: logos, the tagline
    after one, pictures without words."""
    shown: list[Item] = []
    aside: list[SetAside] = []
    signed = False
    for element in elements:
        if not isinstance(element, PictureElement):
            continue
        if is_logo_picture(element):
            aside.append(SetAside(element.line, element.alt, LOGO))
            signed = True
        elif element.alt or element.caption:
            shown.append(element)
        else:
            aside.append(SetAside(element.line, element.name, "a picture without words in an infographic"))
    if signed and left and _is_tagline(left[-1], elements[-1]):
        line = Line(left[-1])
        aside.append(SetAside(line.number, line.text, "a tagline under an infographic"))
        left = left[:-1]
    return (*shown, *left), tuple(aside)


def _is_tagline(left: Element, last: Element) -> bool:
    line = Line(left)
    is_last = isinstance(last, Paragraph) and isinstance(left, Paragraph) and last.text.endswith(left.text)
    return is_last and line.is_brief and line.words >= _TAGLINE_WORDS and not line.ends_sentence


def _element(what: Line | str, elements: Sequence[Element]) -> Iterator[Element]:
    if isinstance(what, str):
        yield Paragraph(escape(what, quote=False))
        return
    item = what.item
    if isinstance(item, TableElement | QuoteElement):
        yield elements[item.line]
    elif isinstance(item, HeadingElement):
        # A heading of its own under an infographic would head what follows it.
        yield Paragraph(f"<strong>{escape(item.text, quote=False)}</strong>", elements[item.line].line)
    elif isinstance(item, Paragraph | ListElement):
        yield replace(item, line=elements[item.line].line)
