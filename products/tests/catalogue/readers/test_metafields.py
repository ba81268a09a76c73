import pytest

from products.catalogue.document import IngredientLine, Unusable
from products.catalogue.readers.metafields import read_ingredients, read_names


class TestNames:
    def test_are_a_list_of_texts_each_once(self):
        assert read_names('["Lichen D", " Lichen\\u00a0D ", "D3 drops™", ""]') == ("Lichen D", "D3 drops™")

    def test_may_be_none(self):
        assert read_names("[]") == ()

    @pytest.mark.parametrize("text", ["Lichen D", "{}", "[1]", '["a"', "[" * 100_000, '["a", ["b"]]', "null"])
    def test_in_any_other_form_are_refused(self, text):
        with pytest.raises(Unusable):
            read_names(text)


class TestIngredients:
    def test_have_a_name_and_perhaps_form_and_amount(self):
        text = '[{"name": "Iron", "form": "bisglycinate", "amount": "14 mg"}, {"name": "Beetroot", "form": null}]'
        assert read_ingredients(text) == (
            IngredientLine("Iron", "bisglycinate", "14 mg"),
            IngredientLine("Beetroot"),
        )

    @pytest.mark.parametrize(
        "text",
        [
            '["Iron"]',
            '[{"form": "x"}]',
            '[{"name": "Iron", "amount": 14}]',
            '[{"name": "Iron", "unit": "mg"}]',
            "{",
        ],
    )
    def test_in_any_other_form_are_refused(self, text):
        with pytest.raises(Unusable):
            read_ingredients(text)
