"""What was made of a part of a text, and the words of lines nothing was made of."""

from dataclasses import dataclass

from blog.importing.document import ListElement, Panel, PictureElement, TableElement, plain_text
from blog.importing.filling.tidying import unmarked
from blog.importing.structure.shapes import Line


@dataclass(frozen=True, slots=True)
class Built:
    """A panel and the words of its part that have no place in it; no panel where its texts do not fit."""

    panel: Panel | None
    left: tuple[str, ...] = ()


def words_of(line: Line) -> list[str]:
    """The words of a line nothing was made of, as lines of plain text."""
    item = line.item
    if isinstance(item, ListElement):
        return [plain_text(unmarked(html)) for html in item.items]
    if isinstance(item, TableElement):
        rows = [" | ".join(map(str.strip, row)) for row in item.rows]
        return [text for text in (item.caption, *rows) if text]
    if isinstance(item, PictureElement):
        return [item.alt] if item.alt else []
    return [line.text] if line.text else []
