"""Facts for tests that name sources, and how they stand in texts that were written when their figure was another."""

from datetime import date
from functools import partial
from typing import Any

from blog.models import Fact
from blog.tests.factories import block
from blog.tests.facts import facts

# A fact in a sentence as it is stored, with words nobody shall read.
state = partial(facts.state, words="as it was")


def make_fact(low: Any = 30, high: Any = None, unit: str = "%", *sources: Any, **fields: Any) -> Fact:
    """Return a stored fact that names these sources."""
    stream = Fact._meta.get_field("sources").stream_block
    named = stream.to_python([block("source", getattr(source, "pk", source)) for source in sources])
    fields = {"statement": "Calcium taken up from a meal", "sources": named, **fields}
    return facts.make_fact(low, high, unit, **fields)


def make_full_fact(*sources: Any, **fields: Any) -> Fact:
    """Return a stored fact that says all a fact can say."""
    said = {
        "qualifier": "with sufficient vitamin D",
        "population": "women after menopause",
        "evidence": Fact.Evidence.TRIAL,
        "verified_on": date(2026, 3, 2),
    }
    return make_fact(30, 40, "%", *sources, **{**said, **fields})
