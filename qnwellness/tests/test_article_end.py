"""What stands after the last word of an article: corrections, how it is looked after, and where to go on."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.models import ArticlePage
from blog.tests.factories import block, heading, make_article, make_author, text
from qnwellness.content.models import SiteTexts
from qnwellness.home.models import HomePage, PlainPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def read(client):
    def read(article):
        return BeautifulSoup(client.get(article.url).content, "html.parser")

    return read


def correction(made_on, html):
    return block("correction", {"made_on": made_on, "text": html})


def corrected(*corrections, body=()):
    stream = ArticlePage._meta.get_field("corrections").stream_block
    return make_article(*body, corrections=stream.to_python(list(corrections)))


def plain_page(title, live=True):
    page = PlainPage(title=title, live=live)
    HomePage.objects.get().add_child(instance=page)
    return page


class TestCorrections:
    def test_are_numbered_and_dated_in_their_order(self, read):
        made = [correction("2026-03-02", "<p>First.</p>"), correction("2026-04-02", "<p>Second.</p>")]
        items = read(corrected(*made)).select("#corrections > ol > li")
        assert [item["id"] for item in items] == ["correction-1", "correction-2"]
        assert [item.time["datetime"] for item in items] == ["2026-03-02", "2026-04-02"]
        assert [item.get_text(" ", strip=True) for item in items] == [
            "2 Mar 2026 First.",
            "2 Apr 2026 Second.",
        ]

    def test_may_link_to_other_pages_but_not_to_hidden_ones(self, read):
        open_page, draft = make_article(title="Open"), make_article(title="Hidden", publish=False)
        links = "".join(f'<a linktype="page" id="{page.pk}">see</a>' for page in (open_page, draft))
        section = read(corrected(correction("2026-03-02", f"<p>{links}</p>"))).select_one("#corrections")
        assert [link["href"] for link in section.select("a[href]")] == [open_page.url]

    def test_cost_no_further_query_where_they_link(self, client, django_assert_num_queries):
        target = make_article(title="Open")
        link = f'<p><a linktype="page" id="{target.pk}">see</a></p>'
        plain = corrected(correction("2026-03-02", "<p>Grams.</p>"))
        linked = corrected(*[correction("2026-03-02", link)] * 3)
        for page in (plain, linked):
            client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(plain.url)
        with django_assert_num_queries(len(captured)):
            client.get(linked.url)

    def test_share_no_id_with_a_heading(self, read):
        body = [heading("Corrections"), heading("Correction 1"), heading("Related reading")]
        page = read(corrected(correction("2026-03-02", "<p>Grams.</p>"), body=body))
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(ids))

    def test_leave_no_trace_where_there_are_none(self, read):
        assert "orrect" not in read(make_article()).select_one("main").get_text()


class TestTheColophon:
    def test_says_when_the_next_review_is_due_and_names_nobody(self, read):
        article = make_article(reviewer=make_author("Lena Hartono"), reviewed_on=date(2026, 3, 3))
        words = " ".join(read(article).select_one(".colophon").get_text(" ").split())
        assert "Last reviewed 3 Mar 2026" in words
        assert "Next review due 3 Mar 2027" in words
        assert "Lena" not in words

    def test_speaks_of_no_review_where_there_was_none(self, read):
        assert "review" not in read(make_article()).select_one(".colophon").get_text()

    def test_holds_the_disclaimer_once_on_the_page(self, read):
        SiteTexts.objects.update(disclaimer="Ask a doctor.")
        page = read(make_article())
        assert "Ask a doctor." in page.select_one("article").get_text()
        assert page.get_text().count("Ask a doctor.") == 1

    def test_leads_to_how_we_write_and_where_to_tell_of_a_mistake(self, read):
        SiteTexts.objects.update(how_we_write=plain_page("Our way"), mistakes=plain_page("Write to us"))
        links = {a.get_text(strip=True): a["href"] for a in read(make_article()).select(".colophon a")}
        assert links == {"How we write": "/our-way/", "Tell us of a mistake": "/write-to-us/"}

    def test_leaves_out_pages_that_are_not_public(self, read):
        private = plain_page("Private")
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        SiteTexts.objects.update(how_we_write=plain_page("Draft", live=False), mistakes=private)
        assert not read(make_article()).select(".colophon a")


def test_the_words_come_before_the_corrections_and_these_before_the_colophon(read):
    page = read(corrected(correction("2026-03-02", "<p>Grams.</p>"), body=[text("<p>Last words.</p>")]))
    words = page.select_one("article").get_text()
    assert words.index("Last words.") < words.index("Grams.") < words.index("About this article")
