"""The facts of the site, as far as figures are compared with them."""

from collections.abc import Iterable

from qnwellness.nutrition.figures import same_quantity

from ..evidence.placed import KnownFact, PlacedFigure
from ..models import Fact


def known_facts() -> dict[int, KnownFact]:
    """Return the facts of the site by id. One query."""
    return {
        fact.pk: KnownFact(
            fact.pk, fact.figure, fact.statement, fact.nutrient or None, fact.qualifier, fact.population
        )
        for fact in Fact.objects.defer("sources").order_by("pk")
    }


def equal_facts(one: PlacedFigure, facts: Iterable[KnownFact]) -> tuple[int, ...]:
    """Return the ids of facts whose figure this is, the likeliest first."""
    same = [
        fact
        for fact in facts
        if same_quantity(one.figure, fact.figure, fact.nutrient or one.nutrient or "")
        and (fact.nutrient is None or one.nutrient in (None, fact.nutrient))
    ]
    return tuple(
        fact.pk
        for fact in sorted(
            same, key=lambda fact: (fact.nutrient != one.nutrient, -len(one.topic.shared(fact.topic)))
        )
    )
