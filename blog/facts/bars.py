"""The bars a fact is drawn in. Loads what uses it, and nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from qnwellness.content.references import reference_id
from qnwellness.nutrition.figures import Figure, in_unit

from ..models import ArticlePage
from ..uses import editable, uses
from .places import KIND

_PANEL = "bars"
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class DrawnIn:
    """Bars a fact is among: their article, title and unit."""

    article: ArticlePage
    title: str
    unit: str

    def holds(self, figure: Figure, nutrient: str) -> bool:
        """Tell whether a figure can be drawn among them: in their unit, and no share of more than all."""
        drawn = in_unit(figure, self.unit, nutrient)
        return drawn is not None and (self.unit != "%" or drawn.top <= _WHOLE)


def drawn_in(fact: int) -> list[DrawnIn]:
    """Return the bars this fact (an id) is among, in published articles and newest drafts, each once."""
    found = {
        (use.article.pk, title, unit): DrawnIn(use.article, title, unit)
        for use in uses(KIND, [fact], of_unpublished=True)
        for title, unit in _panels(use.stored["body"], fact)
    }
    return list(found.values())


def named(bars: Iterable[DrawnIn], user: Any = None) -> str:
    """Return bars by their titles and articles, as far as a user may know of them: those he may edit."""
    seen, hidden, bars = [], set(), list(bars)
    allowed = (
        {one.article.pk for one in bars} if user is None else editable((one.article for one in bars), user)
    )
    for one in bars:
        if one.article.pk in allowed:
            seen.append(f"“{one.title}” ({one.article.draft_title or one.article.title})")
        else:
            hidden.add(one.article.pk)
    if hidden:
        text = ngettext(
            "%(count)s article you may not see", "%(count)s articles you may not see", len(hidden)
        )
        seen.append(text % {"count": len(hidden)})
    return ", ".join(seen)


def _panels(raw: Any, fact: int) -> Iterator[tuple[str, str]]:
    """Yield title and unit of the stored bars that show a fact, wherever they stand."""
    if isinstance(raw, list):
        for item in raw:
            yield from _panels(item, fact)
    elif isinstance(raw, dict):
        value = raw.get("value")
        if raw.get("type") == _PANEL and isinstance(value, dict):
            bars = [bar.get("value", bar) for bar in value.get("bars") or []]
            if any(reference_id(bar.get("fact")) == fact for bar in bars):
                yield str(value.get("title") or ""), str(value.get("unit") or "")
        else:
            for inner in raw.values():
                yield from _panels(inner, fact)
