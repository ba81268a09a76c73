"""The rows of a table while it is read; a table that only arranges boxes comes out as those boxes."""

from collections.abc import Iterator

from blog.importing.document import (
    Element,
    HeadingElement,
    Paragraph,
    PictureElement,
    TableElement,
    plain_text,
)


class Rows:
    """Collects the cells of one table, and of the tables within it."""

    def __init__(self) -> None:
        self.holds_more_than_words = False
        self._depth = 0
        self._rows: list[list[list[Element]]] = []
        self._caption: list[Element] = []
        self._in_cell = False
        self._heads = 0

    def open(self, tag: str) -> None:
        """Take the beginning of an element within the table."""
        if tag == "table":
            self._depth += 1
            self.holds_more_than_words = True
        elif tag == "tr":
            self._rows.append([])
            self._in_cell = False
        elif tag in ("td", "th"):
            self._rows = self._rows or [[]]
            self._rows[-1].append([])
            self._in_cell = True
            if tag == "th" and len(self._rows) == 1:
                self._heads += 1

    def put(self, element: Element) -> None:
        """Take words, where they stand."""
        if isinstance(element, HeadingElement) and element.level < 7:
            self.holds_more_than_words = True
        if self._in_cell and self._rows and self._rows[-1]:
            self._rows[-1][-1].append(element)
        else:
            self._caption.append(element)

    def closes(self) -> bool:
        """Take the end of a table, and tell whether it was the outer one."""
        self._depth -= 1
        return self._depth < 0

    def elements(self) -> Iterator[Element]:
        """What the table holds: itself, or what stands in its cells if it compares nothing."""
        rows = [row for row in self._rows if any(row)]
        if self.holds_more_than_words or len(rows) < 2 or max(map(len, rows), default=0) < 2:
            yield from self._caption
            for row in rows:
                for cell in row:
                    yield from cell
            return
        header = self._heads > 1 and len(rows) > 1 and rows[0] is self._rows[0]
        caption = " ".join(_text(element) for element in self._caption)
        yield TableElement(
            tuple(tuple(" ".join(map(_text, cell)) for cell in row) for row in rows), header, caption
        )


def _text(element: Element) -> str:
    if isinstance(element, Paragraph):
        return plain_text(element.html)
    if isinstance(element, HeadingElement):
        return element.text
    return element.alt if isinstance(element, PictureElement) else ""
