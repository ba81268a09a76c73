"""The Facts panel beside an article's form, and the way to the screen."""

import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blog.checks.findings import Review
from blog.editor.facts_listed import listed_facts
from blog.models import ArticlePage, Fact
from blog.tests.factories import journal, make_article
from blog.tests.factories import text as stored_text

from .form import encoded, posted, text

pytestmark = pytest.mark.django_db

TWICE = "<p>Adults take 30–40 mg of zinc a day.</p><p>Again, adults take 30–40 mg of zinc a day.</p>"


@pytest.fixture
def fact() -> Fact:
    return Fact.objects.create(
        statement="Daily zinc of adults", low=Decimal(30), high=Decimal(40), unit="mg", nutrient="zinc"
    )


def use(fact: Fact) -> str:
    return f'<p>Take <a linktype="fact" id="{fact.pk}">30–40 mg</a>.</p>'


def ask(client: Client, url: str, *blocks: Any) -> tuple[str, Any]:
    """Return what the panel says of an unsaved form, as words and as markup."""
    answer = json.loads(client.post(url, **encoded(posted(*blocks))).content)
    html = BeautifulSoup(answer["facts"]["html"], "html.parser")
    return " ".join(html.get_text(" ").split()), html


def ask_of(client: Client, page: ArticlePage, *blocks: Any) -> tuple[str, Any]:
    return ask(client, reverse("article_review:edit", args=[page.pk]), *blocks)


class TestThePanel:
    def test_lists_the_facts_of_the_form_and_not_of_the_saved_article(self, editor, fact):
        page = make_article(stored_text("<p>Rest.</p>"))
        said, html = ask_of(editor, page, text(use(fact) + use(fact)))
        assert "30–40 mg Daily zinc of adults stated 2 times" in said
        assert html.select_one(f'a[href="{reverse("wagtailsnippets_blog_fact:edit", args=[fact.pk])}"]')
        assert "overdue" not in said

    def test_marks_those_that_should_have_been_checked_again(self, editor, fact):
        Fact.objects.filter(pk=fact.pk).update(verify_by=timezone.localdate() - timedelta(days=1))
        said, html = ask_of(editor, make_article(), text(use(fact)))
        assert "overdue" in said
        assert html.select(".review-finding--overdue")

    def test_says_how_many_figures_could_be_facts_and_leads_to_the_screen(self, editor):
        page = make_article()
        said, html = ask_of(editor, page, text(TWICE))
        assert "1 figure could be a fact." in said
        assert html.select_one(f'a[href="{reverse("article_facts", args=[page.pk])}"]')

    def test_leads_nowhere_before_the_first_save(self, editor):
        said, html = ask(editor, reverse("article_review:add", args=[journal().pk]), text(TWICE))
        assert "They can be linked once a draft is saved." in said
        assert not html.select("a")

    def test_tells_of_figures_whose_fact_was_deleted(self, editor, fact):
        html = use(fact)
        fact.delete()
        assert (
            "1 figure is linked to a fact that was deleted." in ask_of(editor, make_article(), text(html))[0]
        )

    def test_costs_one_query_whatever_the_form_holds(self, editor, django_assert_num_queries):
        facts = [
            Fact.objects.create(statement=f"Fact {number}", low=Decimal(number + 1)) for number in range(20)
        ]
        page = make_article(*(stored_text(use(fact)) for fact in facts))
        with django_assert_num_queries(1):
            assert len(listed_facts(page, Review((), {})).used.facts) == 20


class TestTheFormOfAnArticle:
    def test_has_the_panel_and_a_button_that_leads_to_the_screen(self, editor, fact):
        page = make_article(stored_text(use(fact)))
        html = BeautifulSoup(
            editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html.parser"
        )
        assert "Daily zinc of adults" in html.select_one('[data-side-panel="facts"]').get_text()
        ways = html.select(f'a[href="{reverse("article_facts", args=[page.pk])}"]')
        assert any(way.find_parent(attrs={"data-side-panel": True}) is None for way in ways)

    def test_of_another_page_has_neither(self, admin_client):
        html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[journal().pk])).content.decode()
        assert "/facts/" not in html.partition("</header>")[0].partition("<main")[2]
        assert 'data-side-panel="facts"' not in html
