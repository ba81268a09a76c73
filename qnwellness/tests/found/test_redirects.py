"""Old addresses lead to where their page is now."""

from datetime import date

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from blog.models import ArticleAuthor, ArticlePage
from blog.tests.factories import journal, make_article, make_author
from products.tests.factories import make_product
from qnwellness.home.models import HomePage, PlainPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Return `rename(page, slug)`. Redirects are made once the new slug is safely stored."""

    def rename(page, slug):
        draft = page.specific_class.objects.get(pk=page.pk).get_latest_revision_as_object()
        draft.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            draft.save_revision().publish()

    return rename


@pytest.fixture
def lands(client):
    """Return where an address ends, after any number of redirects, each of them permanent."""

    def lands(path):
        response = client.get(path, follow=True)
        assert response.status_code == 200
        assert all(status == 301 for _, status in response.redirect_chain)
        return response.request["PATH_INFO"].encode("latin-1").decode()

    return lands


def test_of_a_renamed_article_and_product(rename, lands):
    article, product = make_article(title="Bone", slug="bone"), make_product()
    rename(article, "bones")
    rename(product, "bone-basis")
    assert lands("/blog/bone/") == "/blog/bones/"
    assert lands("/blog/bone/?utm_source=mail") == "/blog/bones/"
    assert lands("/blog/bone") == "/blog/bones/"
    assert lands("/products/bone-essential/") == "/products/bone-basis/"


def test_of_a_page_renamed_again_and_again(rename, lands):
    article = make_article(title="Bone", slug="one")
    for slug in ("two", "three", "four"):
        rename(article, slug)
    assert lands("/blog/one/") == lands("/blog/three/") == "/blog/four/"


def test_of_a_page_renamed_back(rename, lands, client):
    article = make_article(title="Bone", slug="one")
    for slug in ("two", "one"):
        rename(article, slug)
    assert client.get("/blog/one/").status_code == 200
    assert lands("/blog/two/") == "/blog/one/"


def test_of_everything_below_a_renamed_or_moved_page(rename, lands):
    make_article(title="Bone", slug="bone")
    rename(journal(), "journal")
    assert lands("/blog/bone/") == "/journal/bone/"
    assert lands("/blog/") == "/journal/"
    home = HomePage.objects.get()
    about, team = (home.add_child(instance=PlainPage(title=title)) for title in ("About", "Team"))
    about.add_child(instance=PlainPage(title="History"))
    about.move(team, pos="last-child")
    assert lands("/about/history/") == "/team/about/history/"


def test_give_way_to_a_page_made_later_at_the_old_address(rename, client):
    article = make_article(title="Bone", slug="bone")
    rename(article, "bones")
    later = make_article(title="Another", slug="bone")
    response = client.get("/blog/bone/")
    assert response.status_code == 200
    assert response.context["page"] == later


def test_do_not_lead_to_a_page_shoppers_may_not_see(rename, client):
    article = make_article(title="Bone", slug="bone")
    rename(article, "secret-bones")
    article.specific_class.objects.get(pk=article.pk).unpublish()
    assert client.get("/blog/bone/", follow=True).status_code == 404


BELOW = [
    "feed/",
    "tags/",
    "tags/鉄/",
    "tags/鉄/feed/",
    "authors/",
    "authors/ada-lim/",
    "authors/ada-lim/reviewed/",
]


@pytest.fixture
def ada():
    """Return a person who has written an article about a tag."""
    ada = make_author("Ada Lim")
    draft = make_article(title="Bone", slug="bone").get_latest_revision_as_object()
    draft.tags.add("鉄")
    draft.bylines = [ArticleAuthor(author=ada)]
    draft.save_revision().publish()
    make_article(title="Blood", reviewer=ada, reviewed_on=date(2026, 1, 1))
    return ada


@pytest.mark.parametrize("below", BELOW)
def test_of_what_lies_below_a_renamed_journal(rename, lands, ada, below):
    rename(journal(), "journal")
    assert lands(f"/blog/{below}") == f"/journal/{below}"


def test_of_what_lies_below_a_moved_journal(lands, ada):
    home = HomePage.objects.get()
    journal().move(home.add_child(instance=PlainPage(title="Read", slug="read")), pos="last-child")
    assert lands("/blog/authors/ada-lim/") == "/read/blog/authors/ada-lim/"
    assert lands("/blog/feed/") == "/read/blog/feed/"


class TestOfAPersonWhoseAddressChanges:
    @pytest.fixture
    def readdress(self, ada):
        def readdress(slug):
            ada.slug = slug
            ada.save()

        return readdress

    def test_lead_on_again_and_again(self, readdress, lands, client):
        readdress("ada-two")
        readdress("ada-three")
        assert (
            lands("/blog/authors/ada-lim/") == lands("/blog/authors/ada-two/") == "/blog/authors/ada-three/"
        )
        assert len(client.get("/blog/authors/ada-lim/", follow=True).redirect_chain) == 1
        assert lands("/blog/authors/ada-two/reviewed/") == "/blog/authors/ada-three/reviewed/"

    def test_lead_back_and_never_in_a_circle(self, readdress, lands, client):
        for slug in ("ada-two", "ada-lim"):
            readdress(slug)
        assert lands("/blog/authors/ada-two/") == "/blog/authors/ada-lim/"
        for article in ArticlePage.objects.all():
            article.unpublish()
        assert client.get("/blog/authors/ada-lim/", follow=True).status_code == 404

    def test_lead_on_when_the_journal_is_renamed_too(self, readdress, rename, lands):
        readdress("ada-two")
        rename(journal(), "journal")
        assert lands("/blog/authors/ada-lim/") == "/journal/authors/ada-two/"

    def test_leave_what_an_editor_has_redirected(self, readdress, client):
        made = Redirect.add_redirect("/blog/authors/ada-lim/", "/about/", site=Site.objects.get())
        readdress("ada-two")
        assert client.get("/blog/authors/ada-lim/")["Location"] == made.redirect_link
