"""The screen "Facts of this article"."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from blog.importing.fingerprint import digest
from blog.models import ArticlePage, Fact
from blog.tests.factories import block, heading, infographic, line, make_article, text
from blog.tests.open_form import OpenForm

from .facts_screen import Screen

pytestmark = pytest.mark.django_db

UPTAKE = "The body takes up 30-40% of the calcium with enough vitamin D, we read."
AGAIN = "Of calcium, the body takes up 30–40% then."


def make_fact(
    statement: str = "Calcium taken up", low: str = "30", high: str | None = "40", **fields: Any
) -> Fact:
    values = {"unit": "%", **fields}
    return Fact.objects.create(
        statement=statement, low=Decimal(low), high=Decimal(high) if high else None, **values
    )


@pytest.fixture
def article() -> ArticlePage:
    points = [block("item", line(AGAIN)), block("item", line("Bone rests."))]
    nutrient = {"title": "Calcium", "points": points, "sources_label": "", "sources": ""}
    note = {"kind": "information", "title": "Take 7 mg of zinc", "text": "<p>Daily.</p>"}
    return make_article(
        heading("Amounts"),
        block("note", note),
        text(f"<p>{UPTAKE} Adults take <b>5 mg of zinc</b>.</p>"),
        infographic(block("nutrient", nutrient)),
    )


@pytest.fixture
def open_screen(editor: Client) -> Callable[[ArticlePage], Screen]:
    return lambda article: Screen(editor, article)


def stored(article: ArticlePage) -> str:
    """Return the body of the newest draft."""
    return str(list(ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().body.raw_data))


def link(fact: Fact, words: str) -> str:
    return f'<a linktype="fact" id="{fact.pk}">{words}</a>'


class TestAFigureThatIsStatedTwice:
    def test_is_offered_with_every_sentence_that_states_it(self, article, open_screen):
        screen = open_screen(article)
        figure = screen.figure("30–40%")
        assert [mark.get_text() for mark in figure.select("mark")] == ["30-40%", "30–40%"]
        sentences = [one.get_text() for one in figure.select(".facts-places__sentence")]
        assert sentences == [UPTAKE, AGAIN]
        assert len(figure.select("[data-facts-place][checked]")) == 2
        assert figure.select_one("[data-facts-make]").has_attr("checked")

    def test_becomes_one_fact_at_both_places(self, article, open_screen):
        screen = open_screen(article)
        prefix = screen.prefix("30–40%")
        screen.send(
            **{f"{prefix}-statement": "Calcium taken up", f"{prefix}-qualifier": "with enough vitamin D"}
        )
        fact = Fact.objects.get()
        assert (fact.statement, fact.low, fact.high, fact.unit) == ("Calcium taken up", 30, 40, "%")
        assert fact.qualifier == "with enough vitamin D"
        assert f"takes up {link(fact, '30-40%')} of the" in stored(article)
        assert f"takes up {link(fact, '30–40%')} then" in stored(article)
        assert "1 fact was added. 2 figures are linked now." in screen.messages
        assert "Calcium taken up with enough vitamin D 2 times never" in screen.words

    def test_is_not_published_by_that_and_can_be_taken_back(self, article, open_screen):
        before = article.latest_revision
        screen = open_screen(article)
        screen.send()
        article = ArticlePage.objects.get(pk=article.pk)
        assert "linktype" not in str(list(article.body.raw_data))
        assert article.has_unpublished_changes
        ways = [way["href"] for way in screen.html.select(".messages a")]
        compare = reverse(
            "wagtailadmin_pages:revisions_compare", args=[article.pk, before.pk, article.latest_revision_id]
        )
        assert compare in ways
        assert reverse("wagtailadmin_pages:history", args=[article.pk]) in ways
        assert screen.client.get(compare).status_code == 200

    def test_is_in_the_log_under_the_name_of_who_did_it(self, article, open_screen):
        open_screen(article).send()
        entry = PageLogEntry.objects.filter(page=article.pk).order_by("-pk").first()
        assert (entry.action, entry.user.username) == ("wagtail.edit", "editors")
        assert entry.revision == ArticlePage.objects.get(pk=article.pk).latest_revision
        assert Fact.objects.get().revisions.get().user.username == "editors"

    def test_is_linked_only_where_it_is_ticked(self, article, open_screen):
        screen = open_screen(article)
        prefix = screen.prefix("30–40%")
        first, _second = screen.data()[f"{prefix}-places"]
        screen.send(**{f"{prefix}-places": [first]})
        assert stored(article).count('linktype="fact"') == 1
        # The other place equals a fact now.
        assert [mark.get_text() for mark in screen.figure("30–40%").select("mark")] == ["30–40%"]

    def test_is_stored_as_the_editor_would_store_it(self, article, open_screen, admin_client):
        screen = open_screen(article)
        screen.send()
        before = digest(ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object())
        article = ArticlePage.objects.get(pk=article.pk)
        draft = article.get_latest_revision_as_object()
        draft.body = draft.body.stream_block.to_python(
            [item for item in draft.body.raw_data if item["type"] in {"heading", "text"}]
        )
        draft.save_revision()
        before = digest(draft)
        OpenForm(admin_client, ArticlePage.objects.get(pk=article.pk)).publish()
        assert digest(ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()) == before

    def test_asks_for_a_statement_and_for_a_place_and_loses_nothing(self, article, open_screen):
        screen = open_screen(article)
        prefix = screen.prefix("30–40%")
        response = screen.send(
            **{f"{prefix}-statement": "", f"{prefix}-qualifier": "on weekdays", f"{prefix}-places": []}
        )
        assert response.status_code == 200
        figure = screen.figure("30–40%")
        assert "This field is required." in figure.get_text()
        assert "Tick at least one place." in figure.get_text()
        assert screen.data()[f"{prefix}-qualifier"] == ["on weekdays"]
        assert not Fact.objects.exists()

    def test_with_a_turned_range_is_refused_at_its_field(self, article, open_screen):
        screen = open_screen(article)
        prefix = screen.prefix("30–40%")
        screen.send(**{f"{prefix}-high": "20"})
        assert "The upper end is higher than the value" in screen.figure("30–40%").get_text()
        assert not Fact.objects.exists()
        assert "linktype" not in stored(article)


class TestAFigureThatIsStatedOnce:
    def test_is_offered_unticked_and_says_where_it_cannot_be_linked(self, article, open_screen):
        screen = open_screen(article)
        assert not screen.figure("5\u00a0mg").select_one("[data-facts-make]").has_attr("checked")
        heading = screen.figure("7\u00a0mg")
        assert "nothing but words can stand in this field" in heading.get_text()
        assert not heading.select("input[type=checkbox]")


class TestAFigureThatIsAFactAlready:
    def test_is_linked_without_another_fact(self, article, open_screen):
        fact = make_fact()
        screen = open_screen(article)
        assert fact.statement in screen.figure("30–40%").get_text()
        screen.send()
        assert Fact.objects.get() == fact
        assert stored(article).count('linktype="fact"') == 2
        assert "2 figures are linked now." in screen.messages

    def test_of_several_facts_is_linked_to_the_one_that_was_chosen(self, article, open_screen):
        make_fact("Another share of calcium")
        meant = make_fact("Calcium taken up by adults")
        screen = open_screen(article)
        figure = screen.figure("30–40%")
        assert not figure.select("[data-facts-place][checked]")
        prefix = screen.prefix("30–40%")
        places = [place["value"] for place in figure.select("[data-facts-place]")]
        screen.send(**{f"{prefix}-fact": str(meant.pk), f"{prefix}-places": places})
        assert stored(article).count(f'linktype="fact" id="{meant.pk}"') == 2

    def test_whose_sentence_may_mean_something_else_is_offered_beside_a_new_one(self, article, open_screen):
        fact = make_fact("Bone that is renewed", population="adults")
        screen = open_screen(article)
        figure = screen.figure("30–40%")
        assert "Bone that is renewed" in figure.get_text()
        assert not figure.select_one("[data-facts-make]").has_attr("checked")
        prefix = screen.prefix("30–40%")
        screen.send(**{f"{prefix}-make": "on", f"{prefix}-fact": str(fact.pk), f"{prefix}-statement": ""})
        assert Fact.objects.get() == fact
        assert stored(article).count(f'linktype="fact" id="{fact.pk}"') == 2
        assert screen.messages.startswith("2 figures are linked now.")


class TestNothingIsDone:
    def test_where_nothing_is_ticked(self, article, open_screen):
        screen = open_screen(article)
        prefix = screen.prefix("30–40%")
        before = Revision.objects.count()
        data = {name: value for name, value in screen.data().items() if name != f"{prefix}-make"}
        screen.read(screen.client.post(screen.url, data))
        assert "Nothing is ticked" in screen.messages
        assert Revision.objects.count() == before

    def test_where_the_article_has_changed_meanwhile_and_nothing_is_lost(self, article, open_screen):
        screen = open_screen(article)
        prefix = screen.prefix("30–40%")
        first, _second = screen.data()[f"{prefix}-places"]
        draft = article.get_latest_revision_as_object()
        draft.standfirst = "New"
        draft.save_revision()
        response = screen.send(**{f"{prefix}-statement": "My words", f"{prefix}-places": [first]})
        assert response.status_code == 200
        assert "somebody has changed the article" in screen.messages
        assert not Fact.objects.exists()
        assert screen.data()[f"{prefix}-statement"] == ["My words"]
        assert screen.data()[f"{prefix}-places"] == [first]
        screen.send()
        assert Fact.objects.get().statement == "My words"

    def test_where_an_automatic_save_wrote_over_the_same_version(self, article, open_screen):
        screen = open_screen(article)
        revision = article.latest_revision
        draft = article.get_latest_revision_as_object()
        draft.standfirst = "New"
        draft.save_revision(overwrite_revision=revision)
        assert screen.send().status_code == 200
        assert not Fact.objects.exists()

    def test_and_the_words_for_a_figure_that_is_gone_are_shown_once_more(self, article, open_screen):
        screen = open_screen(article)
        prefix = screen.prefix("30–40%")
        draft = article.get_latest_revision_as_object()
        draft.body = draft.body.stream_block.to_python([text("<p>Nothing.</p>")])
        draft.save_revision()
        screen.send(**{f"{prefix}-statement": "My careful words"})
        assert "My careful words" in screen.words

    def test_where_somebody_else_has_locked_it(self, article, open_screen, admin_user):
        screen = open_screen(article)
        ArticlePage.objects.filter(pk=article.pk).update(
            locked=True, locked_by=admin_user, locked_at=timezone.now()
        )
        screen.send()
        assert "locked" in screen.messages
        assert not Fact.objects.exists()
        assert not screen.html.select("[data-facts-button]")

    def test_with_a_place_nobody_was_offered(self, article, open_screen):
        screen = open_screen(article)
        prefix = screen.prefix("30–40%")
        screen.send(**{f"{prefix}-places": ["body.nowhere||0|30-40%"]})
        assert not Fact.objects.exists()
        assert "not one of the available choices" in screen.words

    def test_half(self, article, open_screen, monkeypatch):
        def fail(*args: Any, **kwargs: Any) -> None:
            raise RuntimeError

        monkeypatch.setattr("wagtail.actions.edit_page.EditPageAction.execute", fail)
        screen = open_screen(article)
        with pytest.raises(RuntimeError):
            screen.send()
        assert not Fact.objects.exists()


class TestWhoMayNot:
    def test_edit_the_article_is_kept_out(self, article, log_in):
        client = log_in("Catalogue")
        assert client.get(reverse("article_facts", args=[article.pk])).status_code in {302, 403}
        assert client.post(reverse("article_facts", args=[article.pk])).status_code in {302, 403}

    def test_add_facts_may_link_to_those_there_are(self, article, editor):
        user = get_user_model().objects.get(username="editors")
        user.groups.get().permissions.filter(codename="add_fact").delete()
        make_fact(low="5", high=None, unit="mg", nutrient="zinc")
        screen = Screen(editor, article)
        assert "not add facts" in screen.words
        assert not screen.html.select("[data-facts-make], [data-facts-place][checked]")
        (place,) = screen.figure("5\u00a0mg").select("[data-facts-place]")
        screen.send(**{place["name"]: [place["value"]]})
        assert stored(article).count('linktype="fact"') == 1

    def test_see_a_page_that_is_not_there(self, editor):
        assert editor.get(reverse("article_facts", args=[99999])).status_code == 404


def test_a_page_that_follows_another_leads_to_the_facts_of_that_one(article, editor):
    alias = article.create_alias(update_slug="follower")
    response = editor.get(reverse("article_facts", args=[alias.pk]))
    assert response.url == reverse("article_facts", args=[article.pk])


class TestTheFactsAnArticleUses:
    def test_are_listed_with_what_is_overdue_and_what_is_gone(self, open_screen):
        yesterday = timezone.localdate() - timedelta(days=1)
        fact = make_fact(verified_on=yesterday - timedelta(days=9), verify_by=yesterday)
        gone = '<a linktype="fact" id="9999">7 mg</a>'
        screen = open_screen(make_article(text(f"<p>{link(fact, '30%')}, {link(fact, '30%')}, {gone}</p>")))
        (row,) = screen.html.select(".article-facts__used tbody tr")
        assert [" ".join(cell.get_text(" ").split()) for cell in row.select("td")][:3] == [
            "30–40%",
            "Calcium taken up",
            "2 times",
        ]
        assert "overdue" in row.get_text()
        assert row.a["href"] == reverse("wagtailsnippets_blog_fact:edit", args=[fact.pk])
        assert "1 figure is linked to a fact that was deleted" in screen.words

    def test_are_none_at_first(self, open_screen):
        assert "None yet." in open_screen(make_article(text("<p>Bone rests.</p>"))).words
