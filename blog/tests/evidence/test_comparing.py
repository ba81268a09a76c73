"""Figures against facts of the site."""

import pytest

from blog.evidence.comparing import compare

from .passages import dose, fact, figures, text, used

WITH = fact("Calcium absorbed with enough vitamin D", "30", "40", nutrient="calcium", pk=1)
WITHOUT = fact(
    "Calcium absorbed", "10", "15", nutrient="calcium", qualifier="with too little vitamin D", pk=2
)
DAILY = fact("Vitamin D a day, adults", "1000", "5000", "IU", nutrient="vitamin D", pk=3)
FACTS = (WITH, WITHOUT, DAILY)


def equal(*passages, facts=FACTS):
    found = compare(figures(*passages, facts=facts), facts).equal
    return [(one.placed.words, one.fact.pk) for one in found]


def against(*passages, facts=FACTS):
    found = compare(figures(*passages, facts=facts), facts).contradicting
    return [(one.placed.words, one.fact.pk) for one in found]


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


class TestManyFacts:
    def test_are_not_each_looked_at_for_each_figure(self, monkeypatch):
        """A figure meets the facts with its quantity and those about its topic: one of a thousand here."""
        asked = []

        def counting(one, fact):
            asked.append(fact.pk)
            return True

        monkeypatch.setattr("blog.evidence.comparing._may_speak_of", counting)
        names = [
            f"{first}{last}" for first in "bcdfghjklm" for last in ("anum", "erol", "itin", "ogen", "upal")
        ]
        others = [
            fact(f"{name} kept in the {organ}", str(number + 1), str(number + 50), pk=number + 10)
            for number, (name, organ) in enumerate(
                (name, organ) for name in names for organ in ("liver", "skin")
            )
        ]
        facts = (*FACTS, *others)
        assert equal(text("With enough vitamin D you absorb 30-40% of calcium."), facts=facts) == [
            ("30-40%", 1)
        ]
        assert against(text("With enough vitamin D you absorb 35-45% of calcium."), facts=facts) == [
            ("35-45%", 1)
        ]
        assert len(asked) < 10
