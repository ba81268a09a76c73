"""The figures of the customer's own article: what the checks find in it, and in variants where one was changed."""

import pytest
from django.core.management import call_command

from blog.checks.finding import Finding, Level
from blog.checks.findings import review
from blog.models import ArticlePage
from products.tests.factories import make_product

pytestmark = [pytest.mark.django_db, pytest.mark.samples]


@pytest.fixture
def imported(samples, tmp_path):
    """Import the sample, with words exchanged if asked to, and return its article."""

    def imported(*changes: tuple[str, str]) -> ArticlePage:
        make_product(title="Bone Essential™", handle="bone-essential")
        words = (samples / "vitamin-k2-and-d3.txt").read_text(encoding="utf-8")
        for old, new in changes:
            assert words.count(old) == 1, old
            words = words.replace(old, new)
        file = tmp_path / "sample.txt"
        file.write_text(words, encoding="utf-8")
        call_command("import_article", str(file))
        return ArticlePage.objects.get()

    return imported


def of(article: ArticlePage, *rules: str) -> list[Finding]:
    return [finding for finding in review(article).findings if finding.rule in rules]


def test_its_dose_of_vitamin_d_is_told_at_both_places_and_lowered_by_the_supervision_it_names(imported):
    found = of(imported(), "high_dose")
    assert [finding.place.rpartition(".")[2] == "amount" for finding in found] == [True, False]
    assert {finding.level for finding in found} == {Level.KNOW}
    for finding in found:
        assert "5,000\u00a0IU of vitamin D" in finding.message
        assert "of IOM" in finding.message
        assert "of EFSA" in finding.message


def test_without_supervision_its_dose_should_be_mended(imported):
    article = imported(
        (
            "with higher doses sometimes recommended for those with significant deficiency (under medical supervision)",
            "whatever the season",
        )
    )
    assert [finding.level for finding in of(article, "high_dose")] == [Level.KNOW, Level.SHOULD]


def test_it_is_asked_for_a_word_on_anticoagulants(imported):
    (finding,) = of(imported(), "anticoagulant_note")
    assert finding.level == Level.SHOULD
    assert finding.quote.startswith("45-180 mcg daily")


def test_its_intake_of_calcium_is_let_be(imported):
    assert not [
        finding for finding in of(imported(), "high_dose", "salt_amount") if "calcium" in finding.message
    ]


def test_its_four_repeated_figures_could_be_facts(imported):
    said = [finding.message.split(" stands")[0] for finding in of(imported(), "repeated_figure")]
    assert said == ["30–40%", "10–15%", "1,000–5,000\u00a0IU", "45–180\u00a0µg"]


def test_its_infographic_and_its_text_agree(imported):
    assert of(imported(), "differing_figures") == []


@pytest.mark.parametrize(
    ("old", "new", "text", "panel"),
    [
        ("compared to 30-40% with", "compared to 35-45% with", "35-45%", "30-40%"),
        ("absorb 10-15% of dietary", "absorb 5-10% of dietary", "5-10%", "10-15%"),
        ("benefit from 1,000-5,000 IU", "benefit from 1,000-4,000 IU", "1,000-4,000 IU", "1,000-5,000 IU"),
        ("range from 45-180 mcg", "range from 45-160 mcg", "45-160 mcg", "45-180 mcg"),
        ("intestines (30-40% vs.", "intestines (25-40% vs.", "30-40%", "25-40%"),
        ("Adults: 1,000-5,000 IU", "Adults: 2,000-5,000 IU", "1,000-5,000 IU", "2,000-5,000 IU"),
    ],
)
def test_a_figure_changed_at_one_place_only_is_found(imported, old, new, text, panel):
    (finding,) = of(imported((old, new)), "differing_figures")
    assert finding.message.startswith(f"“{text}” stands here and “{panel}” in the infographic.")
    assert finding.level == Level.SHOULD


def test_an_import_counts_them(imported, capsys):
    article = imported()
    counts = review(article).counts
    said = f"before publishing: {counts['must']} must fix, {counts['should']} should fix, {counts['know']} good to know"
    assert said in capsys.readouterr().out
