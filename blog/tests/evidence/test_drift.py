"""Figures of an infographic against those of the text around it."""

import pytest

from blog.evidence.drift import differences

from .passages import dose, fact, figures, point, text, used

FACTS = (fact("Calcium absorbed with enough vitamin D", "30", "40", nutrient="calcium", pk=1),)


def differing(*passages):
    return [(one.in_infographic.words, one.in_text.words) for one in differences(figures(*passages))]


ROW = "Enhances calcium absorption from the gut (30-40% vs. 10-15% without)"
SHARES = "Without adequate vitamin D, you absorb {} of dietary calcium compared to {} with sufficient levels."


class TestAnInfographicAndItsText:
    def test_that_agree_are_let_be(self):
        assert differing(point(ROW), text(SHARES.format("10-15%", "30-40%"))) == []

    def test_differ_in_one_of_two_shares(self):
        assert differing(point(ROW), text(SHARES.format("10-15%", "35-45%"))) == [("30-40%", "35-45%")]
        assert differing(point(ROW), text(SHARES.format("5-10%", "30-40%"))) == [("10-15%", "5-10%")]

    def test_differ_in_one_end_of_a_dose(self):
        panel = dose("Vitamin D3", "Adults: 1,000-5,000 IU daily")
        sentence = text(
            "Vitamin D3: Most adults benefit from 1,000-4,000 IU daily, with higher doses for some."
        )
        assert differing(panel, sentence) == [("1,000-5,000 IU", "1,000-4,000 IU")]
        panel = dose("Vitamin K2", "45-180 mcg daily (MK-7 form preferred)")
        sentence = text(
            "Vitamin K2: Common supplemental doses range from 45-160 mcg daily, with MK-7 preferred."
        )
        assert differing(panel, sentence) == [("45-180 mcg", "45-160 mcg")]

    def test_differ_in_the_only_amount_a_day(self):
        panel = dose("Vitamin C", "100–200 mg daily")
        assert differing(panel, text("Adults take 300–400 mg of vitamin C a day.")) == [
            ("100–200 mg", "300–400 mg")
        ]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The Institute of Medicine’s allowance is 400 to 420 mg a day for men and 310 to 320 mg for women.",
            "EFSA chose 350 mg of magnesium a day.",
            "Each daily portion holds 200 mg of magnesium.",
            "Half a cup of spinach holds 78 mg of magnesium.",
            "Pumpkin seeds, roasted, 28 g: about 156 mg",
            "Children need 80–240 mg of magnesium a day.",
            "An adult body holds 25 grams of magnesium.",
            "Take 10–15 mg of zinc a day.",
            "Take no more than 250 mg of magnesium a day.",
            "The upper level for magnesium is 250–350 mg a day.",
            "In a trial, volunteers took 500–600 mg of magnesium a day.",
        ],
    )
    def test_may_speak_of_other_things(self, sentence):
        assert differing(dose("Magnesium", "310–420 mg daily for adults"), text(sentence)) == []

    def test_may_give_other_shares_of_other_things(self):
        panel = point("About 60% of it lies in bone", title="Magnesium")
        assert differing(panel, text("Some 45% of adults eat too little magnesium.")) == []

    def test_are_told_apart_from_a_note_in_the_words_of_others(self):
        assert differing(point(ROW), text(SHARES.format("10-15%", "35-45%"), kind="quote")) == []

    def test_that_use_the_same_fact_cannot_differ(self):
        passages = point(f"Calcium absorption ({used(1)})"), text(f"You absorb {used(1)} of calcium.")
        assert differences(figures(*passages, facts=FACTS)) == ()
