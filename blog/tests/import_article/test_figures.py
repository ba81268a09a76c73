"""What an import says of doses and figures: on a text of our own, built like those customers bring."""

import pytest
from django.core.management import call_command

from blog.checks.findings import review
from blog.models import Fact

from .text import page

pytestmark = pytest.mark.django_db

TEXT = """Zinc and Vitamin D: Two Small Amounts

Contents

  1. Why They Matter
  2. How Much a Day
  3. In Short

Zinc and vitamin D are needed in small amounts, and too much of either does harm. This text says how much is enough.

Zinc and Vitamin D at a Glance

For Adults Who Eat Plants

Both are scarce in plants, and both are easily had from a capsule.

Zinc: The Helper

  • Absorbed worse from grains (15-20% vs. 30-35% from meat)
  • Takes part in more than 300 enzyme reactions
  • Needed for normal immune function

Sources: Pumpkin seeds, lentils, cashews

Daily Dosage Guidelines

Vitamin D3

Adults: 2,000-6,000 IU daily

Less is enough in summer

Vitamin K2

50-100 mcg daily

Benefits for Every Day

Immune Function

Zinc contributes to the normal function of the immune system.

Skin

Zinc contributes to the maintenance of normal skin.

Why They Matter

From grains only 15-20% of zinc is absorbed, compared to 30-35% from meat. A 2013 study of 40 people says so.

How Much a Day

Vitamin D3: most adults do well with 2,000-6,000 IU daily, whatever their age.

In Short

A little of each, every day, is what the body asks for after age 30 as before.
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "zinc.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def rules() -> list[str]:
    return sorted(finding.rule for finding in review(page()).on_figures)


def test_doses_and_repeated_figures_are_found(run, file):
    run(file)
    assert rules() == ["anticoagulant_note", "high_dose", "high_dose", *["repeated_figure"] * 3]


def test_doses_are_told_in_the_report(run, file):
    (report,), _ = run(file)
    told = [warning for warning in report["warnings"] if "6,000\u00a0IU of vitamin D a day" in warning]
    assert len(told) == 2
    assert any("warfarin" in warning for warning in report["warnings"])


def test_a_figure_changed_at_one_place_is_told(run, file):
    file.write_text(TEXT.replace("only 15-20% of zinc", "only 15-25% of zinc"), encoding="utf-8")
    (report,), _ = run(file)
    (told,) = (warning for warning in report["warnings"] if "in the infographic" in warning)
    assert told.startswith("“15-25%” stands here and “15-20%” in the infographic.")


def test_a_figure_that_is_a_fact_is_told(run, file):
    Fact.objects.create(statement="Zinc absorbed from grains", nutrient="zinc", low=15, high=20, unit="%")
    (report,), _ = run(file)
    assert sum("is known as a fact: “Zinc absorbed from grains”" in one for one in report["warnings"]) == 2


def test_a_figure_that_contradicts_a_fact_is_told(run, file):
    Fact.objects.create(statement="Zinc absorbed from meat", nutrient="zinc", low=40, high=50, unit="%")
    (report,), _ = run(file)
    assert any("the fact “Zinc absorbed from meat” says 40–50%" in one for one in report["warnings"])


def test_a_person_reads_it_too(file, capsys):
    call_command("import_article", str(file))
    assert "! 6,000\u00a0IU of vitamin D a day is more than is held to be safe" in capsys.readouterr().out
