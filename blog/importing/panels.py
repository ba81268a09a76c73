"""The panels of an infographic -> their stored form, and the small parts stored blocks are made of."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import uuid4

from django.utils.html import escape

from qnwellness.content.rich_text import to_stored

from ..infographics.line import LINE_FEATURES
from . import document as doc

Raw = dict[str, Any]


def stored_panel(panel: doc.Panel, products: Mapping[str, int]) -> Raw:
    """Return a panel as it is stored; `products` are their ids by handle."""
    return item(panel.type, _PANELS[type(panel)](panel, products))


def _titled(point: doc.TitledText) -> Raw:
    return {"title": point.title, "text": line(point.text)}


def line(text: str) -> str:
    """Return plain text as the editor stores a line of it."""
    return to_stored(f"<p>{escape(text)}</p>", LINE_FEATURES)[0] if text else ""


def _list(values: Iterable[Any]) -> list[Raw]:
    return [item("item", value) for value in values]


def item(kind: str, value: Any) -> Raw:
    return {"type": kind, "value": value, "id": str(uuid4())}


def _nutrient(panel: doc.Nutrient, products: Mapping[str, int]) -> Raw:
    return {
        "title": panel.title,
        "points": _list(map(line, panel.points)),
        "sources_label": panel.sources_label,
        "sources": panel.sources,
    }


def _synergy(panel: doc.Synergy, products: Mapping[str, int]) -> Raw:
    return {"title": panel.title, "points": _list(_titled(point) for point in panel.points)}


def _dosage(panel: doc.Dosage, products: Mapping[str, int]) -> Raw:
    doses = (
        {"substance": dose.substance, "amount": line(dose.amount), "note": line(dose.note)}
        for dose in panel.doses
    )
    return {"title": panel.title, "doses": _list(doses)}


def _benefits(panel: doc.Benefits, products: Mapping[str, int]) -> Raw:
    return {"title": panel.title, "benefits": _list(_titled(benefit) for benefit in panel.benefits)}


def _statistic(panel: doc.Statistic, products: Mapping[str, int]) -> Raw:
    return {"title": panel.title, "figure": line(panel.figure), "context": line(panel.context)}


def _bars(panel: doc.Bars, products: Mapping[str, int]) -> Raw:
    bars = (
        {
            "label": bar.label,
            "fact": None,
            "low": str(bar.low),
            "high": None if bar.high is None else str(bar.high),
        }
        for bar in panel.bars
    )
    return {"title": panel.title, "unit": panel.unit, "bars": _list(bars), "note": line(panel.note)}


def _steps(panel: doc.Steps, products: Mapping[str, int]) -> Raw:
    return {"title": panel.title, "steps": _list(_titled(step) for step in panel.steps)}


def _checklist(panel: doc.Checklist, products: Mapping[str, int]) -> Raw:
    return {
        "title": panel.title,
        "do": _list(map(line, panel.do)),
        "avoid": _list(map(line, panel.avoid)),
        # A list without a name gets the one the editor's form would offer.
        **({"do_label": panel.do_label} if panel.do_label else {}),
        **({"avoid_label": panel.avoid_label} if panel.avoid_label else {}),
    }


def _comparison(panel: doc.Comparison, products: Mapping[str, int]) -> Raw:
    table = {
        "columns": [{"type": "text", "heading": name} for name in panel.columns],
        "rows": [{"values": [line(cell) for cell in row]} for row in panel.rows],
        "caption": "",
    }
    return {"title": panel.title, "table": table}


def _call_to_action(panel: doc.CallToAction, products: Mapping[str, int]) -> Raw:
    return {
        "title": panel.title,
        "text": panel.text,
        "product": products.get(panel.handle) if panel.handle else None,
        "link": panel.link,
        "link_label": panel.link_label,
    }


_PANELS: dict[type, Callable[[Any, Mapping[str, int]], Raw]] = {
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
