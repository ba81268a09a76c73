"""The table of intakes: what is shipped, and which rows count."""

from datetime import date
from decimal import Decimal

import pytest

from qnwellness.nutrition.figures import normal
from qnwellness.nutrition.intakes import VERSION, Checked, Kind, intakes, limits_of
from qnwellness.nutrition.nutrients import NUTRIENTS


def told(nutrient: str, **options: bool) -> list[tuple[str, Decimal]]:
    rows = limits_of(nutrient, **{"is_supplement": True, **options})
    return [(row.authority, row.figure.low) for row in rows]


@pytest.mark.parametrize(
    ("nutrient", "limits"),
    [
        ("vitamin D", [("IOM", 100), ("EFSA", 100)]),
        ("vitamin K", []),
        ("calcium", [("IOM", 2500), ("EFSA", 2500)]),
        ("magnesium", [("EFSA", 250), ("IOM", 350)]),
        ("zinc", [("EFSA", 25), ("IOM", 40)]),
        ("manganese", [("EFSA", 8), ("IOM", 11)]),
        ("vitamin C", [("IOM", 2000)]),
    ],
)
def test_the_limits_of_adults(nutrient: str, limits: list[tuple[str, int]]) -> None:
    assert told(nutrient) == limits


def test_a_limit_of_supplements_does_not_count_for_food() -> None:
    assert told("magnesium", is_supplement=False) == []


def test_older_adults_have_a_limit_of_their_own_where_an_authority_set_one() -> None:
    assert told("calcium", is_older=True) == [("IOM", 2000), ("EFSA", 2500)]


def test_rows_nobody_checked_are_kept_and_never_compared_with() -> None:
    unchecked = [row for row in intakes() if row.checked == Checked.NO and row.is_limit]
    assert {row.authority for row in unchecked} == {"HSA"}
    assert all(row not in limits_of(row.nutrient, is_supplement=True) for row in unchecked)


def test_every_row_has_what_it_takes() -> None:
    for row in intakes():
        assert row.nutrient in NUTRIENTS
        assert normal(row.figure).unit == "µg"
        assert row.source
        assert row.population
        assert 1990 < row.date <= date.fromisoformat(VERSION).year


def test_every_nutrient_has_a_row_of_what_is_enough() -> None:
    enough = {row.nutrient for row in intakes() if row.kind in {Kind.ALLOWANCE, Kind.ADEQUATE}}
    assert enough == set(NUTRIENTS)
