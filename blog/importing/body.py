"""Arranged blocks -> the stored form of an article's body."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from bs4 import BeautifulSoup

from qnwellness.content.html import clean
from qnwellness.content.rich_text import to_stored

from ..blocks.text import INLINE_FEATURES, TEXT_FEATURES
from ..rich_text.citation import stored as citation
from . import document as doc
from .fitting import fitted
from .links import Links
from .panels import Raw, item, line, stored_panel


@dataclass(slots=True)
class Places:
    """Where the things an article names are in this site, and what could not be placed."""

    products: Mapping[str, int] = field(default_factory=dict)
    pictures: Mapping[str, int] = field(default_factory=dict)
    # The sources of footnotes by their keys.
    sources: Mapping[str, int] = field(default_factory=dict)
    links: Links = field(default_factory=Links)
    warnings: list[str] = field(default_factory=list)


def to_raw(blocks: Iterable[doc.Block], places: Places) -> list[Raw]:
    """Return the stored body; every block and list item has an id of its own.

    What has no place (a picture that is not there) is left out and added to `places.warnings`.
    """
    built = ((_WRITERS[type(block)], block) for block in fitted(blocks))
    return [raw for writer, block in built for raw in writer(block, places)]


def _heading(block: doc.Heading, places: Places) -> list[Raw]:
    level = "contents" if block.contents_only else str(block.level)
    label = {"contents_label": block.label} if block.label else {}
    return [item("heading", {"text": block.text, "level": level, **label})]


def _text(block: doc.Text, places: Places) -> list[Raw]:
    return [item("text", _stored(block.html, places))]


def _stored(html: str, places: Places, features: list[str] = TEXT_FEATURES) -> str:
    stored, removals = to_stored(_placed_links(places.links.placed(clean(html)), places), features)
    places.warnings.extend(
        f"<{removal.tag}> cannot stand in text and was taken off its words" for removal in removals
    )
    return stored


def _video(block: doc.Video, places: Places) -> list[Raw]:
    return [item("video", {"address": block.address, "title": block.title, "poster": None, "length": ""})]


def _question(block: doc.Question, places: Places) -> list[Raw]:
    return [item("question", {"question": block.question, "answer": _stored(block.answer, places)})]


def _picture(block: doc.Picture, places: Places) -> list[Raw]:
    pk = places.pictures.get(block.name)
    if pk is None:
        return []
    picture = {"image": pk, "decorative": not block.alt, "alt_text": block.alt}
    return [item("image", {"picture": picture, "caption": block.caption})]


def _quote(block: doc.Quote, places: Places) -> list[Raw]:
    return [item("quote", {"text": block.text, "attribution": block.attribution})]


def _table(block: doc.Table, places: Places) -> list[Raw]:
    """A column in which any cell holds more than plain words is one of rich text; the names of columns are words."""
    width = max((len(row) for row in block.rows), default=0)
    rows = [[*row, *[""] * (width - len(row))] for row in block.rows]
    names, rows = (rows[0], rows[1:]) if block.header and rows else ([""] * width, rows)
    rich = [any("<" in row[number] for row in rows) for number in range(width)]
    values = [
        [
            _stored(f"<p>{cell}</p>", places, INLINE_FEATURES) if is_rich and cell else unescape(cell)
            for cell, is_rich in zip(row, rich, strict=True)
        ]
        for row in rows
    ]
    table = {
        "columns": [
            {"type": "rich_text" if is_rich else "text", "heading": doc.plain_text(name)}
            for name, is_rich in zip(names, rich, strict=True)
        ],
        "rows": [{"values": row} for row in values],
        "caption": block.caption,
    }
    return [item("table", {"table": table, "first_column_is_header": block.row_header})]


def _infographic(block: doc.Infographic, places: Places) -> list[Raw]:
    panels = [stored_panel(panel, places.products) for panel in block.panels]
    return [
        item(
            "infographic",
            {"title": block.title, "subtitle": block.subtitle, "lead": line(block.lead), "panels": panels},
        )
    ]


def _callout(block: doc.ProductCallout, places: Places) -> list[Raw]:
    pk = places.products.get(block.handle)
    return [item("product_callout", {"product": pk, "reason": block.reason})] if pk else []


def _placed_links(html: str, places: Places) -> str:
    """Give links to products and marks of footnotes the ids they have here; one without a place keeps its words."""
    if "linktype=" not in html:
        return html
    tree = BeautifulSoup(html, "html.parser")
    for link in tree.find_all("a", linktype=True):
        kind = link["linktype"]
        if kind == "product" and (pk := places.products.get(str(link.get("handle", "")))) is not None:
            link.attrs = {"linktype": "product", "id": str(pk), "text": str(link.get("text", "own"))}
        elif kind == "footnote" and (pk := places.sources.get(str(link.get("id", "")))) is not None:
            link.attrs = {**citation.stored(pk)}
        elif kind != "page":
            link.unwrap()
    return str(tree)


_WRITERS: dict[type, Callable[[Any, Places], list[Raw]]] = {
    doc.Heading: _heading,
    doc.Text: _text,
    doc.Picture: _picture,
    doc.Quote: _quote,
    doc.Table: _table,
    doc.Video: _video,
    doc.Question: _question,
    doc.Infographic: _infographic,
    doc.ProductCallout: _callout,
}
