"""What crawlers are told: which pages there are, since when, and what is not for them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import ArticleAuthor, ArticlePage, Author
from blog.tests.factories import make_article
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MARCH, APRIL = (datetime(2026, month, 1, 12, tzinfo=ZoneInfo("Asia/Singapore")) for month in (3, 4))


def signed(title, *tags, author="Ada Lim", **fields):
    article = make_article(title=title, publish=False, **fields)
    draft = article.get_latest_revision_as_object()
    draft.tags.add(*tags)
    draft.bylines = [ArticleAuthor(author=Author.objects.get_or_create(name=author)[0])]
    draft.save_revision().publish()
    return ArticlePage.objects.get(pk=article.pk)


@pytest.fixture
def listed(client):
    """Return what the sitemap lists, by path."""

    def listed():
        response = client.get("/sitemap.xml")
        assert response.status_code == 200
        urls = ElementTree.fromstring(response.content).findall(f"{SITEMAP}url")
        return {
            url.find(f"{SITEMAP}loc").text.removeprefix("http://localhost"): url.findtext(f"{SITEMAP}lastmod")
            for url in urls
        }

    return listed


class TestTheSitemap:
    def test_lists_every_kind_of_page_and_no_other(self, listed, client):
        signed("Bone", "Iron", slug="bone")
        make_product()
        found = listed()
        assert set(found) == {
            *["/", "/blog/", "/blog/bone/", "/blog/tags/", "/blog/tags/iron/", "/blog/authors/"],
            *["/blog/authors/ada-lim/", "/products/", "/products/bone-essential/"],
        }
        for path in found:
            response = client.get(path)
            assert response.status_code == 200
            assert b"noindex" not in response.content

    def test_says_when_an_article_changed_for_its_readers(self, listed):
        article = signed("Bone", "Iron", slug="bone", published_at=MARCH, updated_at=APRIL)
        article.get_latest_revision_as_object().save_revision().publish()
        found = listed()
        assert (
            found["/blog/bone/"]
            == found["/blog/tags/iron/"]
            == found["/blog/authors/ada-lim/"]
            == "2026-04-01"
        )

    def test_says_when_a_product_changed(self, listed):
        product = make_product()
        assert (
            listed()["/products/bone-essential/"] == timezone.localdate(product.last_published_at).isoformat()
        )

    def test_leaves_out_what_is_not_public_and_what_only_repeats(self, listed):
        signed("Private", "Secret", slug="private").view_restrictions.create(restriction_type="login")
        make_article(title="Draft", slug="draft", publish=False)
        article = make_article(title="Over", slug="over")
        article.expire_at = timezone.now() - timedelta(minutes=1)
        article.save()
        make_article(title="Bone", slug="bone").create_alias(update_slug="again")
        make_product(handle="hidden", state="hidden")
        assert set(listed()) == {"/", "/blog/", "/blog/bone/", "/products/"}

    @pytest.mark.slow
    def test_costs_the_same_with_ten_articles_as_with_one(self, client):
        def cost():
            client.get("/sitemap.xml")
            with CaptureQueriesContext(connection) as captured:
                client.get("/sitemap.xml")
            return len(captured)

        signed("One", "First")
        make_product()
        few = cost()
        for number in range(9):
            signed(f"More {number}", f"Tag {number}", author=f"Author {number}")
            make_product(title=f"More {number}", handle=f"more-{number}")
        assert cost() == few


def test_robots_are_told_where_the_sitemap_is_and_what_is_not_for_them(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /search/"} <= set(lines)
    assert "Sitemap: http://localhost/sitemap.xml" in lines


class TestAVeryLongSitemap:
    @pytest.fixture(autouse=True)
    def short_files(self, monkeypatch):
        monkeypatch.setattr("qnwellness.home.sitemap.SiteSitemap.limit", 3)

    def test_is_a_list_of_files_that_hold_every_page_once(self, client):
        for number in range(5):
            make_article(title=f"Bone {number}", slug=f"bone-{number}")
        index = ElementTree.fromstring(client.get("/sitemap.xml").content)
        assert index.tag == f"{SITEMAP}sitemapindex"
        files = [found.text for found in index.iter(f"{SITEMAP}loc")]
        assert files == [f"http://localhost/sitemap.xml?p={number}" for number in (1, 2, 3)]
        pages = [
            found.text
            for file in files
            for found in ElementTree.fromstring(client.get(file).content).iter(f"{SITEMAP}loc")
        ]
        assert len(pages) == len(set(pages))
        assert {f"http://localhost/blog/bone-{number}/" for number in range(5)} <= set(pages)

    def test_has_no_file_beyond_its_last(self, client):
        make_article(title="Bone")
        assert client.get("/sitemap.xml?p=9").status_code == 404


def test_it_is_kept_until_a_page_changes(client, settings):
    settings.ANSWERS_LOOK_EVERY = 3600
    article = make_article(title="Bone", slug="bone")
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as asked:
        assert "/blog/bone/" in client.get("/sitemap.xml").content.decode()
    assert len(asked) == 0
    article.unpublish()
    assert "/blog/bone/" not in client.get("/sitemap.xml").content.decode()
