"""Facts by their figure, as somebody who searches has it at hand."""

from django.db.models import QuerySet

from qnwellness.nutrition.figures import Figure, same_quantity

from ..models import Fact
from .proposal import figure_in


def by_figure(facts: QuerySet[Fact], words: str) -> QuerySet[Fact] | None:
    """Return those of the facts that have the figure somebody searches for, or have it as an end of their range.

    "1,000 IU" finds 1,000–5,000 IU, and 25 µg of vitamin D. None where the words are no figure, or no fact has it:
    then they may be words of a statement. One query.
    """
    words = words.strip()
    found = figure_in(words)
    if found is None or (found.start, found.end) != (0, len(words)):
        return None
    pks = [fact.pk for fact in _figures(facts) if _has(fact, found.figure)]
    return facts.filter(pk__in=pks) if pks else None


def with_figure(figure: Figure, nutrient: str = "") -> list[Fact]:
    """Return the facts whose figure is this one, those of the nutrient first. A bare number is looked for as it is."""
    same = [fact for fact in Fact.objects.defer("sources") if _is(fact, figure)]
    return sorted(same, key=lambda fact: (not nutrient or fact.nutrient != nutrient, fact.statement))


def _figures(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    return facts.order_by().only("pk", "low", "high", "unit", "nutrient")


def _is(fact: Fact, figure: Figure) -> bool:
    return same_quantity(fact.figure, figure, fact.nutrient)


def _has(fact: Fact, figure: Figure) -> bool:
    """Tell whether a fact has a figure; one without a unit is looked for among the numbers of all units."""
    if not figure.unit:
        return figure == Figure(fact.low, fact.high) or (
            figure.high is None and figure.low in (fact.low, fact.high)
        )
    ends = [] if figure.high else [Figure(end, None, fact.unit) for end in (fact.low, fact.high) if end]
    return _is(fact, figure) or any(same_quantity(end, figure, fact.nutrient) for end in ends)
