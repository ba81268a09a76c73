"""What the findings about figures say, how much they matter and where they lead."""

import pytest

from blog.checks.finding import Finding, Level, Offer
from blog.checks.findings import find
from blog.evidence.comparing import compare
from blog.tests.evidence.passages import dose, fact, point, text

from .stated import ABSORBED, STATED, stating


def of(rule: str, *passages, facts=()) -> list[Finding]:
    return [one for one in find(stating(*passages, facts=facts)) if one.rule == rule]


class TestAHighDose:
    def test_is_told_with_its_limit_in_the_unit_of_the_text_its_source_and_its_year(self):
        (finding,) = of("high_dose", text("Take 1,000-5,000 IU of vitamin D3 a day."))
        said = finding.message.replace("\u00a0", " ")
        assert said.startswith("5,000 IU of vitamin D a day is more than is held to be safe for adults: ")
        assert "4,000 IU (100 µg) is the upper level of IOM" in said
        assert "Dietary Reference Intakes for Calcium and Vitamin D, p. 443, 2011" in said
        assert "4,000 IU (100 µg) is the upper level of EFSA" in said
        assert "neither legal nor medical advice" in said

    def test_matters_less_with_a_doctor_in_the_sentence_or_the_row_and_never_nothing(self):
        plain = text("Take 5,000 IU of vitamin D a day.")
        supervised = text("Take 5,000 IU of vitamin D a day under medical supervision.")
        row = dose("Vitamin D3", "1,000-5,000 IU daily", "More under medical supervision")
        assert [of("high_dose", one)[0].level for one in (plain, supervised, row)] == [
            Level.SHOULD,
            Level.KNOW,
            Level.KNOW,
        ]

    def test_taken_twice_is_told_as_the_sum(self):
        (finding,) = of("high_dose", text("Take 2,500 IU of vitamin D3 twice daily."))
        said = finding.message.replace("\u00a0", " ")
        assert said.startswith("5,000 IU (2 × 2,500 IU) of vitamin D a day is more than is held to be safe")

    def test_leads_to_its_field_and_names_its_substance(self):
        (finding,) = of("high_dose", dose("Vitamin D3", "5,000 IU daily"))
        assert finding.place == "body.i.panels.d.doses.Vitamin D3.amount"
        assert finding.quote == "Vitamin D3: 5,000 IU daily"

    def test_that_looks_like_a_wrong_unit_is_asked_about(self):
        (finding,) = of("high_dose", dose("Vitamin K2", "45-180 mg daily"))
        assert "Is the unit right?" in finding.message
        assert "120\u00a0µg is enough for IOM (NIH Bookshelf NBK222299, 2001)" in finding.message

    def test_once_set_aside_stays_so_until_its_figure_changes(self):
        one, same, other = (
            of("high_dose", text(f"Take {amount} of vitamin D a day.", place=place))[0].fingerprint
            for amount, place in (("5,000 IU", "body.a"), ("5,000 IU", "body.b"), ("6,000 IU", "body.a"))
        )
        assert one == same
        assert one != other


class TestVitaminK:
    def test_asks_once_a_page_where_it_is_dosed_first(self):
        findings = of(
            "anticoagulant_note", dose("Vitamin K2", "100 mcg daily"), text("Take 100 µg of vitamin K daily.")
        )
        assert [(one.level, one.place) for one in findings] == [
            (Level.SHOULD, "body.i.panels.d.doses.Vitamin K2.amount")
        ]


class TestAFigureThatCouldBeAFact:
    def test_says_which_fact_it_is(self):
        (finding,) = of("typed_fact", text("With vitamin D you absorb 30-40% of calcium."), facts=(ABSORBED,))
        assert "“30-40%” is known as a fact: “Calcium absorbed with enough vitamin D”." in finding.message
        assert (finding.level, finding.offer) == (Level.KNOW, Offer.USE_FACT)

    def test_is_let_be_where_no_fact_can_stand(self):
        passage = text("With vitamin D you absorb 30-40% of calcium.", takes_facts=False)
        assert of("typed_fact", passage, facts=(ABSORBED,)) == []

    def test_that_repeats_is_told_once_at_its_first_place(self):
        (finding,) = of(
            "repeated_figure",
            point("Calcium is absorbed (30-40%)"),
            text("You absorb 30-40% of calcium.\nSo 30-40% of dietary calcium is absorbed."),
        )
        assert finding.message.startswith("30–40% stands here and at 2 other places.")
        assert (finding.place, finding.offer) == ("body.i.panels.p.points.1", Offer.MAKE_FACT)

    def test_that_is_known_is_not_told_as_repeated_too(self):
        passages = point("Calcium is absorbed (30-40%)"), text("You absorb 30-40% of calcium.")
        assert of("repeated_figure", *passages, facts=(ABSORBED,)) == []
        assert len(of("typed_fact", *passages, facts=(ABSORBED,))) == 2


def test_a_contradiction_gives_both_figures():
    daily = fact("Vitamin D a day, adults", "1000", "5000", "IU", nutrient="vitamin D")
    (finding,) = of("contradicted_fact", dose("Vitamin D3", "1,000-4,000 IU daily"), facts=(daily,))
    assert "“1,000-4,000 IU” stands here" in finding.message
    assert "says 1,000–5,000\u00a0IU" in finding.message
    assert finding.level == Level.SHOULD


def test_figures_are_compared_with_facts_once_for_all_rules(monkeypatch):
    asked = []
    monkeypatch.setattr("blog.checks.article.compare", lambda *given: asked.append(given) or compare(*given))
    passages = point("Calcium is absorbed (30-40%)"), text("With vitamin D you absorb 35-45% of calcium.")
    rules = {one.rule for one in find(stating(*passages, facts=(ABSORBED,)))}
    assert {"typed_fact", "contradicted_fact"} <= rules
    assert len(asked) == 1


@pytest.mark.parametrize("rule", STATED)
def test_all_can_be_set_aside(rule):
    assert all(one.can_be_dismissed for one in find(STATED[rule]) if one.rule == rule)
