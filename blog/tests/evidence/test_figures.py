"""Figures with units in sentences: what is one, and what only looks like one."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.evidence.figures import Sense, figures_in

FIGURES = [
    # Plain amounts, in every spelling of their unit.
    ("Adults need 15 µg a day.", ["15 µg"]),
    ("Adults need 15 μg a day.", ["15 µg"]),
    ("Adults need 15 ug a day.", ["15 µg"]),
    ("Adults need 15 mcg a day.", ["15 µg"]),
    ("Adults need 15 micrograms a day.", ["15 µg"]),
    ("Take 600 IU with a meal.", ["600 IU"]),
    ("Take 600 I.U. with a meal.", ["600 IU"]),
    ("Take 600 I.U.", ["600 IU"]),
    ("Take 600 international units with a meal.", ["600 IU"]),
    ("A day's need is 1,000 mg of calcium.", ["1000 mg"]),
    ("A day's need is 1000mg of calcium.", ["1000 mg"]),
    ("A day's need is 1\u00a0000\u00a0mg of calcium.", ["1000 mg"]),
    ("A day's need is 1 000 mg of calcium.", ["1000 mg"]),
    ("About 2.5 g of salt.", ["2.5 g"]),
    ("A 500-mg tablet of vitamin C.", ["500 mg"]),
    ("Each capsule holds 200 milligrams of magnesium.", ["200 mg"]),
    ("It takes 30 ml of the syrup.", ["30 ml"]),
    ("Ten grams of oil hold 90 kcal.", ["90 kcal"]),
    ("It holds 10 billion CFU.", ["10 CFU"]),
    # Shares.
    ("About 60% of it lies in bone.", ["60 %"]),
    ("About 60 % of it lies in bone.", ["60 %"]),
    ("About 60 percent of it lies in bone.", ["60 %"]),
    ("About 60 per cent of it lies in bone.", ["60 %"]),
    ("This covers 100% of the allowance.", ["100 %"]),
    ("A 30-percent share is taken up.", ["30 %"]),
    ("It was 2,000 per cent.", ["2000 %"]),
    # Ranges, in every way people write them.
    ("The gut takes up 30-40% of it.", ["30–40 %"]),
    ("The gut takes up 30–40% of it.", ["30–40 %"]),
    ("The gut takes up 30%–40% of it.", ["30–40 %"]),
    ("The gut takes up 30 % to 40 % of it.", ["30–40 %"]),
    ("The gut takes up 30 to 40 per cent of it.", ["30–40 %"]),
    ("The gut takes up between 30 and 40% of it.", ["30–40 %"]),
    ("The gut takes up between 30% and 40% of it.", ["30–40 %"]),
    ("Adults: 1,000-5,000 IU daily", ["1000–5000 IU"]),
    ("Adults take 1,000 to 5,000 IU daily.", ["1000–5000 IU"]),
    ("45-180 mcg daily (MK-7 form preferred)", ["45–180 µg"]),
    ("Common doses range from 45-180 mcg daily.", ["45–180 µg"]),
    ("Vitamin D3 1,000 IU", ["1000 IU"]),
    ("MK-7 180 mcg", ["180 µg"]),
    ("Omega-3 500 mg", ["500 mg"]),
    ("Omega 3 500 mg", ["500 mg"]),
    ("Between 500 mg and 1 g of vitamin C.", ["0.5–1 g"]),
    # Several in a sentence.
    ("Taken up: 30-40% vs. 10-15% without.", ["30–40 %", "10–15 %"]),
    ("Calcium and vitamin D (1,000 mg and 800 IU).", ["1000 mg", "800 IU"]),
    ("Doses of 10 and 20 mg were compared.", ["10 mg", "20 mg"]),
    ("Its share rose from 10% to 30%.", ["10 %", "30 %"]),
    ("Its share rose from 10 to 30%.", ["10 %", "30 %"]),
    ("25 micrograms of it (1,000 IU)", ["25 µg", "1000 IU"]),
    ("It has 120 mg/day of this and 5 mg/serving of that.", ["120 mg", "5 mg"]),
]

LOOK_ALIKES = [
    "A landmark 2013 study found that women lost less bone.",
    "The 2,000 people of the study were followed from 2010 to 2015.",
    "Vitamin D3 and vitamin K2 work together.",
    "Vitamin B12 and vitamin B6 are others.",
    "MK-7 and MK-4 are forms of it.",
    "MK-4 through MK-13 are known.",
    "Magnesium takes part in more than 300 enzyme reactions.",
    "It takes part in 300 systems.",
    "Bone mass peaks around age 30.",
    "After age 30 it declines, and after 50 faster.",
    "Women aged 50-65 were asked.",
    "People over 65 need more.",
    "Here are 5 tips for strong bones.",
    "The 10 best foods for bones",
    "We answer 24/7.",
    "Call +65 6123 4567 for advice.",
    "Call 1-800-555-0199.",
    "Omega-3 and omega-6 are fats.",
    "COVID-19 changed a lot.",
    "It affects 1 in 3 women.",
    "See page 45, or pp. 45-180.",
    "Osteoporos Int 2013;24(9):2499-507",
    "It costs $29.90, or S$30.",
    "Save 20% on your first order.",
    "Take 20% off today.",
    "Prices include 9% GST.",
    "It is 100% plant-based.",
    "100% natural ingredients",
    "The shop closes at 5 pm on 12 May 2026.",
    "Version 2.5.1 was released.",
    "5G and 4G networks",
    "A 95% CI of the mean",
    "A 95% confidence interval",
    "Blood levels above 30 ng/ml are enough.",
    "A cholesterol of 190 mg/dL is high.",
    "A cholesterol of 190 mg / dl is high.",
    "Give 3 mg/kg to rats.",
    "EFSA's limit is 3 mg for each kilogram of body weight.",
    "It holds 250 mg per 100 g.",
    "Walk for 30 minutes 5 times a week.",
    "Sleep 7 to 9 hours a night.",
    "Take 2 capsules twice daily.",
    "The trial ran for 12 weeks with 50 people.",
    "Bake at 180 °C.",
    "Room 12 g-force",
    "Chapter 3 mgmt",
    "Ph 7.4",
    "Regulation 432/2012 lists it.",
    "The E 100 colour",
    "#1 in Singapore",
    "It is 3x stronger.",
    "Half a teaspoon of powder",
    "doi 10.1007/s00198-013-2325-6",
    "1. Introduction",
    "",
]


def told(text: str) -> list[str]:
    return [
        f"{one.figure.low:f}{f'–{one.figure.high:f}' if one.figure.high is not None else ''} {one.figure.unit}"
        for one in figures_in(text)
    ]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures_are_read(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_one_is_let_be(text: str) -> None:
    assert told(text) == []


def test_there_are_enough_sentences_of_both_kinds() -> None:
    assert len(FIGURES) + len(LOOK_ALIKES) >= 80


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Enhances calcium absorption (30-40% vs. 10-15% without)", ["calcium", "calcium"]),
        ("Without adequate vitamin D, 10-15% of dietary calcium is taken up.", ["calcium"]),
        ("Vitamin D3: most adults benefit from 1,000 IU.", ["vitamin D"]),
        ("Take 1,000 mg of calcium and 10 mg of zinc.", ["calcium", "zinc"]),
        ("Calcium and vitamin D (1,000 mg and 800 IU)", ["calcium", "vitamin D"]),
        ("Calcium, magnesium and zinc: 500 mg", [None]),
        ("Vitamins K2 and D3 (100 mcg and 1,000 IU)", ["vitamin K", "vitamin D"]),
        ("Vitamin A: 3,000 IU", [None]),
        ("Vitamin A and vitamin D: 3,000 IU", [None]),
        ("Calcium goes well with 1,500 mg glucosamine.", [None]),
        ("With vitamin C comes 14 mg of iron.", [None]),
        ("Beside calcium it holds 100 mg of Boswellia extract.", [None]),
        ("Vitamin D depends on it, and the drops provide 25 micrograms of it (1,000 IU).", ["vitamin D"] * 2),
        ("Take 400 mg daily of magnesium.", ["magnesium"]),
        ("An adult of 60 kg needs calcium.", [None]),
        ("Vitamin D₃: 25 µg", ["vitamin D"]),
        ("Take 400 mg.", [None]),
    ],
)
def test_a_figure_belongs_to_the_nutrient_its_sentence_names(text: str, owners: list[str | None]) -> None:
    assert [one.nutrient for one in figures_in(text)] == owners


def test_a_sentence_that_names_none_is_about_what_stands_around_it() -> None:
    (one,) = figures_in("Adults generally need 1,000-1,200 mg daily.", around="Calcium")
    assert one.nutrient == "calcium"


def test_what_stands_around_does_not_outweigh_the_sentence() -> None:
    (one,) = figures_in("Take 10 mg of zinc.", around="Calcium")
    assert one.nutrient == "zinc"


@pytest.mark.parametrize(
    ("text", "salt"),
    [
        ("1,000 mg calcium L-aspartate", "calcium L-aspartate"),
        ("1,000 mg of magnesium oxide", "magnesium oxide"),
        ("1,000 mg of calcium as calcium carbonate", ""),
        ("200 mg of magnesium as bisglycinate", ""),
    ],
)
def test_the_amount_of_a_salt_is_told_from_that_of_its_element(text: str, salt: str) -> None:
    assert figures_in(text)[0].salt == salt


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("It takes up 40% of it.", Sense.AS_IT_STANDS),
        ("Over 40% of adults", Sense.AT_LEAST),
        ("At least 400 mg", Sense.AT_LEAST),
        ("Up to 400 mg", Sense.AT_MOST),
        ("No more than 400 mg", Sense.AT_MOST),
        ("It cut uptake by 39 per cent.", Sense.CHANGE),
        ("Women absorbed 14% more.", Sense.CHANGE),
    ],
)
def test_bounds_and_changes_are_told_apart(text: str, sense: Sense) -> None:
    assert figures_in(text)[0].sense == sense


def test_each_figure_has_the_part_of_the_sentence_that_speaks_of_it() -> None:
    text = "Without vitamin D you take up 10-15% of it compared to 30-40% with sufficient levels."
    one, other = figures_in(text)
    assert one.clause.startswith("Without vitamin D")
    assert other.clause == "30-40% with sufficient levels."


def test_its_place_holds_its_words() -> None:
    text = "Adults (men): between 1,000 and 2,000 IU daily, or 50 µg."
    assert [text[one.start : one.end] for one in figures_in(text)] == ["1,000 and 2,000 IU", "50 µg"]
    assert figures_in(text)[0].figure.low == Decimal(1000)


@given(st.text(alphabet="0123456789,.-–% mgIUµcto/of\u00a0and\u00a0vitamin DK2", max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for one in figures_in(text):
        assert text[one.start : one.end] == one.words
        assert one.figure.high is None or one.figure.low < one.figure.high


@given(st.text(max_size=200))
def test_no_script_breaks_it(text: str) -> None:
    figures_in(text)


@pytest.mark.timed
@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["1,000", "30-", "1 to ", "calcium and ", "10 mg ", "vitamin ", "%", "1,000-5,000 IU, ", "vs. "]
)
def test_time_grows_with_the_length(part: str) -> None:
    def seconds(count: int) -> float:
        times = []
        for _ in range(3):
            begun = time.process_time()
            figures_in(part * count)
            times.append(time.process_time() - begun)
        return min(times)

    short, long = seconds(400), seconds(1600)
    assert long < max(0.02, short * 12)
