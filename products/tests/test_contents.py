"""What a product contains of the nutrients one asks about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from products.contents import Contained, amount_of, contents, in_a_line, rows, sources
from products.details import IngredientLine

WORDS = st.sampled_from(
    ["", "Calcium", "L-aspartate", "Vitamin D3", "cholecalciferol", "Turmeric", "extract"]
)
AMOUNTS = st.sampled_from(["", "200 mg", "25 µg (1,000 IU)", "a little", "10–20 mg"])
INGREDIENTS = st.lists(st.builds(IngredientLine, WORDS, WORDS, AMOUNTS, AMOUNTS), max_size=6)
NUTRIENTS = st.lists(st.sampled_from(["calcium", "vitamin D", "vitamin K", "choline"]), max_size=4)

ASPARTATE = IngredientLine("Calcium", "L-aspartate", "1,000 mg")
STATED = IngredientLine("Calcium", "L-aspartate", "1,000 mg", "200 mg")
D3 = IngredientLine("Vitamin D3", "from lichen", "1,000 IU")


class TestContents:
    def test_tell_what_is_contained_and_what_is_not(self):
        found = contents([STATED, D3], ["calcium", "vitamin D", "vitamin K"])
        assert found.contained == (Contained("calcium", "200 mg"), Contained("vitamin D", "1,000 IU"))
        assert found.missing == ("vitamin K",)

    def test_give_no_amount_of_a_salt_as_that_of_its_mineral(self):
        assert contents([ASPARTATE], ["calcium"]).contained == (Contained("calcium"),)

    def test_give_no_amount_of_what_several_ingredients_hold(self):
        more = IngredientLine("Calcium", "", "50 mg")
        assert contents([STATED, more], ["calcium"]).contained == (Contained("calcium"),)

    @pytest.mark.parametrize(("ingredients", "nutrients"), [([], ["calcium"]), ([STATED], [])])
    def test_are_unknown_without_ingredients_or_question(self, ingredients, nutrients):
        assert contents(ingredients, nutrients) is None

    @given(INGREDIENTS, NUTRIENTS)
    def test_name_every_nutrient_asked_for_exactly_once(self, ingredients, nutrients):
        found = contents(ingredients, nutrients)
        if found is not None:
            named = [one.nutrient for one in found.contained] + list(found.missing)
            assert sorted(named) == sorted(set(nutrients))

    @given(INGREDIENTS, NUTRIENTS)
    def test_never_make_an_amount_up(self, ingredients, nutrients):
        found = contents(ingredients, nutrients)
        stated = {text for one in ingredients for text in (one.amount, one.provides)}
        assert {one.amount for one in (found.contained if found else ())} <= stated | {""}


def test_what_a_salt_provides_is_that_of_its_first_nutrient_only():
    ascorbate = IngredientLine("Calcium", "ascorbate", "500 mg", "50 mg")
    assert (amount_of(ascorbate, "calcium"), amount_of(ascorbate, "vitamin C")) == ("50 mg", "")


class TestARow:
    @pytest.mark.parametrize(
        ("ingredient", "percent"),
        [
            (STATED, Decimal(25)),
            (ASPARTATE, None),
            (D3, Decimal(500)),
            (IngredientLine("Vitamin D3", "cholecalciferol", "25 µg (1,000 IU)"), Decimal(500)),
            (IngredientLine("Vitamin C", "acerola extract", "80 mg"), None),
            (IngredientLine("Magnesium", "", "100–200 mg"), None),
            (IngredientLine("Magnesium", "", "375 mg in three capsules"), None),
            (IngredientLine("Iron", "", "14 mg"), None),
            (IngredientLine("Turmeric", "root", "500 mg"), None),
        ],
    )
    def test_has_a_share_only_of_the_nutrient_itself_and_of_a_value_that_was_checked(
        self, ingredient, percent
    ):
        assert rows([ingredient])[0].percent == percent

    def test_with_a_share_names_its_source_once(self):
        assert sources(rows([STATED, D3])) == ("Regulation (EU) No 1169/2011, Annex XIII, part A",)
        assert sources(rows([ASPARTATE])) == ()


@pytest.mark.parametrize(
    ("ingredient", "words"),
    [
        (STATED, "Calcium 200 mg"),
        (ASPARTATE, "Calcium (L-aspartate) 1,000 mg"),
        (D3, "Vitamin D3 1,000 IU"),
        (IngredientLine("Turmeric"), "Turmeric"),
    ],
)
def test_a_line_never_puts_the_amount_of_a_salt_beside_its_mineral(ingredient, words):
    assert in_a_line(ingredient) == words
