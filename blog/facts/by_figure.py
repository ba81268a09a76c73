"""Facts by their figure, as somebody who searches has it at hand."""

from decimal import Decimal
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from qnwellness.nutrition.figures import Figure, in_unit, same_quantity
from qnwellness.nutrition.nutrients import NUTRIENTS
from qnwellness.nutrition.units import UNITS

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
    likely = _figures(facts).filter(_likely(found.figure, with_ends=found.figure.high is None))
    pks = [fact.pk for fact in likely if _has(fact, found.figure)]
    return facts.filter(pk__in=pks) if pks else None


def with_figure(figure: Figure, nutrient: str = "") -> list[Fact]:
    """Return the facts whose figure is this one, those of the nutrient first. A bare number is looked for as it is."""
    likely = Fact.objects.defer("sources").filter(_likely(figure))
    same = [fact for fact in likely if _is(fact, figure)]
    return sorted(same, key=lambda fact: (not nutrient or fact.nutrient != nutrient, fact.statement))


def _figures(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    return facts.order_by().only("pk", "low", "high", "unit", "nutrient")


def _likely(figure: Figure, *, with_ends: bool = False) -> Q:
    """Return what the database picks facts by: the figure in every unit it can be stored in, or an end that is it.

    Whether a unit can be converted may depend on the nutrient of the fact, which is looked at afterwards.
    """
    return reduce(or_, (_stored(one, with_ends) for one in _in_all_units(figure)))


def _in_all_units(figure: Figure) -> set[Figure]:
    found = {in_unit(figure, unit, nutrient) for unit in UNITS for nutrient in ("", *NUTRIENTS)}
    ends = {one: (one.low, *([one.high] if one.high is not None else [])) for one in found if one is not None}
    return {figure, *(one for one, values in ends.items() if all(map(_can_be_stored, values)))}


def _can_be_stored(value: Decimal) -> bool:
    # As many digits as the fields of a fact have.
    return value < 10**10 and value == round(value, 4)


def _stored(figure: Figure, with_ends: bool) -> Q:
    unit = Q(unit=figure.unit) if figure.unit else Q()
    if with_ends:
        return unit & (Q(low=figure.low) | Q(high=figure.low))
    return unit & Q(low=figure.low, high=figure.high)


def _is(fact: Fact, figure: Figure) -> bool:
    return same_quantity(fact.figure, figure, fact.nutrient)


def _has(fact: Fact, figure: Figure) -> bool:
    """Tell whether a fact has a figure; one without a unit is looked for among the numbers of all units."""
    if not figure.unit:
        return figure == Figure(fact.low, fact.high) or (
            figure.high is None and figure.low in (fact.low, fact.high)
        )
    ends = (
        []
        if figure.high
        else [Figure(end, None, fact.unit) for end in (fact.low, fact.high) if end is not None]
    )
    return _is(fact, figure) or any(same_quantity(end, figure, fact.nutrient) for end in ends)
