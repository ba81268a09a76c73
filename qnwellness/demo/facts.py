"""The demo's facts: made of their file, and put in place of the figures that say the same in its articles."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from html import escape
from typing import Any

from blog.models import Fact, Source

from .refusals import DressingError

Wishes = Mapping[str, Any]


def make_facts(described: list[Wishes], sources: Mapping[str, Source]) -> dict[str, Fact]:
    """Return the facts by their keys in the file. Raises ValidationError for one an editor could not save."""
    return {one["key"]: _made(one, sources) for one in described}


def state(body: list[dict[str, Any]], wish: Wishes, fact: Fact) -> None:
    """Put a fact in place of the figure `wish["words"]`, in every text that holds one of `wish["in"]`.

    Raises DressingError where such a text is not there exactly once, or the figure not once in it.
    """
    link = f'<a id="{fact.pk}" linktype="fact">{escape(fact.text)}</a>'
    for passage in wish["in"]:
        found = [(holder, name) for holder, name in _texts(body) if passage in holder[name]]
        if len(found) != 1 or passage.count(wish["words"]) != 1:
            raise DressingError(
                f"“{passage}” should stand once, with “{wish['words']}” in it; found {len(found)}"
            )
        holder, name = found[0]
        holder[name] = holder[name].replace(passage, passage.replace(wish["words"], link))


def _made(one: Wishes, sources: Mapping[str, Source]) -> Fact:
    fact = Fact(
        **{name: one[name] for name in ("statement", "unit", "qualifier", "population", "evidence")},
        nutrient=one.get("nutrient", ""),
        low=Decimal(one["low"]),
        high=Decimal(one["high"]) if "high" in one else None,
        verified_on=one["verified_on"],
        verify_by=one["verify_by"],
        sources=[("source", sources[key]) for key in one["sources"]],
    )
    fact.full_clean()
    fact.save()
    fact.save_revision(log_action=True)
    return fact


def _texts(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every text in stored blocks as what holds it, and its name or place there."""
    places = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in list(places):
        if isinstance(inner, str):
            yield value, name
        elif isinstance(inner, dict | list):
            yield from _texts(inner)
