"""What an editor is shown of doses and figures beside the form, and over all articles."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from blog.checks.findings import review
from blog.models import ArticlePage, DismissedFinding
from blog.tests.factories import block, infographic, make_article
from blog.tests.factories import text as stored_text

from .form import encoded, posted, text

pytestmark = pytest.mark.django_db
DOSE = "<p>Take 5,000 IU of vitamin D a day.</p>"
TWICE = "<p>Of calcium 30-40% is absorbed.</p><p>So you absorb 30-40% of dietary calcium.</p>"


def findings(client: Client, page: ArticlePage, *blocks) -> BeautifulSoup:
    address = reverse("article_review:edit", args=[page.pk])
    answer = json.loads(client.post(address, **encoded(posted(*blocks))).content)
    return BeautifulSoup(answer["findings"]["html"], "html.parser")


def test_a_dose_typed_into_the_form_is_told_at_once(editor: Client) -> None:
    shown = findings(editor, make_article(), text(DOSE))
    section = shown.select_one(".review-group--should").get_text(" ", strip=True)
    assert "5,000\u00a0IU of vitamin D a day is more than is held to be safe" in section


def test_a_repeated_figure_leads_to_the_facts_of_the_article(editor: Client) -> None:
    page = make_article()
    shown = findings(editor, page, text(TWICE))
    link = shown.find("a", string=lambda words: words and "Make it a fact" in words)
    assert link["href"] == reverse("article_facts", args=[page.pk])


def test_the_report_tells_of_them_for_each_article(editor: Client) -> None:
    panel = block(
        "dosage",
        {
            "title": "Daily",
            "doses": [block("item", {"substance": "Vitamin K2", "amount": "100 mcg daily", "note": ""})],
            "citations": [],
        },
    )
    make_article(stored_text(DOSE), infographic(panel), title="Doses")
    make_article(stored_text("<p>Bone is alive.</p>"), title="Bone")
    table = BeautifulSoup(editor.get(reverse("article_report")).content, "html.parser").select_one("table")
    rows = {row.a.get_text(strip=True): row.td for row in table.select("tbody tr")}
    assert rows["Bone"].details is None
    assert rows["Doses"].summary.get_text(strip=True) == "Doses and figures: 2"
    assert "warfarin" in rows["Doses"].get_text()


def test_what_was_set_aside_is_told_no_more(editor: Client) -> None:
    page = make_article(stored_text(DOSE))
    (finding,) = review(page).on_figures
    DismissedFinding.objects.create(
        article=page, rule=finding.rule, fingerprint=finding.fingerprint, reason="Asked our doctor"
    )
    assert review(page).on_figures == []
