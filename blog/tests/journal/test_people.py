"""The pages of people who write and review, below the journal."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.journal.people import PeopleRoutes
from blog.models import ArticleAuthor, ArticlePage, BlogIndexPage
from blog.tests.factories import make_article, make_author
from products.tests.factories import make_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return make_author(
        "Ada Lim",
        role="Health editor",
        credentials="MSc",
        biography="First words.\n\nSecond words.",
        profile_url="https://example.org/ada",
    )


def written(author, title="How bone is built", publish=True):
    draft = make_article(title=title, publish=False).get_latest_revision_as_object()
    draft.bylines = [ArticleAuthor(author=author)]
    revision = draft.save_revision()
    if publish:
        revision.publish()
    return ArticlePage.objects.get(pk=draft.pk)


def reviewed(author, title="How bone is kept", **fields):
    return make_article(title=title, reviewer=author, reviewed_on=date(2026, 3, 3), **fields)


def page_at(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def cards(page):
    return [link["href"] for link in page.select(".article-card a")]


class TestThePageOfAPerson:
    def test_says_who_they_are(self, client, ada):
        written(ada)
        page = page_at(client, "/blog/authors/ada-lim/")
        words = page.select_one("main").get_text(" ", strip=True)
        assert page.h1.get_text(strip=True) == "Ada Lim"
        for said in ("Health editor", "MSc", "First words.", "Second words.", "1 article by Ada Lim"):
            assert said in words
        assert page.select_one('a[rel="me"]')["href"] == "https://example.org/ada"
        assert [p.get_text() for p in page.select(".person__biography p")] == [
            "First words.",
            "Second words.",
        ]

    def test_lists_what_they_wrote_and_what_they_reviewed(self, client, ada):
        mine, other = written(ada), reviewed(ada)
        page = page_at(client, "/blog/authors/ada-lim/")
        assert cards(page) == [mine.url, other.url]
        assert page.select_one("#reviewed").get_text(strip=True) == "Reviewed for accuracy"

    def test_lists_nothing_but_their_own(self, client, ada):
        written(make_author("Bo Tan"), title="Not hers")
        mine = written(ada)
        assert cards(page_at(client, "/blog/authors/ada-lim/")) == [mine.url]

    def test_says_nothing_of_what_is_not_known(self, client):
        written(make_author("Bo Tan"))
        head = page_at(client, "/blog/authors/bo-tan/").select_one(".person")
        assert head.get_text(" ", strip=True) == "Bo Tan"
        assert not head.select("img, a")

    def test_says_the_way_to_it_and_its_own_address(self, client, ada):
        written(ada)
        page = page_at(client, "/blog/authors/ada-lim/")
        assert [link["href"] for link in page.select(".breadcrumbs a")] == ["/", "/blog/"]
        assert page.select_one("link[rel=canonical]")["href"].endswith("/blog/authors/ada-lim/")
        assert "Ada Lim" in page.title.get_text()

    def test_has_an_address_in_any_script(self, client):
        written(make_author("陈美玲"))
        (link,) = page_at(client, "/blog/authors/").select(".people a")
        assert page_at(client, link["href"]).h1.get_text(strip=True) == "陈美玲"


class TestNobodyHasAPage:
    @pytest.mark.parametrize("address", ["/blog/authors/", "/blog/authors/ada-lim/", "/blog/authors/nobody/"])
    def test_without_an_article(self, client, ada, address):
        make_article()
        assert client.get(address).status_code == 404

    def test_for_a_draft(self, client, ada):
        written(ada, publish=False)
        reviewed(ada, publish=False)
        assert client.get("/blog/authors/ada-lim/").status_code == 404
        assert client.get("/blog/authors/ada-lim/reviewed/").status_code == 404
        assert client.get("/blog/authors/").status_code == 404

    def test_for_a_private_article(self, client, ada):
        PageViewRestriction.objects.create(page=written(ada), restriction_type="login")
        assert client.get("/blog/authors/ada-lim/").status_code == 404

    def test_for_a_review_without_a_date(self, client, ada):
        make_article(reviewer=ada)
        assert client.get("/blog/authors/ada-lim/").status_code == 404

    def test_and_drafts_are_not_listed_beside_what_is_public(self, client, ada):
        written(ada, title="Open")
        written(ada, title="Hidden", publish=False)
        reviewed(ada, title="Hidden too", publish=False)
        assert "Hidden" not in client.get("/blog/authors/ada-lim/").content.decode()


class TestLongLists:
    @pytest.fixture(autouse=True)
    def small(self, monkeypatch):
        monkeypatch.setattr(BlogIndexPage, "page_size", 2)
        monkeypatch.setattr(PeopleRoutes, "reviewed_shown", 1)

    def test_of_written_articles_have_pages(self, client, ada):
        for number in range(3):
            written(ada, title=f"Article {number}")
        assert len(cards(page_at(client, "/blog/authors/ada-lim/"))) == 2
        second = page_at(client, "/blog/authors/ada-lim/?page=2")
        assert len(cards(second)) == 1
        assert second.select_one("link[rel=canonical]")["href"].endswith("/authors/ada-lim/?page=2")

    def test_of_reviewed_articles_go_on_elsewhere(self, client, ada):
        written(ada)
        for number in range(3):
            reviewed(ada, title=f"Reviewed {number}")
        first = page_at(client, "/blog/authors/ada-lim/")
        assert len(cards(first)) == 2
        onward = first.select_one(".person-articles .onward")["href"]
        assert onward == "/blog/authors/ada-lim/reviewed/"
        assert len(cards(page_at(client, onward))) == 2
        assert len(cards(page_at(client, f"{onward}?page=2"))) == 1

    def test_of_who_only_reviews_stand_on_their_own_page(self, client, ada):
        for number in range(3):
            reviewed(ada, title=f"Reviewed {number}")
        assert len(cards(page_at(client, "/blog/authors/ada-lim/?page=2"))) == 1
        assert client.get("/blog/authors/ada-lim/reviewed/").url == "/blog/authors/ada-lim/"


def test_the_list_of_people_names_everybody_once(client, ada):
    for number in range(2):
        written(ada, title=f"Article {number}")
    reviewed(make_author("Lena Hartono"))
    make_author("Nobody Yet")
    page = page_at(client, "/blog/authors/")
    assert [link.get_text(strip=True) for link in page.select(".people a")] == ["Ada Lim", "Lena Hartono"]


@pytest.mark.slow
def test_no_page_costs_more_with_more_articles_or_people(client, ada):
    addresses = ["/blog/authors/ada-lim/", "/blog/authors/"]

    def queries():
        counted = []
        for address in addresses:
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            counted.append(len(captured))
        return counted

    for number in range(2):
        written(ada, title=f"Article {number}")
        reviewed(ada, title=f"Reviewed {number}")
        written(make_author(f"Few {number}", portrait=make_image()), title=f"Few {number}")
    before = queries()
    for number in range(4):
        written(ada, title=f"More {number}")
        written(make_author(f"More {number}", portrait=make_image(f"{number}")), title=f"By {number}")
    assert queries() == before
