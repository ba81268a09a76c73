"""The facts of the site, as far as figures are compared with them."""

from collections.abc import Iterable

from qnwellness.nutrition.figures import same_quantity

from ..evidence.comparing import compare
from ..evidence.fact_index import FactIndex
from ..evidence.placed import KnownFact, PlacedFigure


def stated_facts(typed: Iterable[PlacedFigure], facts: Iterable[KnownFact]) -> dict[PlacedFigure, int]:
    """Return figures that by their words state a fact of the site, each with the id of the fact."""
    return {found.placed: found.fact.pk for found in compare(typed, facts).equal}


def with_figure(one: PlacedFigure, facts: FactIndex) -> tuple[int, ...]:
    """Return the ids of facts that have this figure, whatever they say of it; those that share most words first."""
    same = [
        fact
        for fact in facts.with_figure(one)
        if same_quantity(one.figure, fact.figure, fact.nutrient or one.nutrient or "")
        and (fact.nutrient is None or one.nutrient in (None, fact.nutrient))
    ]
    same.sort(key=lambda fact: -len(one.topic.shared(fact.topic)))
    return tuple(fact.pk for fact in same)
