"""Figures against facts of the site, and those of an infographic against those of the text around it."""

import pytest

from blog.evidence.drift import against_facts, differences, equal_to_facts

from .passages import dose, fact, figures, point, text, used

WITH = fact("Calcium absorbed with enough vitamin D", "30", "40", nutrient="calcium", pk=1)
WITHOUT = fact(
    "Calcium absorbed", "10", "15", nutrient="calcium", qualifier="with too little vitamin D", pk=2
)
DAILY = fact("Vitamin D a day, adults", "1000", "5000", "IU", nutrient="vitamin D", pk=3)
FACTS = (WITH, WITHOUT, DAILY)


def equal(*passages, facts=FACTS):
    found = equal_to_facts(figures(*passages, facts=facts), facts)
    return [(one.placed.words, one.fact.pk) for one in found]


def against(*passages, facts=FACTS):
    found = against_facts(figures(*passages, facts=facts), facts)
    return [(one.placed.words, one.fact.pk) for one in found]


def differing(*passages):
    return [(one.in_infographic.words, one.in_text.words) for one in differences(figures(*passages))]


class TestAFigureThatEqualsAFact:
    def test_is_found_where_its_sentence_speaks_of_the_same(self):
        sentence = "Without enough vitamin D you absorb 10-15% of calcium compared to 30-40% with enough."
        assert equal(text(sentence)) == [("10-15%", 2), ("30-40%", 1)]

    def test_is_found_in_a_dose_row(self):
        assert equal(dose("Vitamin D3", "1,000-5,000 IU daily")) == [("1,000-5,000 IU", 3)]

    def test_is_found_in_another_unit_of_vitamin_d(self):
        assert equal(dose("Vitamin D3", "25–125 µg daily")) == [("25–125 µg", 3)]

    def test_is_not_what_the_same_number_is_of_something_else(self):
        assert equal(text("In winter 30-40% of adults are tired.")) == []
        assert equal(text("Take 1,000-5,000 mg of vitamin C a day.")) == []

    def test_is_not_a_change_by_as_much(self):
        assert equal(text("Vitamin D raised absorbed calcium by 30-40%.")) == []

    def test_is_not_what_holds_for_other_people(self):
        assert equal(text("Older women absorb 30-40% of calcium with enough vitamin D.")) == []

    def test_is_not_one_that_is_a_fact_already(self):
        assert equal(text(f"You absorb {used(1)} of calcium with enough vitamin D.")) == []

    def test_is_not_in_the_words_of_others(self):
        assert equal(text("You absorb 30-40% of calcium with enough vitamin D.", kind="quote")) == []

    def test_is_nearest_to_the_fact_with_most_of_its_words(self):
        other = fact("Calcium absorbed by adults from milk", "30", "40", nutrient="calcium", pk=9)
        found = equal(text("From milk you absorb 30-40% of its calcium."), facts=(WITH, other))
        assert found == [("30-40%", 9)]

    def test_is_found_for_a_single_value_only_with_most_of_the_words(self):
        known = fact("Magnesium stored in bone", "60", nutrient="magnesium")
        assert equal(text("About 60% of the body's magnesium is stored in bone."), facts=(known,)) == [
            ("60%", 7)
        ]
        assert equal(text("About 60% of people eat too little magnesium."), facts=(known,)) == []


class TestAFigureThatContradictsAFact:
    def test_is_found_where_its_sentence_speaks_of_the_same(self):
        assert against(text("With enough vitamin D you absorb 35-45% of calcium.")) == [("35-45%", 1)]

    def test_is_found_in_a_dose_row(self):
        assert against(dose("Vitamin D3", "1,000-4,000 IU daily")) == [("1,000-4,000 IU", 3)]

    def test_is_found_in_another_unit(self):
        assert against(dose("Vitamin D3", "25–100 µg daily")) == [("25–100 µg", 3)]

    @pytest.mark.parametrize(
        "sentence",
        [
            # Within it, or no more than a bound.
            "With enough vitamin D you absorb about 35% of calcium.",
            "With enough vitamin D you absorb at least 30% of calcium.",
            "Adults take 2,000 IU of vitamin D a day.",
            "Adults take up to 5,000 IU of vitamin D a day.",
            # Under other conditions, by other people, as a limit, in a product, in a study.
            "Without vitamin D you absorb 12% of calcium.",
            "Older women absorb 20-25% of calcium with enough vitamin D.",
            "Children need 400 IU of vitamin D a day.",
            "The upper level of vitamin D is 6,000 IU a day.",
            "The recommended daily allowance of vitamin D is 600 IU.",
            "One daily capsule holds 200 IU of vitamin D.",
            "In a trial adults took 10,000 IU of vitamin D daily.",
            "Take 50,000 IU of vitamin D a week.",
            # Of something else.
            "Over 60% of adults have enough vitamin D.",
            "With enough vitamin D, 20-25% of phosphorus ends in bone.",
            "Adults need 1,000-1,200 mg of calcium a day.",
            "The level rose by 50-60%.",
            # Beside the fact's own figure.
            "With enough vitamin D you absorb 30-40% of calcium, and 50-60% in a year of growth.",
        ],
    )
    def test_is_not_what_can_be_true_beside_it(self, sentence):
        assert against(text(sentence)) == []

    def test_is_not_what_holds_for_a_lack(self):
        sentence = text("Without vitamin D you absorb 5-10% of calcium.")
        assert against(sentence, facts=(WITH, DAILY)) == []
        assert against(sentence) == [("5-10%", 2)]

    def test_is_not_what_another_fact_says(self):
        assert against(text("With too little vitamin D you absorb 10-15% of calcium.")) == []


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
