"""Figures a text repeats: from its file to facts, and from one edited fact to every place that states it."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from blog.importing.fingerprint import digest
from blog.models import ArticlePage, Fact
from blog.tests.editor.facts_screen import Screen
from qnwellness.demo.forms import save_through_form

pytestmark = pytest.mark.django_db

# Its parts stand in the order the customer's articles have them in.
TEXT = """leading.png

Two Vitamins, One Skeleton

Table Of Contents

  1. Introduction
  2. What Vitamin D Does
  3. How Much of Each
  4. Closing Words

A skeleton is rebuilt all the time, and it needs two vitamins and a mineral for that. Here is what each of them does.

Two Vitamins at a Glance

What one brings in, the other puts in place

Calcium has to be absorbed, and then it has to be placed.

Vitamin D3: The Door

  • Lets calcium into the body (28-38% vs. 9-14% without it)
  • Keeps the level of calcium in the blood
  • Works with the cells that build bone

Sources: Sunlight, herring, eggs

Vitamin K2: The Guide

  • Switches on the protein that holds calcium in bone
  • Keeps calcium out of soft places

Sources: Natto, hard cheese

How They Work Together

One Opens, One Places

What the first vitamin lets in, the second one puts where it belongs.

Daily Amounts

Vitamin D3

Adults: 700-900 IU daily

More only when a doctor asks for it

Vitamin K2

70-110 mcg daily (the long form)

The long form stays longer

Take the Next Step

Leaf Iron™ is another story, and a good one.

Learn More
What Vitamin D Does

Vitamin D3 is made in the skin when the sun is high, and winter is long in many places.

Without enough vitamin D, the body takes up only 9-14% of the calcium in a meal, compared to 28-38% with enough of it.

How Much of Each

Nobody needs the same amount as somebody else, but this is what most people are told:

Vitamin D3: Most adults do well with 700-900 IU daily, and some need more for a while.

Vitamin K2: Common amounts are 70-110 mcg daily, in the long form.

Closing Words

Eat well, walk in the sun, and ask somebody who knows before you take more.

Back to blog
"""
FIGURES = ["28–38%", "9–14%", "700–900\u00a0IU", "70–110\u00a0µg"]
SAMPLE_FIGURES = ["30–40%", "10–15%", "1,000–5,000\u00a0IU", "45–180\u00a0µg"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "two-vitamins.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_user("editor", password="x")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


@pytest.fixture
def run(capsys: Any) -> Any:
    """Import a file with `--facts` and return its report."""

    def run(path: Path, **options: Any) -> dict[str, Any]:
        capsys.readouterr()
        call_command("import_article", str(path), json=True, facts=True, **options)
        (report,) = json.loads(capsys.readouterr().out)["articles"]
        return report

    return run


def newest(pk: int) -> ArticlePage:
    return ArticlePage.objects.get(pk=pk).get_latest_revision_as_object()


def confirm(editor: Client, report: dict[str, Any]) -> Screen:
    """Confirm every figure the text repeats."""
    screen = Screen(editor, ArticlePage.objects.get(pk=report["page_id"]))
    assert screen.url == report["facts_url"]
    assert screen.send().status_code == 302
    return screen


def shown(client: Client, pk: int) -> tuple[str, str]:
    """Return the words of the infographic and those of the text around it, as readers get them."""
    html = BeautifulSoup(client.get(ArticlePage.objects.get(pk=pk).url).content, "html.parser")
    main = html.select_one("main")
    figure = main.select_one("figure[aria-labelledby^=infographic-]").extract()
    # The list of figures at the end states each once more.
    for rest in main.select("aside, section[id], footer"):
        rest.extract()
    return figure.get_text(" ", strip=True), main.get_text(" ", strip=True)


def assert_one_edit_changes_both(client: Client, pk: int, figures: list[str]) -> None:
    """Publish, change each fact in turn, and look for it in the infographic and in the text."""
    newest(pk).get_latest_revision().publish()
    for said in shown(client, pk):
        assert [figure for figure in figures if figure not in said] == []
    for number, figure in enumerate(figures, 51):
        fact = next(fact for fact in Fact.objects.all() if fact.text == figure)
        fact.low, fact.high = number, None
        fact.save()
        for said in shown(client, pk):
            assert fact.text in said
            assert figure not in said


def test_are_proposed_confirmed_and_changed_in_one_place(file, run, editor):
    report = run(file)
    assert [fact["figure"] for fact in report["facts"]] == FIGURES
    assert {fact["places"] for fact in report["facts"]} == {2}
    assert [fact["nutrient"] for fact in report["facts"]][2:] == ["vitamin D", "vitamin K"]
    assert not Fact.objects.exists()
    confirm(editor, report)
    assert Fact.objects.count() == 4
    assert_one_edit_changes_both(editor, report["page_id"], FIGURES)


@pytest.mark.samples
def test_of_the_customers_own_article_as_well(samples, run, editor):
    report = run(samples / "vitamin-k2-and-d3.txt")
    assert [fact["figure"] for fact in report["facts"]] == SAMPLE_FIGURES
    confirm(editor, report)
    assert_one_edit_changes_both(editor, report["page_id"], SAMPLE_FIGURES)


def test_opening_and_saving_an_article_with_facts_changes_nothing(file, run, editor, admin_user):
    report = run(file)
    confirm(editor, report)
    article = newest(report["page_id"])
    before = digest(article)
    assert str(list(article.body.raw_data)).count('linktype="fact"') == 8
    save_through_form(article, as_posted(article), admin_user)
    assert digest(newest(report["page_id"])) == before


def as_posted(article: ArticlePage) -> dict[str, Any]:
    empty = ("hero", "social_picture", "published_at", "tags", "seo_title", "search_description")
    lists = ("bylines", "comments", "picks")
    return {
        **{name: getattr(article, name) for name in ("title", "slug", "standfirst", "contents")},
        **dict.fromkeys(empty, ""),
        **{name: [] for name in lists},
        "body": article.body,
        "corrections": article.corrections,
    }


class TestImportingAgain:
    def test_skips_an_unchanged_text_whose_figures_were_linked_and_proposes_nothing_twice(
        self, file, run, editor
    ):
        report = run(file)
        confirm(editor, report)
        again = run(file)
        assert (again["action"], again["facts"]) == ("skip", [])
        assert str(list(newest(report["page_id"]).body.raw_data)).count('linktype="fact"') == 8

    def test_never_takes_the_links_out_of_a_text_that_has_changed(self, file, run, editor):
        report = run(file)
        confirm(editor, report)
        file.write_text(TEXT.replace("winter is long", "winter is dark"), encoding="utf-8")
        with pytest.raises(SystemExit):
            run(file)
        assert str(list(newest(report["page_id"]).body.raw_data)).count('linktype="fact"') == 8


class TestTheReport:
    def test_of_a_dry_run_proposes_the_same_and_leads_nowhere(self, file, run):
        report = run(file, dry_run=True)
        assert [fact["figure"] for fact in report["facts"]] == FIGURES
        assert report["facts_url"] is None
        assert not ArticlePage.objects.exists()

    def test_is_as_ever_for_who_does_not_ask(self, file, capsys):
        call_command("import_article", str(file), json=True)
        (report,) = json.loads(capsys.readouterr().out)["articles"]
        assert not {"facts", "facts_url"} & set(report)

    def test_tells_a_person_and_leads_to_the_screen(self, file, capsys, settings):
        call_command("import_article", str(file), facts=True)
        said = capsys.readouterr().out
        address = reverse("article_facts", args=[ArticlePage.objects.get().pk])
        assert "could be a fact: 28–38%, 2 times: " in said
        assert f"confirm them at {settings.WAGTAILADMIN_BASE_URL}{address}" in said

    def test_of_a_file_that_cannot_be_read_proposes_nothing(self, tmp_path, capsys):
        with pytest.raises(SystemExit):
            call_command("import_article", str(tmp_path / "none.txt"), json=True, facts=True)
        (report,) = json.loads(capsys.readouterr().out)["articles"]
        assert (report["facts"], report["facts_url"]) == ([], None)
