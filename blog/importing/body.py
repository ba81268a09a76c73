"""Arranged blocks -> the stored form of an article's body."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from uuid import uuid4

from bs4 import BeautifulSoup
from django.utils.html import escape

from qnwellness.content.html import clean
from qnwellness.content.rich_text import to_stored

from ..blocks.text import INLINE_FEATURES, TEXT_FEATURES
from ..infographics.line import LINE_FEATURES
from ..rich_text.citation import stored as citation
from . import document as doc
from .fitting import fitted
from .links import Links

Raw = dict[str, Any]


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
    return [item for writer, block in built for item in writer(block, places)]


def _heading(block: doc.Heading, places: Places) -> list[Raw]:
    level = "contents" if block.contents_only else str(block.level)
    label = {"contents_label": block.label} if block.label else {}
    return [_item("heading", {"text": block.text, "level": level, **label})]


def _text(block: doc.Text, places: Places) -> list[Raw]:
    return [_item("text", _stored(block.html, places))]


def _stored(html: str, places: Places, features: list[str] = TEXT_FEATURES) -> str:
    stored, removals = to_stored(_placed_links(places.links.placed(clean(html)), places), features)
    places.warnings.extend(
        f"<{removal.tag}> cannot stand in text and was taken off its words" for removal in removals
    )
    return stored


def _video(block: doc.Video, places: Places) -> list[Raw]:
    return [_item("video", {"address": block.address, "title": block.title, "poster": None, "length": ""})]


def _question(block: doc.Question, places: Places) -> list[Raw]:
    return [_item("question", {"question": block.question, "answer": _stored(block.answer, places)})]


def _picture(block: doc.Picture, places: Places) -> list[Raw]:
    pk = places.pictures.get(block.name)
    if pk is None:
        return []
    picture = {"image": pk, "decorative": not block.alt, "alt_text": block.alt}
    return [_item("image", {"picture": picture, "caption": block.caption})]


def _quote(block: doc.Quote, places: Places) -> list[Raw]:
    return [_item("quote", {"text": block.text, "attribution": block.attribution})]


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
    return [_item("table", {"table": table, "first_column_is_header": block.row_header})]


def _infographic(block: doc.Infographic, places: Places) -> list[Raw]:
    panels = [_item(panel.type, _PANELS[type(panel)](panel, places)) for panel in block.panels]
    return [
        _item(
            "infographic",
            {"title": block.title, "subtitle": block.subtitle, "lead": _line(block.lead), "panels": panels},
        )
    ]


def _callout(block: doc.ProductCallout, places: Places) -> list[Raw]:
    pk = places.products.get(block.handle)
    return [_item("product_callout", {"product": pk, "reason": block.reason})] if pk else []


def _nutrient(panel: doc.Nutrient, places: Places) -> Raw:
    return {
        "title": panel.title,
        "points": _list(map(_line, panel.points)),
        "sources_label": panel.sources_label,
        "sources": panel.sources,
    }


def _synergy(panel: doc.Synergy, places: Places) -> Raw:
    return {"title": panel.title, "points": _list(_titled(point) for point in panel.points)}


def _dosage(panel: doc.Dosage, places: Places) -> Raw:
    doses = (
        {"substance": dose.substance, "amount": _line(dose.amount), "note": _line(dose.note)}
        for dose in panel.doses
    )
    return {"title": panel.title, "doses": _list(doses)}


def _benefits(panel: doc.Benefits, places: Places) -> Raw:
    return {"title": panel.title, "benefits": _list(_titled(benefit) for benefit in panel.benefits)}


def _statistic(panel: doc.Statistic, places: Places) -> Raw:
    return {"title": panel.title, "figure": _line(panel.figure), "context": _line(panel.context)}


def _bars(panel: doc.Bars, places: Places) -> Raw:
    bars = (
        {
            "label": bar.label,
            "fact": None,
            "low": str(bar.low),
            "high": None if bar.high is None else str(bar.high),
        }
        for bar in panel.bars
    )
    return {"title": panel.title, "unit": panel.unit, "bars": _list(bars), "note": _line(panel.note)}


def _steps(panel: doc.Steps, places: Places) -> Raw:
    return {"title": panel.title, "steps": _list(_titled(step) for step in panel.steps)}


def _checklist(panel: doc.Checklist, places: Places) -> Raw:
    return {
        "title": panel.title,
        "do": _list(map(_line, panel.do)),
        "avoid": _list(map(_line, panel.avoid)),
        # A list without a name gets the one the editor's form would offer.
        **({"do_label": panel.do_label} if panel.do_label else {}),
        **({"avoid_label": panel.avoid_label} if panel.avoid_label else {}),
    }


def _comparison(panel: doc.Comparison, places: Places) -> Raw:
    table = {
        "columns": [{"type": "text", "heading": name} for name in panel.columns],
        "rows": [{"values": [_line(cell) for cell in row]} for row in panel.rows],
        "caption": "",
    }
    return {"title": panel.title, "table": table}


def _call_to_action(panel: doc.CallToAction, places: Places) -> Raw:
    return {
        "title": panel.title,
        "text": panel.text,
        "product": places.products.get(panel.handle) if panel.handle else None,
        "link": panel.link,
        "link_label": panel.link_label,
    }


def _titled(point: doc.TitledText) -> Raw:
    return {"title": point.title, "text": _line(point.text)}


def _line(text: str) -> str:
    """Return plain text as the editor stores a line of it."""
    return to_stored(f"<p>{escape(text)}</p>", LINE_FEATURES)[0] if text else ""


def _list(values: Iterable[Any]) -> list[Raw]:
    return [_item("item", value) for value in values]


def _item(kind: str, value: Any) -> Raw:
    return {"type": kind, "value": value, "id": str(uuid4())}


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
_PANELS: dict[type, Callable[[Any, Places], Raw]] = {
    doc.Nutrient: _nutrient,
    doc.Synergy: _synergy,
    doc.Dosage: _dosage,
    doc.Benefits: _benefits,
    doc.Statistic: _statistic,
    doc.Bars: _bars,
    doc.Steps: _steps,
    doc.Checklist: _checklist,
    doc.Comparison: _comparison,
    doc.CallToAction: _call_to_action,
}
