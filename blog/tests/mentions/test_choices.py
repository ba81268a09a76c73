"""What editors decide about the articles of a product, and what shoppers see of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from blog.listing import related_reading
from blog.mentions import choices
from blog.mentions.queries import related_articles
from blog.models import ArticlePage, ProductRelation, SidebarChoice
from blog.tests.factories import callout, make_article, mention, rewrite, text
from products.models import ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> ProductPage:
    return make_product(title="Bone Essential™", handle="bone-essential")


@pytest.fixture
def articles(product: ProductPage) -> list[ArticlePage]:
    """Return three articles, the first with the strongest mention, the others by date."""
    return [
        make_article(callout(product), title="Strong"),
        make_article(text(f"<p>{mention(product)}</p>"), title="Newer", published_at=_on(9)),
        make_article(text(f"<p>{mention(product)}</p>"), title="Older", published_at=_on(1)),
    ]


def _on(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=ZoneInfo("Asia/Singapore"))


def titles(product: ProductPage) -> list[str]:
    return [item.article.title for item in related_articles(product)]


def test_a_pinned_article_stands_before_all_others(product: ProductPage, articles: list[ArticlePage]) -> None:
    choices.pin(product.pk, articles[2].pk)
    assert titles(product) == ["Older", "Strong", "Newer"]


def test_pinned_articles_stand_in_the_editors_order(
    product: ProductPage, articles: list[ArticlePage]
) -> None:
    for article in reversed(articles):
        choices.pin(product.pk, article.pk)
    assert titles(product) == ["Older", "Newer", "Strong"]
    choices.move(product.pk, articles[0].pk, -1)
    assert titles(product) == ["Older", "Strong", "Newer"]
    choices.move(product.pk, articles[2].pk, 9)
    assert titles(product) == ["Strong", "Newer", "Older"]


def test_unpinning_puts_an_article_back_where_it_was(
    product: ProductPage, articles: list[ArticlePage]
) -> None:
    choices.pin(product.pk, articles[2].pk)
    choices.unpin(product.pk, articles[2].pk)
    assert titles(product) == ["Strong", "Newer", "Older"]
    assert not SidebarChoice.objects.exists()


def test_an_article_that_is_left_out_is_on_no_public_list_of_the_product(
    product: ProductPage, articles: list[ArticlePage], client: Client
) -> None:
    choices.pin(product.pk, articles[0].pk)
    choices.exclude(product.pk, articles[0].pk)
    assert titles(product) == ["Newer", "Older"]
    answer = client.get(f"/api/v1/products/{product.handle}/related-articles/").json()
    assert [item["title"] for item in answer["articles"]] == ["Newer", "Older"]
    assert "Strong" not in client.get(product.url).content.decode()
    choices.include(product.pk, articles[0].pk)
    assert titles(product) == ["Strong", "Newer", "Older"]


def test_an_article_that_is_left_out_is_not_related_by_that_product(
    product: ProductPage, articles: list[ArticlePage]
) -> None:
    choices.exclude(product.pk, articles[0].pk)
    assert [article.title for article in related_reading(articles[1])] == ["Older"]


def test_choices_outlive_another_publish_and_a_time_without_a_mention(
    product: ProductPage, articles: list[ArticlePage]
) -> None:
    choices.pin(product.pk, articles[2].pk)
    choices.exclude(product.pk, articles[1].pk)
    for article in articles[1:]:
        rewrite(article, text("<p>Nothing of it.</p>"))
    assert titles(product) == ["Strong"]
    for article in articles[1:]:
        rewrite(article, callout(product))
    assert titles(product) == ["Older", "Strong"]
    assert ProductRelation.objects.get(article=articles[2]).mention == "callout"


def test_the_choices_of_one_product_are_not_those_of_another(
    product: ProductPage, articles: list[ArticlePage]
) -> None:
    other = make_product(title="Golden Root™", handle="golden-root")
    rewrite(articles[0], callout(product), callout(other))
    choices.exclude(other.pk, articles[0].pk)
    assert titles(product)[0] == "Strong"
    assert titles(other) == []


def test_what_was_done_is_undone_unless_somebody_did_more(
    product: ProductPage, articles: list[ArticlePage]
) -> None:
    before = choices.arrangement(product.pk)
    choices.pin(product.pk, articles[2].pk)
    after = choices.arrangement(product.pk)
    choices.exclude(product.pk, articles[0].pk)
    assert not choices.restore(product.pk, before, after)
    assert titles(product) == ["Older", "Newer"]
    choices.include(product.pk, articles[0].pk)
    assert choices.restore(product.pk, before, after)
    assert titles(product) == ["Strong", "Newer", "Older"]


def test_more_pins_than_there_are_places_are_refused(
    product: ProductPage, articles: list[ArticlePage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choices, "PINS", 1)
    choices.pin(product.pk, articles[0].pk)
    with pytest.raises(choices.TooManyPins):
        choices.pin(product.pk, articles[1].pk)
    assert SidebarChoice.objects.count() == 1
