"""Nutrient reference values, and shares of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.nutrients import names_of, nutrients_in
from qnwellness.nutrition.figures import Figure
from qnwellness.nutrition.intakes import Checked
from qnwellness.nutrition.reference_values import is_compound, labelled, reference_values, share


@pytest.mark.parametrize(
    ("nutrient", "amount", "unit", "percent"),
    [
        ("calcium", "200", "mg", 25),
        ("vitamin D", "1000", "IU", 500),
        ("vitamin D", "0.025", "mg", 500),
        ("zinc", "1.5", "mg", 15),
    ],
)
def test_a_share_is_counted_in_the_units_of_the_label(nutrient, amount, unit, percent):
    assert share(nutrient, Figure(Decimal(amount), None, unit)) == percent


@pytest.mark.parametrize(
    ("nutrient", "figure"),
    [
        ("iron", Figure(Decimal(14), None, "mg")),
        ("calcium", Figure(Decimal(1), None, "capsule")),
        ("calcium", Figure(Decimal(1), Decimal(2), "mg")),
        ("turmeric", Figure(Decimal(1), None, "mg")),
    ],
)
def test_there_is_no_share_of_an_unchecked_value_another_unit_a_range_or_no_nutrient(nutrient, figure):
    assert share(nutrient, figure) is None


@given(st.sampled_from(sorted(reference_values())), st.decimals(0, 10**6, places=2))
def test_a_whole_reference_value_is_all_of_it_and_more_is_never_less(nutrient, more):
    value = reference_values()[nutrient]
    whole = share(nutrient, value.figure)
    assert whole == (None if value.checked == Checked.NO else 100)
    if whole is not None:
        assert share(nutrient, Figure(value.figure.low + more, None, value.figure.unit)) >= 100


@pytest.mark.parametrize(
    ("text", "nutrients", "is_salt"),
    [
        ("Calcium L-aspartate", ("calcium",), True),
        ("Vitamin D₃ from lichen", ("vitamin D",), False),
        ("Magnesium chloride", ("magnesium", "chloride"), True),
        ("Niacinamide", ("vitamin B3",), False),
        ("Folate", ("folate",), False),
        ("Iron from leaf extract", ("iron",), True),
        ("Turmeric", (), False),
        ("Ironwood", (), False),
    ],
)
def test_a_label_names_nutrients_and_their_salts(text, nutrients, is_salt):
    assert (labelled(text), is_compound(text)) == (nutrients, is_salt)


def test_a_nutrient_has_the_same_name_on_a_label_as_in_an_article():
    for nutrient in set(reference_values()) - {"chloride", "fluoride"}:
        assert nutrients_in(nutrient) == (nutrient,)
        assert labelled(nutrient) == (nutrient,)
        assert {labelled(name) for name in names_of(nutrient)} == {(nutrient,)}
