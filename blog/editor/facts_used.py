"""The facts an article uses, as a list for its editors."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from ..models import Fact


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A fact with how often an article uses it, and the address of its form."""

    fact: Fact
    times: int
    edit_url: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class UsedFacts:
    """The facts of an article in the order of first use, and how many uses there are of facts that were deleted."""

    facts: tuple[UsedFact, ...]
    gone: int

    @property
    def overdue(self) -> int:
        """Return how many should have been checked again by now."""
        return sum(used.is_overdue for used in self.facts)


def used_facts(uses: Mapping[int, int]) -> UsedFacts:
    """Return the facts of an article; `uses` says how often it uses each id. One query, if it uses any."""
    found = Fact.objects.in_bulk(list(uses)) if uses else {}
    facts = tuple(
        UsedFact(
            found[pk], times, reverse("wagtailsnippets_blog_fact:edit", args=[pk]), found[pk].is_overdue()
        )
        for pk, times in uses.items()
        if pk in found
    )
    return UsedFacts(facts, sum(times for pk, times in uses.items() if pk not in found))
