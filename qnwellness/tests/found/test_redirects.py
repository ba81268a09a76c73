"""Old addresses lead to where their page is now."""

import pytest

from blog.tests.factories import journal, make_article
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
        return response.request["PATH_INFO"]

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
