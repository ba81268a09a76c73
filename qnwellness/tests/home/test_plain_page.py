"""A plain page: about, how we write, contact."""

import pytest
from bs4 import BeautifulSoup

from blog.tests.factories import make_article
from qnwellness.home.models import HomePage, PlainPage

pytestmark = pytest.mark.django_db


def published(**fields):
    page = PlainPage(**{"title": "How we write", "live": False, **fields})
    HomePage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return PlainPage.objects.get(pk=page.pk)


@pytest.fixture
def read(client):
    def read(page):
        return BeautifulSoup(client.get(page.url).content, "html.parser")

    return read


def test_shows_title_introduction_and_text(read):
    page = read(published(intro="In short.", text="<h2>Sources</h2><p>We <b>read</b> them.</p>"))
    assert page.h1.get_text(strip=True) == "How we write"
    assert page.select_one(".standfirst").get_text(strip=True) == "In short."
    assert page.select_one(".prose h2").get_text(strip=True) == "Sources"
    assert page.select_one("meta[name=description]")["content"] == "In short."


def test_says_when_it_was_last_changed(read):
    page = published(text="<p>Words.</p>")
    day = page.last_published_at.astimezone().date()
    assert read(page).select_one(".plain__changed time")["datetime"][:4] == str(day.year)


def test_leaves_out_an_introduction_it_does_not_have(read):
    assert not read(published(text="<p>Words.</p>")).select(".standfirst")


def test_links_to_no_page_a_shopper_may_not_see(read):
    shown, hidden = make_article(title="Open"), make_article(title="Hidden", publish=False)
    html = "".join(f'<a linktype="page" id="{page.pk}">see</a> ' for page in (shown, hidden))
    links = read(published(text=f"<p>{html}</p>")).select(".prose a[href]")
    assert [link["href"] for link in links] == [shown.url]


def test_says_the_way_to_it(read):
    about = published(title="About")
    below = PlainPage(title="Team")
    about.add_child(instance=below)
    links = [link["href"] for link in read(below).select(".breadcrumbs a")]
    assert links == ["/", "/about/"]
