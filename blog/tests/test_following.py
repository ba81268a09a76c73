"""A fact is changed: what readers see, search for and hold in caches follows, and no article is touched."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.frontend_cache.backends import BaseBackend

from blog import following
from blog.models import ArticlePage, Fact
from blog.tests.factories import block, infographic, make_article, rewrite, text
from blog.tests.facts.sourced import make_fact, make_full_fact, state
from blog.tests.sources.sources import make_source

pytestmark = pytest.mark.django_db

PURGED: list[str] = []


class Cache(BaseBackend):
    """A cache in front of the site that notes what it is told to forget."""

    def purge(self, url: str) -> None:
        PURGED.append(url)


@pytest.fixture(autouse=True)
def purged(settings):
    """Return the addresses the cache in front of the site was told to forget."""
    settings.WAGTAILFRONTENDCACHE = {"front": {"BACKEND": f"{__name__}.Cache"}}
    PURGED.clear()
    return PURGED


@pytest.fixture
def indexed(monkeypatch):
    """Return the ids of the articles that were put into the search index anew."""
    seen = []
    kind = type(following.insert_or_update_object_task)
    enqueue = kind.enqueue

    def note(task, *names):
        if names[:2] == ("blog", "articlepage"):
            seen.append(int(names[2]))
        return enqueue(task, *names)

    monkeypatch.setattr(kind, "enqueue", note)
    return seen


@pytest.fixture
def edit(django_capture_on_commit_callbacks):
    def edit(fact, **fields):
        for name, value in fields.items():
            setattr(fact, name, value)
        with django_capture_on_commit_callbacks(execute=True):
            fact.save()

    return edit


@pytest.fixture
def found(client):
    def found(words):
        return [result.page.title for result in client.get("/search/", {"q": words}).context["results"]]

    return found


def stating(fact, title="Bone", **fields):
    return make_article(
        text(f"<p>Bone takes up {state(fact, words='77%')} of it.</p>"), title=title, **fields
    )


class TestAFactThatIsChanged:
    def test_is_shown_by_page_list_structured_data_and_search(self, client, edit, found):
        fact = make_fact(55, None, "mg", statement="Wombat uptake")
        article = stating(fact)
        assert (found("55"), found("66"), found("77")) == (["Bone"], [], [])
        edit(fact, low=66, statement="Quokka uptake")
        page = BeautifulSoup(client.get(article.url).content, "html.parser")
        assert page.select_one(".prose p").text == "Bone takes up 66\u00a0mg of it."
        assert "66\u00a0mg Quokka uptake" in page.select_one("#fact-1").text
        graph = json.loads(page.select_one("script[type='application/ld+json']").text)["@graph"]
        [post] = [node for node in graph if node["@type"] == "BlogPosting"]
        assert post["mentions"] == [
            {"@type": "PropertyValue", "name": "Quokka uptake", "value": 66, "unitText": "mg"}
        ]
        assert (found("66"), found("quokka")) == (["Bone"], ["Bone"])
        assert (found("55"), found("wombat")) == ([], [])

    def test_leaves_articles_their_rows_revisions_and_dates(self, edit):
        fact = make_fact(55)
        article = stating(fact)
        before = ArticlePage.objects.values().get(pk=article.pk)
        edit(fact, low=66)
        assert ArticlePage.objects.values().get(pk=article.pk) == before
        assert article.revisions.count() == 1

    def test_is_found_in_the_snippet_of_a_result_and_in_the_description(self, client, edit):
        fact = make_fact(55)
        article = stating(fact)
        edit(fact, low=66)
        [result] = client.get("/search/", {"q": "66"}).context["results"]
        assert "".join(piece.text for piece in result.snippet) == "Bone takes up 66% of it."
        page = BeautifulSoup(client.get(article.url).content, "html.parser")
        assert page.select_one("meta[name=description]")["content"] == "Bone takes up 66% of it."

    def test_is_found_where_a_bar_shows_it(self, edit, found):
        fact = make_fact(55)
        bar = block("item", {"label": "A", "fact": fact.pk, "low": None, "high": None})
        bars = block("bars", {"title": "B", "unit": "%", "bars": [bar, bar], "note": None})
        make_article(infographic(bars), title="Bars")
        assert found("55") == ["Bars"]
        edit(fact, low=66)
        assert (found("55"), found("66")) == ([], ["Bars"])

    def test_has_caches_forget_the_published_articles_that_state_it(self, edit, purged, indexed):
        fact, other = make_fact(55), make_fact(56)
        article, _unrelated = stating(fact), stating(other, "Other")
        stating(fact, "Draft", publish=False)
        drafted = stating(other, "Stated by its draft only")
        rewrite(drafted, text(f"<p>{state(fact)}</p>"), publish=False)
        indexed.clear()
        edit(fact, low=66)
        assert purged == [article.full_url]
        assert indexed == [article.pk]

    def test_has_caches_forget_aliases_as_well(self, edit, purged):
        fact = make_fact(55)
        article = stating(fact)
        alias = article.create_alias(update_slug="bone-again")
        edit(fact, low=66)
        assert sorted(purged) == sorted([article.full_url, alias.full_url])

    def test_has_caches_forget_who_borrows_an_infographic_that_states_it(self, edit, purged, indexed):
        fact = make_fact(55)
        statistic = {"title": "S", "figure": f"<p>{state(fact)}</p>", "context": "<p>of it</p>"}
        lender = make_article(infographic(block("statistic", statistic)), title="Lender")
        borrowed = block("borrowed_infographic", {"article": lender.pk, "title": ""})
        borrower = make_article(borrowed, title="Borrower")
        indexed.clear()
        edit(fact, low=66)
        assert sorted(purged) == sorted([lender.full_url, borrower.full_url])
        assert indexed == [lender.pk]

    @pytest.mark.parametrize(
        "fields",
        [
            {"population": "men"},
            {"evidence": Fact.Evidence.REVIEW},
            {"verified_on": date(2026, 4, 1)},
            {"sources": None},
        ],
    )
    def test_is_only_forgotten_by_caches_where_nothing_that_is_searched_changed(
        self, edit, purged, indexed, fields
    ):
        fact = make_full_fact(make_source())
        article = stating(fact)
        indexed.clear()
        edit(fact, **fields)
        assert purged == [article.full_url]
        assert indexed == []

    @pytest.mark.parametrize(
        "fields", [{}, {"low": "30.00"}, {"nutrient": "vitamin D"}, {"verify_by": date(2030, 1, 1)}]
    )
    def test_is_not_followed_where_readers_see_no_difference(self, edit, purged, indexed, fields):
        fact = make_fact(30)
        stating(fact)
        indexed.clear()
        edit(fact, **fields)
        assert (purged, indexed) == ([], [])

    def test_is_not_followed_where_saving_it_is_undone(self, purged, django_capture_on_commit_callbacks):
        fact = make_fact(55)
        stating(fact)
        with django_capture_on_commit_callbacks() as callbacks:
            fact.low = 66
            fact.save()
        assert len(callbacks) >= 1
        assert purged == []


class TestAFactThatIsDeleted:
    def test_is_found_and_shown_by_its_stored_words(
        self, client, purged, found, django_capture_on_commit_callbacks
    ):
        fact = make_fact(55)
        article = stating(fact)
        with django_capture_on_commit_callbacks(execute=True):
            fact.delete()
        assert purged == [article.full_url]
        assert (found("55"), found("77")) == ([], ["Bone"])
        assert "takes up 77% of it" in client.get(article.url).content.decode()


def test_a_site_without_caches_in_front_of_it_has_nothing_to_forget(settings, edit, purged):
    del settings.WAGTAILFRONTENDCACHE
    fact = make_fact(55)
    stating(fact)
    edit(fact, low=66)
    assert purged == []


def test_results_of_a_search_cost_the_same_with_many_facts_as_with_one(client):
    def queries():
        client.get("/search/", {"q": "bone"})
        with CaptureQueriesContext(connection) as captured:
            client.get("/search/", {"q": "bone"})
        return len(captured)

    stating(make_fact(1))
    one = queries()
    for number in range(2, 8):
        stating(make_fact(number), f"Bone {number}")
    assert queries() == one
