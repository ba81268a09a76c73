"""Lists of articles: what to read next, whose articles these are, and which tags there are."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog import listing
from blog.models import ArticlePage, RelatedPick
from blog.tests.factories import callout, journal, make_article, mention, text
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture
def product():
    return make_product(title="Bone Essential™", handle="bone-essential")


def article(title, *body, tags=(), days_ago=1, picks=(), publish=True):
    draft = make_article(
        *body, title=title, published_at=NOW - timedelta(days_ago), publish=False
    ).get_latest_revision_as_object()
    draft.tags.add(*tags)
    draft.picks = [RelatedPick(pick=pick, sort_order=n) for n, pick in enumerate(picks)]
    revision = draft.save_revision()
    if publish:
        revision.publish()
    return ArticlePage.objects.get(pk=draft.pk)


def titles(page):
    return [found.title for found in listing.related_reading(page)]


class TestRelatedReading:
    def test_counts_a_shared_product_twice_as_much_as_a_shared_tag(self, product):
        article("One tag", tags=["Iron"])
        article("Product", callout(product), days_ago=9)
        article("Product and tag", text(f"<p>{mention(product)}</p>"), tags=["Iron"], days_ago=9)
        page = article("This", callout(product), tags=["Iron", "Sleep"])
        assert titles(page) == ["Product and tag", "Product", "One tag"]

    def test_puts_the_newer_of_two_equals_first(self):
        for days in (3, 1, 2):
            article(f"{days} days", tags=["Iron"], days_ago=days)
        assert titles(article("This", tags=["Iron"])) == ["1 days", "2 days", "3 days"]

    def test_puts_the_editors_picks_first_and_in_their_order(self, product):
        picks = [article("Second", days_ago=1), article("First", days_ago=2)]
        article("Ranked", callout(product))
        page = article("This", callout(product), picks=picks[::-1])
        assert titles(page) == ["First", "Second", "Ranked"]

    def test_shows_an_article_once_and_never_itself(self, product):
        other = article("Other", callout(product), tags=["Iron", "Sleep"])
        page = article("This", callout(product), tags=["Iron", "Sleep"], picks=[other, other])
        draft = page.get_latest_revision_as_object()
        draft.picks.add(RelatedPick(pick=page, sort_order=3))
        draft.save_revision().publish()
        assert titles(ArticlePage.objects.get(pk=page.pk)) == ["Other"]

    def test_shows_no_more_than_three(self):
        for number in range(5):
            article(f"Number {number}", tags=["Iron"])
        assert len(titles(article("This", tags=["Iron"]))) == listing.RELATED == 3

    def test_is_nothing_rather_than_something_unrelated(self):
        article("Other", tags=["Sleep"])
        assert titles(article("This", tags=["Iron"])) == []

    def test_leaves_out_what_shoppers_may_not_see(self, product):
        draft = article("Draft", callout(product), publish=False)
        private = article("Private", callout(product))
        PageViewRestriction.objects.create(page=private, restriction_type="login")
        gone = article("Gone", callout(product), tags=["Iron"])
        gone.unpublish()
        expired = article("Expired", callout(product))
        ArticlePage.objects.filter(pk=expired.pk).update(expire_at=NOW - timedelta(1))
        page = article("This", callout(product), tags=["Iron"], picks=[draft, private, gone, expired])
        assert titles(page) == []

    def test_of_a_preview_follows_what_was_not_saved(self, product):
        by_tag, by_product = article("By tag", tags=["Iron"]), article("By product", callout(product))
        picked = article("Picked")
        draft = article("This").get_latest_revision_as_object()
        draft.tags.add("Iron")
        draft.picks = [RelatedPick(pick=picked)]
        draft.body = draft.body.stream_block.to_python([callout(product)])
        assert titles(draft) == [picked.title, by_product.title, by_tag.title]

    def test_of_a_preview_leaves_out_a_pick_that_was_taken_out(self):
        draft = article("This", picks=[article("Picked")]).get_latest_revision_as_object()
        draft.picks = []
        assert titles(draft) == []

    def test_costs_the_same_with_three_cards_as_with_one(self, client):
        one = article("One", tags=["Iron"])
        article("Two", tags=["Iron"])
        alone = _queries(client, one.url)
        for number in range(3, 9):
            article(f"Number {number}", tags=["Iron"])
        assert _queries(client, one.url) == alone

    def test_stands_at_the_end_of_the_page_or_leaves_no_trace(self, client):
        alone = article("Alone")
        assert "Keep reading" not in client.get(alone.url).content.decode()
        one, two = article("One", tags=["Iron"]), article("Two", tags=["Iron"])
        page = BeautifulSoup(client.get(one.url).content, "html.parser")
        section = page.select_one("section[aria-labelledby=related-reading]")
        assert section.h2["id"] == "related-reading"
        assert [link["href"] for link in section.select("a")] == [two.url]


class TestTags:
    def test_are_counted_by_what_shoppers_may_see(self):
        article("One", tags=["Iron", "Sleep"])
        article("Two", tags=["Iron"])
        article("Draft", tags=["Iron", "Secret"], publish=False)
        counted = {tag.name: tag.articles for tag in listing.listed_tags(journal())}
        assert counted == {"Iron": 2, "Sleep": 1}

    def test_stand_at_the_top_of_the_journal_with_their_number(self, client):
        article("One", tags=["Iron"])
        page = BeautifulSoup(client.get("/blog/").content, "html.parser")
        (link,) = page.select('nav[aria-label="Topics"] a')
        assert link["href"] == "/blog/tags/iron/"
        assert link.get_text(" ", strip=True) == "Iron 1 article"

    def test_have_a_list_of_their_own(self, client):
        for number in range(12):
            article(f"Number {number}", tags=[f"Topic {number}"])
        page = BeautifulSoup(client.get("/blog/").content, "html.parser")
        assert len(page.select(".topics a")) == 8
        every = BeautifulSoup(client.get(page.select_one(".topics-bar > a")["href"]).content, "html.parser")
        assert len(every.select(".topics a")) == 12

    def test_have_no_list_where_there_are_none(self, client):
        make_article()
        assert client.get("/blog/tags/").status_code == 404
        assert "Topics" not in client.get("/blog/").content.decode()


def _queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    return len(captured)
