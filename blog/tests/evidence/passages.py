"""Makes passages as an article has them: texts, and rows of an infographic's panels."""

from decimal import Decimal
from typing import Any

from blog.evidence.placed import FACT_BEGINS, FACT_ENDS, KnownFact, Passage, PlacedFigure, placed_figures
from blog.sentences import read_plain_text
from qnwellness.nutrition.figures import Figure


def text(words: str, place: str = "body.t", **fields: Any) -> Passage:
    """Return running text; each line is a paragraph."""
    paragraphs = tuple(tuple(one.text for one in paragraph) for paragraph in read_plain_text(words))
    return Passage(place, paragraphs, **{"takes_facts": True, **fields})


def point(words: str, title: str = "", **fields: Any) -> Passage:
    """Return a point of a panel."""
    return text(words, "body.i.panels.p.points.1", **{"kind": "infographic", "title": title, **fields})


def dose(substance: str, amount: str, note: str = "") -> Passage:
    """Return the amount of a dosage panel."""
    fields = {"subject": substance, "beside": note, "is_amount": True, "title": "Daily amounts"}
    return text(amount, f"body.i.panels.d.doses.{substance}.amount", **{"kind": "infographic", **fields})


def used(pk: int) -> str:
    """Return the mark of a fact in a text."""
    return f"{FACT_BEGINS}{pk}{FACT_ENDS}"


def fact(statement: str, low: str, high: str | None = None, unit: str = "%", **fields: Any) -> KnownFact:
    """Return a known fact; its id is 7 unless told."""
    figure = Figure(Decimal(low), Decimal(high) if high else None, unit)
    return KnownFact(**{"pk": 7, "figure": figure, "statement": statement, **fields})


def figures(*passages: Passage, facts: tuple[KnownFact, ...] = ()) -> tuple[PlacedFigure, ...]:
    """Return the figures of passages."""
    return placed_figures(passages, {one.pk: one for one in facts})
