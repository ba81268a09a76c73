"""Foreign HTML -> the elements rules look at. What it looks like is left behind; which words stand together is kept."""

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser

from blog.importing.document import (
    Element,
    HeadingElement,
    ListElement,
    Paragraph,
    PictureElement,
    plain_text,
)
from blog.importing.filling.rows import Rows
from blog.importing.filling.taming import tamed
from qnwellness.content.html import clean

# The level of a line that is a title by its bold type only: below every heading.
BOLD = 7
_BOX_NAMES = """
    div section article header footer main aside nav center address form fieldset legend details summary button
    dl dt dd pre title p blockquote figure figcaption caption ul ol li table thead tbody tr
"""
_BOXES = frozenset(_BOX_NAMES.split())
_PHRASES = frozenset(("span", "small", "label", "strong", "b", "a"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TITLES = {**_HEADINGS, "dt": BOLD, "summary": BOLD, "legend": BOLD}
_LONGEST_BOLD_TITLE = 100
_STRONG = re.compile(r"<strong>(.*?)</strong>", re.DOTALL)


def elements_of(html: str) -> tuple[Element, ...]:
    """Return what HTML says, in order: every word that is shown is in one element.

    Raises Unreadable for elements nested so deeply that no page is built like that.
    """
    reader = _Reader()
    reader.feed(clean(tamed(html), also=_BOXES | _PHRASES | _HEADINGS.keys()))
    reader.close()
    return tuple(reader.finished())


class _Reader(HTMLParser):
    """Reads clean, well-formed HTML from its beginning to its end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._elements: list[Element] = []
        self._words: list[str] = []
        self._title = 0
        self._strong = 0
        self._link = ""
        self._after_phrase = False
        self._list: ListElement | None = None
        self._items: list[list[str]] = []
        self._depths: list[int] = []
        self._depth = -1
        self._table: Rows | None = None

    def finished(self) -> Iterator[Element]:
        """Everything read."""
        self._end_line()
        self._end_list()
        yield from self._elements

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._after_phrase = False
        self._words.append(escape(data, quote=False))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PHRASES:
            self._open_phrase(tag, dict(attrs))
            return
        if tag == "br" or tag in _BOXES or tag in _HEADINGS or tag in ("td", "th"):
            self._end_line()
        if tag in _TITLES:
            self._title = _TITLES[tag]
        if tag == "img" and (alt := dict(attrs).get("alt")):
            self._end_line()
            self._put(PictureElement(name="", alt=" ".join(alt.split())))
        if tag in ("ul", "ol", "li"):
            self._open_list(tag)
        if tag == "table" and self._table is None and self._depth < 0:
            self._table = Rows()
        elif self._table is not None:
            self._table.open(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _PHRASES:
            self._close_phrase(tag)
            return
        if tag in _BOXES or tag in _HEADINGS or tag in ("td", "th"):
            self._end_line()
        if tag in _TITLES:
            self._title = 0
        if tag in ("ul", "ol") and self._depth >= 0:
            self._depth -= 1
            if self._depth < 0:
                self._end_list()
        if tag == "table" and self._table is not None and self._table.closes():
            self._elements += self._table.elements()
            self._table = None

    def _open_phrase(self, tag: str, attrs: dict[str, str | None]) -> None:
        if self._after_phrase:
            # Two phrases without a space between them are set apart by the page's style.
            self._words.append(" ")
        if tag in ("strong", "b"):
            self._strong += 1
            if self._strong == 1:
                self._words.append("<strong>")
        elif tag == "a" and not self._link:
            self._link = attrs.get("href") or ""
            self._words.append(f'<a href="{escape(self._link)}">' if self._link else "")

    def _close_phrase(self, tag: str) -> None:
        self._after_phrase = True
        if tag in ("strong", "b") and self._strong:
            self._strong -= 1
            if not self._strong:
                self._words.append("</strong>")
        elif tag == "a" and self._link:
            self._words.append("</a>")
            self._link = ""

    def _open_list(self, tag: str) -> None:
        if self._table is not None:
            self._table.holds_more_than_words = True
        elif tag != "li":
            self._depth += 1
            if self._depth == 0:
                self._list = ListElement(items=(), ordered=tag == "ol")
        elif self._list is not None:
            self._items.append([])
            self._depths.append(self._depth)

    def _end_list(self) -> None:
        found = [
            (" ".join(parts), depth) for parts, depth in zip(self._items, self._depths, strict=True) if parts
        ]
        if self._list is not None and found:
            depths = tuple(depth for _item, depth in found)
            items = tuple(item for item, _depth in found)
            self._elements.append(
                ListElement(items, self._list.ordered, depths=depths if any(depths) else ())
            )
        self._list, self._items, self._depths, self._depth = None, [], [], -1

    def _end_line(self) -> None:
        """Put the words since the last box into the element they belong to."""
        closing = ("</a>" if self._link else "") + ("</strong>" if self._strong else "")
        html = " ".join("".join([*self._words, closing]).split(" "))
        self._words = ["<strong>"] if self._strong else []
        self._link, self._after_phrase = "", False
        html = " ".join(html.split())
        if any(letter.isalnum() for letter in plain_text(html)) or _SIGNS.search(html):
            self._put(self._line(html))

    def _line(self, html: str) -> Element:
        if self._title:
            return HeadingElement(plain_text(html), self._title)
        text, rest = plain_text(html), plain_text(_STRONG.sub("", html))
        is_bold = "<strong>" in html and not any(letter.isalnum() for letter in rest)
        if is_bold and len(text) <= _LONGEST_BOLD_TITLE and not text.endswith("."):
            return HeadingElement(text, BOLD)
        return Paragraph(html)

    def _put(self, element: Element) -> None:
        if self._table is not None:
            self._table.put(element)
        elif self._list is not None and self._items:
            self._items[-1].append(_in_item(element, is_first=not self._items[-1]))
        else:
            self._elements.append(element)


_SIGNS = re.compile(r"[✅✔❌✗✘🚫]")


def _in_item(element: Element, is_first: bool) -> str:
    """An element as a part of a list item: a title at its beginning stays a title in bold type."""
    if isinstance(element, HeadingElement):
        text = escape(element.text, quote=False)
        return f"<strong>{text}</strong>" if is_first else text
    if isinstance(element, Paragraph):
        return element.html
    return escape(element.alt, quote=False) if isinstance(element, PictureElement) else ""
