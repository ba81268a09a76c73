"""Figures: a picture, a film, a table or a quotation with the words below it."""

from dataclasses import replace

from blog.importing.document import (
    Element,
    Paragraph,
    PictureElement,
    QuoteElement,
    TableElement,
    VideoElement,
)
from blog.importing.markup.inline import Run, inline_html, inline_text
from blog.importing.markup.lines import figures_of, runs_of
from blog.importing.markup.looks import Style
from blog.importing.markup.reading import Loose, Reading
from blog.importing.markup.tree import Node

_LONGEST = 400


def read_figure(reading: Reading, node: Node, style: Style) -> bool:
    """A figure, its caption with what it is of."""
    captions = [child for child in node.elements() if child.name == "figcaption"]
    if not captions:
        return False
    box = Node("div", {})
    box.children = [child for child in node.children if child not in captions]
    before = len(reading.elements)
    reading.read(box, style)
    reading.end_line()
    for caption in captions:
        read_caption(reading, caption, style, is_own=len(reading.elements) > before)
    return True


def read_caption(reading: Reading, node: Node, style: Style, is_own: bool = True) -> bool:
    """The words below a figure, with the figure if it is the last thing before them; otherwise a paragraph."""
    pieces = reading.line_of(node, style)
    runs = runs_of(pieces)
    text = inline_text(runs)
    reading.put(*figures_of(pieces))
    if not text:
        return True
    above = reading.elements[-1] if is_own and reading.elements else None
    captioned = _captioned(above, text) if above and len(text) <= _LONGEST else None
    if captioned is None:
        reading.put(Paragraph(inline_html(runs)))
        return True
    reading.elements[-1] = captioned
    _tell_links(reading, runs)
    return True


def _captioned(element: Loose, text: str) -> Element | None:
    if isinstance(element, PictureElement | TableElement) and not element.caption:
        return replace(element, caption=text)
    if isinstance(element, VideoElement) and (not element.title or element.title == text):
        return replace(element, title=text)
    if isinstance(element, QuoteElement) and not element.attribution:
        return replace(element, attribution=text)
    return None


def with_captions(elements: list[Element]) -> list[Element]:
    """Elements in which a short paragraph in italics right below a picture is its caption."""
    kept: list[Element] = []
    for element in elements:
        above = kept[-1] if kept else None
        if isinstance(above, PictureElement) and not above.caption and _is_caption(element):
            kept[-1] = replace(above, caption=element.text if isinstance(element, Paragraph) else "")
        else:
            kept.append(element)
    return kept


def _is_caption(element: Element) -> bool:
    if not isinstance(element, Paragraph) or element.anchors or len(element.html) > _LONGEST:
        return False
    html = element.html
    return (
        html.startswith("<em>") and html.endswith("</em>") and html.count("<em>") == 1 and "<a " not in html
    )


def _tell_links(reading: Reading, runs: list[Run]) -> None:
    for href in dict.fromkeys(run.style.href for run in runs if run.style.href):
        reading.set_aside(href, "the link of a caption")
