"""Feeds, read as a feed reader reads them."""

from datetime import datetime
from time import time
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from defusedxml import ElementTree
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date

from blog.models import ArticleAuthor, Author
from blog.tests.factories import journal, make_article

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "http://localhost"


def signed(title, *tags, author="Ada Lim", **fields):
    draft = make_article(title=title, publish=False, **fields).get_latest_revision_as_object()
    draft.tags.add(*tags)
    draft.bylines = [ArticleAuthor(author=Author.objects.get_or_create(name=author)[0])]
    draft.save_revision().publish()


@pytest.fixture
def read(client):
    def read(path="/blog/feed/"):
        response = client.get(path)
        assert response.status_code == 200
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(response.content)

    return read


def titles(feed):
    return [title.text for title in feed.findall(f"{ATOM}entry/{ATOM}title")]


class TestAFeed:
    def test_tells_of_the_newest_articles_all_there_is_to_tell(self, read):
        zone = ZoneInfo("Asia/Singapore")
        signed(
            "Bone & <blood>",
            "Iron",
            standfirst="5 < 6 & more",
            slug="bone",
            published_at=datetime(2026, 3, 1, 8, tzinfo=zone),
            updated_at=datetime(2026, 4, 2, 9, tzinfo=zone),
        )
        (entry,) = read().findall(f"{ATOM}entry")
        found = {element.tag.removeprefix(ATOM): element for element in entry}
        assert found["title"].text == "Bone & <blood>"
        assert found["link"].get("href") == found["id"].text == f"{SITE}/blog/bone/"
        assert datetime.fromisoformat(found["published"].text) == datetime(2026, 3, 1, 8, tzinfo=zone)
        assert datetime.fromisoformat(found["updated"].text) == datetime(2026, 4, 2, 9, tzinfo=zone)
        assert found["summary"].text == "5 &lt; 6 &amp; more"
        assert found["author"].find(f"{ATOM}name").text == "Ada Lim"
        assert found["category"].get("term") == "Iron"

    def test_says_what_it_is_and_where(self, read):
        signed("Bone", "Iron")
        for path, page in (("/blog/feed/", "/blog/"), ("/blog/tags/iron/feed/", "/blog/tags/iron/")):
            feed = read(path)
            links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
            assert links == {"self": f"{SITE}{path}", "alternate": f"{SITE}{page}"}
            assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
            assert feed.find(f"{ATOM}author/{ATOM}name").text

    def test_is_well_formed_whatever_a_title_holds(self, read):
        make_article(
            title="A ]]> \x0b\x01 \ufffe & </entry> title", standfirst="\x00\x1f <script>".replace("\x00", "")
        )
        assert titles(read()) == ["A ]]> & </entry> title"]

    def test_of_a_journal_without_articles_is_empty(self, read):
        assert titles(read()) == []

    @pytest.mark.slow
    def test_holds_no_more_than_the_newest_twenty(self, read):
        for number in range(22):
            make_article(title=f"Article {number:02}")
        found = titles(read())
        assert (len(found), found[0]) == (20, "Article 21")

    def test_of_a_tag_holds_its_articles_only(self, read, client):
        signed("Bone", "Iron")
        signed("Sleep", "Magnesium")
        assert titles(read("/blog/tags/iron/feed/")) == ["Bone"]
        assert client.get("/blog/tags/unknown/feed/").status_code == 404

    def test_holds_public_articles_only(self, read, client):
        signed("Private", "Secret")
        article = make_article(title="Hidden")
        article.view_restrictions.create(restriction_type="login")
        make_article(title="Draft", publish=False)
        assert titles(read()) == ["Private"]
        journal().get_children().get(title="Private").view_restrictions.create(restriction_type="login")
        assert titles(read()) == []
        assert client.get("/blog/tags/secret/feed/").status_code == 404

    @pytest.mark.slow
    def test_costs_the_same_with_twenty_articles_as_with_one(self, client):
        def cost():
            client.get("/blog/feed/")
            with CaptureQueriesContext(connection) as captured:
                client.get("/blog/feed/")
            return len(captured)

        signed("One", "First")
        few = cost()
        for number in range(19):
            signed(f"More {number}", f"Tag {number}", author=f"Author {number}")
        assert cost() == few
        assert few <= 11


def unpublish(article):
    article.unpublish()


def make_private(article):
    article.view_restrictions.create(restriction_type="login")


class TestAReaderThatAsksAgain:
    def test_is_told_that_nothing_is_new(self, client):
        make_article(title="Bone")
        first = client.get("/blog/feed/")
        again = client.get("/blog/feed/", headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304
        assert not again.content

    def test_gets_what_is_new(self, client):
        make_article(title="Bone")
        first = client.get("/blog/feed/")
        make_article(title="Sleep")
        again = client.get("/blog/feed/", headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 200
        assert b"Sleep" in again.content

    @pytest.mark.parametrize("take_out", [unpublish, make_private])
    def test_is_not_left_with_what_was_taken_out(self, client, take_out):
        make_article(title="Bone")
        secret = make_article(title="Secret")
        first = client.get("/blog/feed/")
        assert "Last-Modified" not in first
        take_out(secret)
        later = http_date(time() + 3600)
        for headers in ({"If-Modified-Since": later}, {"If-None-Match": first["ETag"]}):
            again = client.get("/blog/feed/", headers=headers)
            assert again.status_code == 200
            assert b"Secret" not in again.content

    def test_gets_no_cookie(self, client):
        assert not client.get("/blog/feed/").cookies


@pytest.mark.parametrize(
    ("path", "feeds"),
    [
        ("/blog/", ["/blog/feed/"]),
        ("/blog/bone/", ["/blog/feed/"]),
        ("/blog/tags/iron/", ["/blog/feed/", "/blog/tags/iron/feed/"]),
    ],
)
def test_pages_say_where_their_feeds_are(client, path, feeds):
    signed("Bone", "Iron", slug="bone")
    html = BeautifulSoup(client.get(path).content, "html.parser")
    links = html.select('link[rel="alternate"][type="application/atom+xml"]')
    assert [link["href"] for link in links] == feeds
    assert all(client.get(link["href"]).status_code == 200 and link["title"] for link in links)
