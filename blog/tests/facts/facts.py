"""Facts for tests, and how they are stated in stored text."""

from datetime import date
from typing import Any

from blog.models import Fact
from blog.tests.factories import block


def make_fact(low: Any = 30, high: Any = None, unit: str = "%", *sources: Any, **fields: Any) -> Fact:
    """Return a stored fact that names these sources."""
    stream = Fact._meta.get_field("sources").stream_block
    named = stream.to_python([block("source", getattr(source, "pk", source)) for source in sources])
    fields = {"statement": "Calcium taken up from a meal", "sources": named, **fields}
    return Fact.objects.create(low=low, high=high, unit=unit, **fields)


def make_full_fact(*sources: Any, **fields: Any) -> Fact:
    """Return a stored fact that says all a fact can say."""
    said = {
        "qualifier": "with sufficient vitamin D",
        "population": "women after menopause",
        "evidence": Fact.Evidence.TRIAL,
        "verified_on": date(2026, 3, 2),
    }
    return make_fact(30, 40, "%", *sources, **{**said, **fields})


def state(fact: Any, words: str = "as it was") -> str:
    """Return a fact (or its id) in a sentence as it is stored, with the words stored with it."""
    return f'<a linktype="fact" id="{getattr(fact, "pk", fact)}">{words}</a>'
