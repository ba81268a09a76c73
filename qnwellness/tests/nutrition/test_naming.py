"""Nutrients and other substances in texts."""

import pytest

from qnwellness.nutrition.naming import named_in, nutrients_in


@pytest.mark.parametrize(
    ("text", "nutrients"),
    [
        ("Vitamin D3 and K2", {"vitamin D", "vitamin K"}),
        ("vitamins D and E", {"vitamin D"}),
        ("D₃ beside MK-7", {"vitamin D", "vitamin K"}),
        ("cholecalciferol, menaquinone, ascorbic acid", {"vitamin D", "vitamin K", "vitamin C"}),
        ("CALCIUM-rich food with Zinc", {"calcium", "zinc"}),
        ("vitamin\u00a0C", {"vitamin C"}),
        ("calcification, decalcium, zincs", set()),
        ("vitamin B12 and iron", set()),
        ("AK2 and K20", set()),
    ],
)
def test_nutrients_are_named_as_whole_words(text: str, nutrients: set[str]) -> None:
    assert nutrients_in(text) == nutrients


def test_other_substances_are_told_apart() -> None:
    assert [(one.nutrient, one.salt) for one in named_in("Glucosamine, vitamin B6, calcium L-aspartate")] == [
        (None, ""),
        (None, ""),
        ("calcium", "calcium L-aspartate"),
    ]


def test_a_vitamin_is_no_salt() -> None:
    assert [one.salt for one in named_in("calcium ascorbate, magnesium citrate, zinc")] == [
        "calcium ascorbate",
        "magnesium citrate",
        "",
    ]
