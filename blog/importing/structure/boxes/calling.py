"""A box that does no more than lead to a product: its callout stands for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from blog.importing.document import (
    Element,
    HeadingElement,
    Paragraph,
    PictureElement,
    ProductCallout,
    SetAside,
)
from blog.importing.filling.lines import link_of
from blog.importing.structure.infographic.lines import calls_clearly
from blog.importing.structure.names import Names
from blog.importing.structure.product_links import handle_of
from blog.importing.structure.shapes import Line

_MOST_WORDS, _MOST_LINES, _REASON = 40, 6, 200
_LINK = re.compile(r'<a href="([^"]*)"[^<>]*>')


@dataclass(frozen=True, slots=True)
class Known:
    """The products of a catalogue: their names, and their handles by the same in lower case."""

    names: Names
    handles: dict[str, str]

    def handle(self, address: str) -> str | None:
        """The handle of the known product an address leads to."""
        return self.handles.get((handle_of(unescape(address)) or "").lower())

    def linked(self, html: str) -> list[str]:
        """The handles of known products an inline HTML fragment links to."""
        return [handle for address in links_of(html) if (handle := self.handle(address))]


@dataclass(frozen=True, slots=True)
class Called:
    """A callout, and the words of its box that have no place in it."""

    callout: ProductCallout
    aside: tuple[SetAside, ...]


def call_of(elements: Sequence[Element], known: Known) -> Called | None:
    """The callout a box stands for, if it names one known product, leads to it and says little else."""
    lines = [Line(element) for element in elements]
    words = [line for line in lines if line.is_words]
    if not 0 < len(words) <= _MOST_LINES or sum(line.words for line in words) > _MOST_WORDS:
        return None
    if not all(isinstance(element, Paragraph | HeadingElement | PictureElement) for element in elements):
        return None
    if sum(isinstance(element, HeadingElement) for element in elements) > 1:
        return None
    handles = {handle for line in words for handle in _handles(line, known)}
    if len(handles) != 1 or not any(map(_leads_on, words)):
        return None
    said = [line for line in words if line.is_prose and len(line.text) <= _REASON and not link_of(line)]
    reason = next((line for line in said if not links_of(getattr(line.item, "html", ""))), None)
    reason = reason or (said[0] if said else None)
    aside = [
        SetAside(line.number, line.text, "part of a box about a product; its callout stands there")
        for line in words
        if line is not reason
    ]
    aside += [_picture_aside(element) for element in elements if isinstance(element, PictureElement)]
    return Called(ProductCallout(handles.pop(), reason.text if reason else ""), tuple(aside))


def _picture_aside(picture: PictureElement) -> SetAside:
    words = " ".join(part for part in (picture.alt, picture.caption) if part)
    if words:
        return SetAside(picture.line, words, "the picture of a box about a product")
    return SetAside(picture.line, picture.name, "a picture without words in a box about a product")


def links_of(html: str) -> list[str]:
    """The addresses an inline HTML fragment links to."""
    return _LINK.findall(html)


def _handles(line: Line, known: Known) -> set[str]:
    linked = known.linked(getattr(line.item, "html", ""))
    return set(linked) or {found.handle for found in known.names.find(line.text)}


def _leads_on(line: Line) -> bool:
    return bool(links_of(getattr(line.item, "html", ""))) or calls_clearly(line)
