"""Daily amounts against upper levels."""

import pytest

from blog.evidence.doses import excesses, unclear_salts

from .passages import dose, fact, figures, point, text, used


def above(*passages, facts=()):
    return [
        ([row.authority for row in one.limits], one.is_supervised)
        for one in excesses(figures(*passages, facts=facts))
    ]


class TestADose:
    def test_above_the_upper_level_is_found_in_a_row_and_in_a_sentence(self):
        assert above(dose("Vitamin D3", "Adults: 1,000-5,000 IU daily")) == [(["IOM", "EFSA"], False)]
        assert above(text("Take 5,000 IU of vitamin D3 every day.")) == [(["IOM", "EFSA"], False)]
        assert above(text("Take 150 µg of vitamin D.")) == [(["IOM", "EFSA"], False)]

    def test_above_the_level_of_one_authority_is_found(self):
        assert above(text("Take 30 mg of zinc a day.")) == [(["EFSA"], False)]
        assert above(text("Take 10 mg of manganese a day.")) == [(["EFSA"], False)]
        assert above(text("Take 3,000 mg of vitamin C a day.")) == [(["IOM"], False)]

    def test_at_the_upper_level_is_not_above_it(self):
        assert above(text("Take 4,000 IU of vitamin D a day."), dose("Vitamin D3", "100 µg daily")) == []

    def test_named_with_a_doctor_is_found_still(self):
        note = "Higher doses may be recommended (under medical supervision)"
        assert above(dose("Vitamin D3", "1,000-5,000 IU daily", note)) == [(["IOM", "EFSA"], True)]
        sentence = "Take 5,000 IU of vitamin D a day, on medical advice only."
        assert above(text(sentence)) == [(["IOM", "EFSA"], True)]
        assert above(text("Take 5,000 IU of vitamin D a day. Ask a doctor.")) == [(["IOM", "EFSA"], False)]

    def test_that_doctors_are_said_to_recommend_matters_as_much_as_any(self):
        assert above(text("Doctors often recommend 10,000 IU of vitamin D3 daily.")) == [
            (["IOM", "EFSA"], False)
        ]
        assert above(text("Take 10,000 IU of vitamin D a day, unless your doctor objects.")) == [
            (["IOM", "EFSA"], True)
        ]

    def test_of_magnesium_in_a_dosage_panel_is_a_supplement_unless_the_row_says_food(self):
        assert above(dose("Magnesium", "500 mg daily")) == [(["EFSA", "IOM"], False)]
        assert above(dose("Magnesium", "500 mg daily with food")) == [(["EFSA", "IOM"], False)]
        assert above(dose("Magnesium", "500 mg daily", "Take with food")) == [(["EFSA", "IOM"], False)]
        assert above(dose("Dietary magnesium", "500 mg daily")) == []
        assert above(dose("Magnesium", "500 mg daily from food")) == []
        assert above(dose("Magnesium", "500 mg daily", "From all sources")) == []
        assert above(text("Magnesium: 500 mg daily.")) == []

    def test_with_a_space_in_its_thousands_is_not_less(self):
        for gap in ("\u00a0", "\u202f"):
            assert above(text(f"Take 5{gap}000 IU of vitamin D a day.")) == [(["IOM", "EFSA"], False)]
            assert above(text(f"Take 5{gap}200 IU of vitamin D a day.")) == [(["IOM", "EFSA"], False)]

    def test_of_magnesium_counts_from_supplements_only(self):
        assert above(dose("Magnesium, all sources", "310–420 mg daily")) == []
        assert above(text("Adults need 420 mg of magnesium a day.")) == []
        assert above(dose("Magnesium, supplements only", "400 mg daily")) == [(["EFSA", "IOM"], False)]
        assert above(text("Take a supplement with 300 mg of magnesium daily.")) == [(["EFSA"], False)]

    def test_of_calcium_has_a_lower_level_for_older_people(self):
        assert above(text("Take 2,200 mg of calcium a day.")) == []
        assert above(text("After menopause take 2,200 mg of calcium a day.")) == [(["IOM"], False)]

    def test_of_a_fact_is_found_where_the_fact_is_used(self):
        high = fact("Vitamin D a day", "1000", "5000", "IU", nutrient="vitamin D")
        assert above(text(f"Most adults benefit from {used(7)} daily."), facts=(high,)) == [
            (["IOM", "EFSA"], False)
        ]
        assert above(point(f"Adults: {used(7)}"), facts=(high,)) == [(["IOM", "EFSA"], False)]

    @pytest.mark.parametrize(
        "sentence",
        [
            "Adults generally need 1,000-1,200 mg of calcium daily from all sources.",
            "The upper level for vitamin D is 100 µg, and 125 µg a day is more.",
            "The Institute of Medicine sets 2,500 mg of calcium a day; the tolerable upper level was 3,000 mg.",
            "In the trial, women took 10,000 IU of vitamin D daily.",
            "Doses of 60,000 IU of vitamin D a day are toxic.",
            "Take 50,000 IU of vitamin D once a week.",
            "A single dose of 100,000 IU of vitamin D was tried.",
            "It raised vitamin D by 200 µg a day.",
            "Bone holds 1,000 g of calcium.",
            "A cup holds 3,000 mg of calcium.",
            "Take 5,000 mg of glucosamine a day.",
            "Take 10,000 IU of vitamin A a day.",
            "Vitamin C helps you take up iron: take 3,000 mg of collagen daily.",
            "The shop sold 5,000 g of zinc.",
            "Take 45-180 mcg of vitamin K2 daily.",
        ],
    )
    def test_is_not_what_only_sounds_like_one(self, sentence):
        assert above(text(sentence)) == []

    def test_in_the_words_of_others_is_let_be(self):
        assert above(text("Take 5,000 IU of vitamin D a day.", kind="quote")) == []

    def test_in_the_wrong_unit_is_told_from_a_high_one(self):
        (slip,) = excesses(figures(dose("Vitamin D3", "25 mg daily")))
        assert slip.is_slip
        (high,) = excesses(figures(dose("Vitamin D3", "5,000 IU daily")))
        assert not high.is_slip
        (without_limit,) = excesses(figures(dose("Vitamin K2", "45-180 mg daily")))
        assert without_limit.is_slip
        assert without_limit.reference.nutrient == "vitamin K"


def sums(*passages):
    return [(str(one.amount.low), one.times) for one in excesses(figures(*passages))]


class TestADoseTakenMoreThanOnceADay:
    @pytest.mark.parametrize(
        "sentence",
        [
            "Take 2,500 IU of vitamin D3 twice daily.",
            "Take 2,500 IU of vitamin D3 twice a day.",
            "Twice daily take 2,500 IU of vitamin D3.",
            "Take two capsules of 2,500 IU vitamin D3 daily.",
            "Take 2 capsules of 2,500 IU of vitamin D3 a day.",
            "Take one or two capsules of 2,500 IU of vitamin D3 a day.",
            "Take two 2,500 IU capsules of vitamin D3 daily.",
            "Take two vitamin D3 capsules daily (2,500 IU each).",
            "Take 2 x 2,500 IU of vitamin D3 daily.",
            "Take 2,500 IU of vitamin D3 every 12 hours.",
            "Take 2,500 IU of vitamin D3 in the morning and evening.",
            "Take 1,000-2,500 IU of vitamin D3 once or twice daily.",
        ],
    )
    def test_counts_as_the_sum(self, sentence):
        assert sums(text(sentence)) == [("5000", 2)]

    def test_counts_as_often_as_it_is_taken(self):
        assert sums(text("Take 2,000 IU of vitamin D three times a day.")) == [("6000", 3)]
        assert sums(text("Take 2,000 IU of vitamin D with each meal.")) == [("6000", 3)]
        assert sums(text("Take two capsules of 2,000 IU of vitamin D twice a day.")) == [("8000", 4)]

    def test_counts_in_a_row_and_by_the_note_of_the_row(self):
        assert sums(dose("Vitamin D3", "2,500 IU twice daily")) == [("5000", 2)]
        assert sums(dose("Vitamin D3", "2,500 IU", "Twice daily with food")) == [("5000", 2)]

    @pytest.mark.parametrize(
        "sentence",
        [
            "Take 2,500 IU of vitamin D daily.",
            "Take 4,000 IU of vitamin D a day in two doses.",
            "Take 4,000 IU of vitamin D a day, divided into morning and evening.",
            "Take 2,500 IU of vitamin D daily and walk twice a day.",
            "Take 2,500 IU of vitamin D daily; brush your teeth twice a day.",
            "People who eat fish twice a day take 2,500 IU of vitamin D.",
            "Take two capsules daily: they hold 2,500 IU of vitamin D in all.",
            "Take 2,000 IU of vitamin D twice daily (4,000 IU in all).",
            "Take 4,000 IU of vitamin D a day, or 2,000 IU twice daily.",
            "Take 2,500 IU of vitamin D twice a week.",
            "A bottle of 60 capsules of 2,500 IU of vitamin D, one taken daily, lasts two months.",
        ],
    )
    def test_is_not_what_is_a_days_amount_already(self, sentence):
        assert sums(text(sentence)) == []


class TestASalt:
    def test_asks_how_much_of_the_element_it_holds(self):
        (one,) = unclear_salts(figures(text("Take 1,000 mg calcium L-aspartate daily.")))
        assert one.stated.salt == "calcium L-aspartate"

    def test_is_not_set_against_the_level_of_the_element(self):
        assert above(text("Take 3,000 mg of calcium carbonate daily.")) == []

    @pytest.mark.parametrize(
        "sentence",
        [
            "Take 1,000 mg of calcium as calcium carbonate daily.",
            "Take 2,500 mg of calcium carbonate daily (1,000 mg of calcium).",
            "A gram of magnesium oxide holds 600 mg of magnesium.",
            "It provides calcium L-aspartate.",
        ],
    )
    def test_that_says_so_needs_no_question(self, sentence):
        assert unclear_salts(figures(text(sentence))) == ()
