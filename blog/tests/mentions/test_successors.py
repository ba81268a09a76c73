"""Related articles of a product that takes the place of others."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from blog.mentions import choices
from blog.mentions.queries import predecessors, related_articles
from blog.tests.factories import callout, heading, make_article, mention, text
from products.models import ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> ProductPage:
    return make_product(title="New", handle="new")


def replaced_by(product: ProductPage, title: str = "Old", **fields: Any) -> ProductPage:
    values: dict[str, Any] = {"state": "discontinued", "replacement": product} | fields
    return make_product(title=title, handle=title.lower().replace(" ", "-"), **values)


def titles(product: ProductPage, limit: int = 5) -> list[str]:
    return [item.article.title for item in related_articles(product, limit)]


def test_articles_about_what_it_replaces_are_among_them_best_first(product: ProductPage) -> None:
    old = replaced_by(product)
    make_article(text(f"<p>{mention(product)}</p>"), title="New, in the text")
    make_article(heading("Amounts"), callout(old), title="Old, in a callout")
    assert titles(product) == ["Old, in a callout", "New, in the text"]
    assert related_articles(product)[0].url == "/blog/old-in-a-callout/#amounts"
    assert titles(product, 1) == ["Old, in a callout"]


def test_an_article_about_both_is_there_once(product: ProductPage) -> None:
    old = replaced_by(product)
    make_article(callout(old), text(f"<p>{mention(product)}</p>"), title="Both")
    assert titles(product) == ["Both"]


def test_they_follow_a_chain_of_five(product: ProductPage) -> None:
    chain = [product]
    for number in range(6):
        chain.append(replaced_by(chain[-1], f"Old {number}"))
        make_article(callout(chain[-1]), title=f"About old {number}")
    assert sorted(titles(product, 20)) == [f"About old {number}" for number in range(5)]
    assert [one.title for one in predecessors(product)] == [f"Old {number}" for number in range(5)]


def test_products_that_replace_each_other_do_not_go_round(product: ProductPage) -> None:
    old = replaced_by(product)
    ProductPage.objects.filter(pk=product.pk).update(state="discontinued", replacement=old)
    make_article(callout(old), title="About it")
    assert titles(product) == ["About it"]


@pytest.mark.parametrize("fields", [{"state": "live"}, {"state": "hidden"}, {"state": "out_of_stock"}])
def test_only_what_is_discontinued_is_replaced(product: ProductPage, fields: dict[str, str]) -> None:
    make_article(callout(replaced_by(product, **fields)))
    assert titles(product) == []


def test_what_shoppers_may_not_see_is_not_replaced(product: ProductPage) -> None:
    private, draft = replaced_by(product, "Private"), replaced_by(product, "Draft")
    for old in (private, draft):
        make_article(callout(old), title=f"About {old.title}")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    draft.unpublish()
    assert titles(product) == []


def test_pins_of_its_own_stand_first_and_what_is_left_out_of_its_list_stays_out(product: ProductPage) -> None:
    old = replaced_by(product)
    own = make_article(text(f"<p>{mention(product)}</p>"), title="Own")
    others = [make_article(callout(old), title=title) for title in ("Pinned there", "Left out here")]
    choices.pin(old.pk, others[0].pk)
    choices.pin(product.pk, own.pk)
    choices.exclude(product.pk, others[1].pk)
    assert titles(product) == ["Own", "Pinned there"]
    assert titles(old) == ["Pinned there", "Left out here"]


class TestItsCost:
    def test_is_five_queries_of_the_api_without_predecessors(
        self, product: ProductPage, client: Client, settings: Any, django_assert_max_num_queries: Any
    ) -> None:
        settings.ANSWERS_LOOK_EVERY = 0.5
        make_article(callout(product))
        client.get("/api/v1/products/new/related-articles/?limit=1")
        with django_assert_max_num_queries(5) as captured:
            client.get("/api/v1/products/new/related-articles/")
        ranking = [query for query in captured if '"blog_productrelation"' in query["sql"]]
        assert len(ranking) == 1

    def test_is_two_queries_more_with_any_number_of_them(
        self, product: ProductPage, django_assert_num_queries: Any
    ) -> None:
        make_article(callout(product))
        with django_assert_num_queries(2):
            related_articles(product)
        for number in range(3):
            make_article(callout(replaced_by(product, f"Old {number}")), title=f"About {number}")
        with django_assert_num_queries(4):
            assert len(related_articles(product)) == 4

    def test_the_index_serves_each_list(self, product: ProductPage) -> None:
        if connection.vendor != "sqlite":
            pytest.skip("the plan of a small table says nothing there")
        make_article(callout(replaced_by(product)))
        with CaptureQueriesContext(connection) as captured:
            related_articles(product)
        ranking = [query["sql"] for query in captured if '"blog_productrelation"' in query["sql"]]
        assert len(ranking) == 2
        for sql in ranking:
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
                plan = str(cursor.fetchall())
            assert "related_articles (product_id=?)" in plan
            assert "SCAN" not in plan.replace("SCAN CONSTANT", "")
