"""Takes off what only decorates, and joins lines that are a list in all but their markup."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from blog.importing.document import (
    Element,
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    TableElement,
    plain_text,
)

DO_MARKS, AVOID_MARKS = "✅✔✓☑", "❌✗✘🚫⛔✖"
# Signs that say something, although Unicode counts them with the pictures.
_SAID = "™®©℠°№℃℉"
_KEYCAP = re.compile("([0-9])\ufe0f?\u20e3\\s*")
_MARKED = re.compile(rf"^(?:<strong>)?\s*([{DO_MARKS}{AVOID_MARKS}])\ufe0f?\s*")
_LEADING_STRONG = re.compile(r"^<strong>.*?</strong>\s*[:–—-]?\s*\w", re.DOTALL)
_FEWEST = 2


def tidied(elements: Iterable[Element]) -> list[Element]:
    """Return the elements without emojis at the edges of their words, and without those that say nothing."""
    joined = _joined([_keycaps(element) for element in elements])
    return [bare for element in joined for bare in _bare(element)]


def mark_of(html: str) -> str:
    """Return "do" or "avoid" for a text that begins with such a mark, else ""."""
    match = _MARKED.match(html)
    return "" if match is None else "do" if match[1] in DO_MARKS else "avoid"


def unmarked(html: str) -> str:
    """Return a text without the mark it begins with."""
    return _MARKED.sub(lambda match: "<strong>" if match[0].startswith("<strong>") else "", html)


def undecorated(html: str) -> str:
    """Return a text without pictures, list marks and white space at its edges; tags stay."""
    start, end = 0, len(html)
    opening = ""
    if html.startswith("<strong>"):
        opening, start = "<strong>", len("<strong>")
    while start < end and _decorates(html[start]):
        start += 1
    while end > start and _decorates(html[end - 1]):
        end -= 1
    return opening + html[start:end]


def _decorates(sign: str) -> bool:
    if sign.isspace() or sign in "\ufe0f\u200d\u20e3•◦▪‣·":
        return True
    return unicodedata.category(sign) in ("So", "Sk", "Cn", "Co") and sign not in _SAID


def _keycaps(element: Element) -> Element:
    """A number in a box is a number."""
    if isinstance(element, Paragraph):
        return replace(element, html=_KEYCAP.sub(r"\1. ", element.html))
    if isinstance(element, HeadingElement):
        return replace(element, text=_KEYCAP.sub(r"\1. ", element.text))
    return element


def _bare(element: Element) -> Iterator[Element]:
    if isinstance(element, Paragraph):
        html = undecorated(element.html)
        if _says(html):
            yield replace(element, html=html)
    elif isinstance(element, HeadingElement):
        text = undecorated(element.text)
        if _says(text):
            yield replace(element, text=text)
    elif isinstance(element, ListElement):
        yield from _bare_list(element)
    elif isinstance(element, TableElement):
        rows = tuple(tuple(undecorated(cell) for cell in row) for row in element.rows)
        yield replace(element, rows=rows)
    elif not isinstance(element, PictureElement) or _says(element.alt):
        yield element


def _bare_list(element: ListElement) -> Iterator[Element]:
    marks = {mark_of(item) for item in element.items}
    kept = [item if marks == {"do", "avoid"} else undecorated(item) for item in element.items]
    places = [place for place, item in enumerate(kept) if _says(item)]
    if places:
        depths = tuple(element.depths[place] for place in places) if element.depths else ()
        yield replace(element, items=tuple(kept[place] for place in places), depths=depths)


def _says(html: str) -> bool:
    return any(letter.isalnum() for letter in plain_text(html))


def _joined(elements: Sequence[Element]) -> Iterator[Element]:
    """Join paragraphs in a row that all open with a mark, or all with bold words and something after them."""
    run: list[Paragraph] = []
    kind = ""
    for element in elements:
        new = _kind(element)
        if run and new != kind:
            yield from _list_or_lines(run)
            run = []
        kind = new
        if isinstance(element, Paragraph) and new:
            run.append(element)
        else:
            yield element
    yield from _list_or_lines(run)


def _list_or_lines(run: list[Paragraph]) -> Iterator[Element]:
    if len(run) < _FEWEST:
        yield from run
    else:
        yield ListElement(tuple(paragraph.html for paragraph in run), ordered=False, line=run[0].line)


def _kind(element: Element) -> str:
    if not isinstance(element, Paragraph):
        return ""
    if mark_of(element.html):
        return "marked"
    return "bold" if _LEADING_STRONG.match(undecorated(element.html)) else ""
