from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.mentions.queries import ranked_relations, related_articles
from blog.tests.factories import (
    call_to_action,
    callout,
    heading,
    infographic,
    journal,
    make_article,
    mention,
    text,
)
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
SINGAPORE = ZoneInfo("Asia/Singapore")


@pytest.fixture
def product():
    return make_product(title="Bone Essential™", handle="bone-essential")


def titles(product):
    return [item.article.title for item in related_articles(product)]


def on(day):
    return datetime(2026, 11, day, tzinfo=SINGAPORE)


class TestTheOrder:
    def test_is_by_strength_of_mention_first(self, product):
        make_article(text(f"<p>{mention(product)}</p>"), title="Inline", published_at=on(20))
        make_article(infographic(call_to_action(product)), title="Infographic", published_at=on(10))
        make_article(callout(product), title="Callout", published_at=on(1))
        assert titles(product) == ["Callout", "Infographic", "Inline"]

    def test_is_by_the_articles_own_date_then(self, product):
        make_article(callout(product), title="Older", published_at=on(1))
        make_article(callout(product), title="Newer", published_at=on(9))
        assert titles(product) == ["Newer", "Older"]


class TestWhatIsListed:
    def test_is_nothing_for_a_product_no_article_mentions(self, product):
        make_article(text("<p>Nothing of it.</p>"))
        assert titles(product) == []

    def test_follows_a_change_of_privacy_at_once(self, product):
        article = make_article(callout(product))
        restriction = PageViewRestriction.objects.create(page=article, restriction_type="login")
        assert titles(product) == []
        restriction.delete()
        assert titles(product) == [article.title]

    def test_leaves_out_what_lies_below_a_private_page(self, product):
        make_article(callout(product))
        PageViewRestriction.objects.create(page=journal(), restriction_type="login")
        assert titles(product) == []

    def test_leaves_out_an_article_that_has_expired_but_was_not_taken_down_yet(self, product):
        article = make_article(callout(product))
        article.expire_at = timezone.now() - timedelta(minutes=1)
        article.save()
        assert titles(product) == []

    def test_leads_to_the_section_that_mentions_the_product(self, product):
        make_article(heading("Before"), heading("Amounts"), callout(product), title="Deep")
        (item,) = related_articles(product)
        assert item.url == "/blog/deep/#amounts"


class TestItsCost:
    @pytest.mark.slow
    @pytest.mark.any_database
    def test_is_the_same_for_one_article_and_for_twenty(self, product, django_assert_num_queries):
        make_article(callout(product))
        with django_assert_num_queries(2):
            related_articles(product, limit=20)
        for number in range(19):
            make_article(callout(product), title=f"Article {number}")
        with django_assert_num_queries(2):
            assert len(related_articles(product, limit=20)) == 20

    @pytest.mark.slow
    @pytest.mark.any_database
    def test_is_served_by_the_index_without_sorting(self, product):
        for number in range(30):
            make_article(callout(product), title=f"Article {number}")
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                # A table this small is otherwise read whole.
                cursor.execute(
                    "ANALYZE blog_productrelation; SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off"
                )
        plan = ranked_relations(product)[:5].explain()
        assert "related_articles" in plan
        assert "TEMP B-TREE" not in plan
        assert "Sort" not in plan.replace("Sort Key", "")
