"""A summary that a format keeps as HTML, as the plain text of a standfirst."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from blog.importing.document import (
    BoxElement,
    Element,
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    SetAside,
)
from blog.importing.document.words import plain_text
from blog.importing.markup import read_markup
from blog.importing.readers.entities import mend_html

_HREF = re.compile(r'href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Summary:
    """The words of a summary in one line, and what of it a line cannot hold."""

    text: str = ""
    set_aside: tuple[SetAside, ...] = ()


def read_summary(markup: str) -> Summary:
    """The words of a summary. Raises Unreadable like `read_markup`."""
    if not markup.strip():
        return Summary()
    read = read_markup(mend_html(markup)[0])
    words: list[str] = []
    aside: list[SetAside] = []
    for element in _flat(read.elements):
        found = list(_inline(element))
        words += (text for text in map(plain_text, found) if text)
        aside += (
            SetAside(0, html.unescape(href), "a link in the summary")
            for part in found
            for href in _HREF.findall(part)
        )
        if not found:
            aside.append(SetAside(0, _said(element), "in the summary, which is plain text"))
    return Summary(" ".join(words), (*aside, *read.set_aside))


def _flat(elements: Iterable[Element]) -> Iterator[Element]:
    for element in elements:
        if isinstance(element, BoxElement):
            yield from _flat(element.elements)
        else:
            yield element


def _inline(element: Element) -> Iterator[str]:
    if isinstance(element, Paragraph):
        yield element.html
    elif isinstance(element, HeadingElement):
        yield html.escape(element.text, quote=False)
    elif isinstance(element, ListElement):
        yield from element.items


def _said(element: Element) -> str:
    """The words of anything else, for a person."""
    if isinstance(element, PictureElement):
        return (
            " ".join(part for part in (element.alt, element.caption, element.address) if part) or element.name
        )
    return " ".join(_strings(element))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield plain_text(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))
