from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blog.facts.proposal import LONGEST_STATEMENT, figure_in, nutrient_near, propose
from qnwellness.nutrition.figures import Figure, written
from qnwellness.nutrition.units import UNITS


class TestAFigureIsRead:
    @pytest.mark.parametrize(
        ("words", "low", "high", "unit"),
        [
            ("30–40%", 30, 40, "%"),
            ("30-40 %", 30, 40, "%"),
            ("1,000-5,000 IU", 1000, 5000, "IU"),
            ("1,000", 1000, None, ""),
            ("1000", 1000, None, ""),
            ("about 300 enzyme reactions", 300, None, ""),
            ("between 10 and 15 percent", 10, 15, "%"),
            ("0.5 mg", "0.5", None, "mg"),
            ("180 mcg", 180, None, "µg"),
            ("two capsules", 2, None, "capsule"),
            ("5 to 5 mg", 5, None, "mg"),
        ],
    )
    def test_with_its_range_and_unit(self, words, low, high, unit):
        found = figure_in(words)
        assert found.figure == Figure(Decimal(low), None if high is None else Decimal(high), unit)

    def test_from_where_it_stands(self):
        found = figure_in("about 30–40% of it")
        assert "about 30–40% of it"[found.start : found.end] == "30–40%"

    @pytest.mark.parametrize("words", ["", "calcium", "D3", "vitamin B12", "10 billion CFU", "MK-7"])
    def test_only_where_there_is_one_a_fact_can_have(self, words):
        assert figure_in(words) is None

    def test_turned_ranges_included_so_that_the_form_can_say_so(self):
        assert figure_in("40–30%").figure == Figure(Decimal(40), Decimal(30), "%")

    @given(
        low=st.integers(1, 10**6),
        more=st.none() | st.integers(1, 10**6),
        unit=st.sampled_from(["", *(unit for unit in UNITS if unit != "CFU")]),
    )
    def test_as_it_is_written(self, low, more, unit):
        figure = Figure(Decimal(low), None if more is None else Decimal(low + more), unit)
        assert figure_in(written(figure)).figure == figure


def proposed(sentence, words):
    start = sentence.index(words)
    found = figure_in(words)
    return propose(found.figure, sentence[:start], sentence[start + len(words) :])


class TestAStatementIsTheSentence:
    @pytest.mark.parametrize(
        ("sentence", "words", "statement"),
        [
            (
                "With sufficient vitamin D, the body absorbs about 30–40% of dietary calcium.",
                "30–40%",
                "With sufficient vitamin D, the body absorbs dietary calcium",
            ),
            ("Only 10–15% is absorbed without it.", "10–15%", "Is absorbed without it"),
            ("Adults take up to (1,000 IU) daily", "1,000 IU", "Adults take daily"),
            ("Magnesium drives 300 reactions.", "300", "Magnesium drives reactions"),
            ("It chose an intake of 350 mg for men", "350 mg", "It chose an intake for men"),
            ("The share is 30%.", "30%", "The share"),
            ("30–40%", "30–40%", ""),
        ],
    )
    def test_without_the_figure_and_what_belongs_to_it(self, sentence, words, statement):
        assert proposed(sentence, words).statement == statement

    def test_cut_at_a_word_where_it_is_long(self):
        statement = proposed("Bone " * 100 + "holds 30% calcium", "30%").statement
        assert len(statement) <= LONGEST_STATEMENT
        assert statement.endswith("Bone…")

    @given(st.text(max_size=500), st.text(max_size=500))
    def test_never_longer_than_a_statement_may_be(self, before, after):
        assert len(propose(Figure(Decimal(1)), before, after).statement) <= LONGEST_STATEMENT


class TestTheNutrientIsTheOneNamedClosest:
    @pytest.mark.parametrize(
        ("before", "after", "nutrient"),
        [
            ("With sufficient vitamin D, the body absorbs ", " of dietary calcium", "calcium"),
            ("Take ", " of D3 with magnesium", "vitamin D"),
            ("Zinc: ", " daily, with food and with vitamin C", "zinc"),
            ("Calcium, and then ", " magnesium", "magnesium"),
            ("A cup of tea has ", " of it", ""),
            ("Vitamin D30 is none: ", "", ""),
        ],
    )
    def test(self, before, after, nutrient):
        assert nutrient_near(before, after) == nutrient
