"""What a product contains of the nutrients one asks about, and what share of a day's worth its ingredients are. Pure.

Ingredients are those of a daily portion. An amount counts as that of a nutrient only where it can be no other: what a
salt or an extract provides must be stated beside it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from qnwellness.nutrition.amounts import parse_amount
from qnwellness.nutrition.figures import Figure
from qnwellness.nutrition.reference_values import (
    is_compound,
    labelled,
    reference_values,
    share,
)

_IN_BRACKETS = re.compile(r"\([^()]{0,60}\)")


class Stated(Protocol):
    """An ingredient as a product states it, each part as text."""

    @property
    def name(self) -> str: ...
    @property
    def form(self) -> str: ...
    @property
    def amount(self) -> str: ...
    @property
    def provides(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Contained:
    """A nutrient a product contains; `amount` is "" where it is not known for the nutrient itself."""

    nutrient: str
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a product contains of some nutrients, and which of them it does not."""

    contained: tuple[Contained, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An ingredient as a table shows it. `percent` is its share of the reference value, None where none may be said."""

    name: str
    form: str = ""
    amount: str = ""
    nutrient: str = ""  # what `provides` is an amount of
    provides: str = ""
    percent: Decimal | None = None


def contents(ingredients: Sequence[Stated], nutrients: Iterable[str]) -> Contents | None:
    """Return which of some nutrients a product contains; None where it states no ingredients or none is asked for.

    A nutrient that several ingredients hold has no amount here, since only their sum would be true.
    """
    asked = tuple(dict.fromkeys(nutrients))
    if not ingredients or not asked:
        return None
    holding = {name: [one for one in ingredients if name in _nutrients_of(one)] for name in asked}
    contained = tuple(
        Contained(name, amount_of(held[0], name) if len(held) == 1 else "")
        for name, held in holding.items()
        if held
    )
    return Contents(contained, tuple(name for name, held in holding.items() if not held))


def amount_of(ingredient: Stated, nutrient: str) -> str:
    """Return how much of a nutrient an ingredient holds, in its own words, or "" where it does not say."""
    named = _nutrients_of(ingredient)
    if nutrient not in named:
        return ""
    if ingredient.provides:
        return ingredient.provides if nutrient == named[0] else ""
    return "" if is_compound(_label(ingredient)) else ingredient.amount


def in_a_line(ingredient: Stated) -> str:
    """Return an ingredient with its amount, in a few words: "Calcium 200 mg", "Calcium (L-aspartate) 1,000 mg".

    The amount of a salt stands beside the nutrient's name only with the salt.
    """
    amount = ingredient.provides or ingredient.amount
    label = _label(ingredient)
    is_salt = amount and not ingredient.provides and labelled(label) and is_compound(label)
    name = f"{ingredient.name} ({ingredient.form})" if is_salt and ingredient.form else ingredient.name
    return f"{name} {amount}".strip()


def rows(ingredients: Iterable[Stated]) -> tuple[Row, ...]:
    """Return the ingredients as a table shows them, in their order."""
    return tuple(_row(ingredient) for ingredient in ingredients)


def sources(shown: Iterable[Row]) -> tuple[str, ...]:
    """Return where the reference values stand that the shares of some rows were counted from, each once."""
    known = (reference_values()[row.nutrient] for row in shown if row.percent is not None)
    return tuple(dict.fromkeys(value.source for value in known))


def _row(ingredient: Stated) -> Row:
    nutrient = next(iter(_nutrients_of(ingredient)), "")
    figure = _figure(amount_of(ingredient, nutrient)) if nutrient else None
    return Row(
        name=ingredient.name,
        form=ingredient.form,
        amount=ingredient.amount,
        nutrient=nutrient,
        provides=ingredient.provides,
        percent=share(nutrient, figure) if figure else None,
    )


def _figure(text: str) -> Figure | None:
    """Return an amount that is all of a text, but for what stands in brackets: "25 µg (1,000 IU)"."""
    plain = _IN_BRACKETS.sub("", text).strip()
    found = parse_amount(plain)
    if found is None or (found.start, found.end) != (0, len(plain)):
        return None
    return Figure(found.low, found.high, found.unit)


def _nutrients_of(ingredient: Stated) -> tuple[str, ...]:
    # A nutrient goes by its own name here even where the table of reference values has no row of it.
    return labelled(_label(ingredient)) or (ingredient.name.strip().casefold(),)


def _label(ingredient: Stated) -> str:
    return f"{ingredient.name} {ingredient.form}".strip()
