"""An import says what is left to mend in what it wrote."""

import pytest
from django.core.management import call_command

from blog.checks.findings import review

from .text import TEXT, page

pytestmark = pytest.mark.django_db


def test_counts_findings_by_level(run, file, product):
    (report,), _ = run(file)
    assert report["checks"] == review(page()).counts
    assert report["checks"]["should"] > 0


def test_says_nothing_of_what_was_not_written(run, file):
    (report,), _ = run(file, dry_run=True)
    assert report["checks"] is None


def test_tells_a_person(file, capsys):
    call_command("import_article", str(file))
    assert "before publishing: 0 must fix, " in capsys.readouterr().out


def test_keeps_standard_output_for_the_program(file, capsys):
    call_command("import_article", str(file), json=True)
    captured = capsys.readouterr()
    assert "before publishing: " in captured.err
    assert "before publishing: " not in captured.out


def test_finds_a_claim_without_a_source(run, file):
    file.write_text(TEXT + "\nWhat Is Known\n\nStudies show that iron matters.\n", encoding="utf-8")
    run(file)
    quotes = [finding.quote for finding in review(page()).findings if finding.rule == "uncited_claim"]
    assert quotes == ["Studies show that iron matters."]
