"""Who stands in the byline of an article, when, and what is left out without a trace."""

from datetime import date, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from blog.models import ArticleAuthor, ArticlePage
from blog.tests.factories import block, callout, make_article, make_author, text
from products.tests.factories import make_product
from qnwellness.content.models import SiteTexts

pytestmark = pytest.mark.django_db

INTEREST = "By the company that makes the products named here"


@pytest.fixture
def read(client):
    def read(article):
        return BeautifulSoup(client.get(article.url).content, "html.parser")

    return read


def signed(article, *authors, **fields):
    """Return an article published again with these authors and fields."""
    draft = article.get_latest_revision_as_object()
    draft.bylines = [ArticleAuthor(author=author, sort_order=n) for n, author in enumerate(authors)]
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    return ArticlePage.objects.get(pk=article.pk)


def byline(page):
    return " ".join(page.select_one(".byline").get_text(" ", strip=True).replace(" ,", ",").split())


class TestPeople:
    def test_are_named_in_order_with_links_to_their_pages(self, read):
        people = [make_author(name) for name in ("Ada Lim", "Bo Tan", "Cy Ong")]
        page = read(signed(make_article(), *people))
        assert byline(page).startswith("By Ada Lim, Bo Tan and Cy Ong")
        links = [link["href"] for link in page.select('.byline a[rel="author"]')]
        assert links == ["/blog/authors/ada-lim/", "/blog/authors/bo-tan/", "/blog/authors/cy-ong/"]

    def test_have_pages_that_answer(self, read, client):
        reviewer = make_author("Lena Hartono")
        page = read(signed(make_article(), make_author(), reviewer=reviewer, reviewed_on=date(2026, 3, 3)))
        for link in page.select('.byline a[href^="/"]'):
            assert client.get(link["href"]).status_code == 200

    def test_who_review_are_named_with_credential_and_date(self, read):
        reviewer = make_author("Lena Hartono", credentials="registered dietitian")
        page = read(make_article(reviewer=reviewer, reviewed_on=date(2026, 3, 3)))
        assert "Accuracy reviewed by Lena Hartono, registered dietitian, on 3 Mar 2026" in byline(page)
        assert page.select_one('.byline a[href="/blog/authors/lena-hartono/"]')

    def test_who_have_not_said_when_they_reviewed_are_not_named(self, read):
        page = read(make_article(reviewer=make_author("Lena Hartono")))
        assert "Lena" not in page.get_text()
        assert "eviewed" not in page.select_one("main").get_text()

    def test_who_review_are_named_in_the_byline_and_nowhere_else(self, read, client):
        product = make_product()
        reviewer = make_author("Lena Hartono")
        page = read(make_article(callout(product), reviewer=reviewer, reviewed_on=date(2026, 3, 3)))
        page.select_one(".byline").decompose()
        for element in page.select("head, script"):
            element.decompose()
        assert "Lena" not in page.get_text()
        assert "Lena" not in client.get(product.url).content.decode()

    def test_whose_names_hold_markup_are_shown_as_text(self, read):
        page = read(signed(make_article(), make_author("<b>Ada</b>")))
        assert "<b>Ada</b>" in page.select_one(".byline").get_text()


class TestDates:
    published = timezone.make_aware(datetime(2026, 1, 5, 9, 0))

    def test_show_an_update_of_a_later_day(self, read):
        updated = timezone.make_aware(datetime(2026, 2, 1, 9, 0))
        page = read(make_article(published_at=self.published, updated_at=updated))
        assert "Published 5 Jan 2026" in byline(page)
        assert "Updated 1 Feb 2026" in byline(page)

    def test_do_not_speak_of_an_update_where_a_slip_was_mended(self, read):
        page = read(signed(make_article(published_at=self.published), title="A slip"))
        assert "Updated" not in byline(page)

    def test_are_days_of_the_sites_own_time(self, read):
        late = datetime(2026, 1, 5, 23, 30, tzinfo=timezone.get_default_timezone())
        page = read(make_article(published_at=self.published, updated_at=late))
        assert "Updated" not in byline(page)

    def test_of_a_correction_lead_to_it(self, read):
        value = {"made_on": "2026-03-02", "text": "<p>Micrograms.</p>"}
        page = read(signed(make_article(), corrections=_corrections(value)))
        assert "Corrected 2 Mar 2026" in byline(page)
        (target,) = page.select(page.select_one('.byline a[href="#corrections"]')["href"])
        assert "Micrograms." in target.get_text()


def _corrections(*values):
    stream = ArticlePage._meta.get_field("corrections").stream_block
    return stream.to_python([block("correction", value) for value in values])


class TestTheDisclosure:
    def test_stands_before_everything_that_names_a_product(self, read):
        product = make_product(title="Bone Essential™")
        body = [block("key_points", {"points": [block("item", "<p>Calcium.</p>")]}), callout(product)]
        words = read(make_article(*body)).select_one("main").get_text()
        assert words.index(INTEREST) < words.index("Calcium.") < words.index("Bone Essential™")

    def test_is_what_the_sites_texts_say(self, read):
        SiteTexts.objects.update(interest="We make what is named here.")
        words = byline(read(make_article(callout(make_product()))))
        assert words.endswith("We make what is named here.")

    def test_is_left_out_where_no_product_is_named(self, read):
        assert INTEREST not in read(make_article(text("<p>Words.</p>"))).get_text()


def test_a_bare_article_says_no_more_than_when_and_how_long(read):
    page = read(make_article(published_at=timezone.make_aware(datetime(2026, 1, 5, 9, 0))))
    assert byline(page) == "Published 5 Jan 2026 1 min read"
