"""From an article that is published to what a shopper sees in a Shopify theme, and back."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup

from blog.models import ListDelivery
from blog.pushing.changed import look_again, note_changed
from blog.pushing.deliver import deliver
from blog.pushing.shopify.sender import Shopify
from blog.tests.embed.shopify_theme import rendered
from blog.tests.factories import callout, heading, make_article
from products.tests.factories import make_product

from .fake import FakeShopify

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    look_again()
    yield
    look_again()


def send(sender: Shopify) -> int:
    note_changed(sender.channel)
    return deliver(sender)


def seen(shop: FakeShopify, handle: str) -> list[tuple[str, str]]:
    """Return words and address of every link on a product's page in the shop."""
    value = shop.metafields.get((shop.products[handle], "qnwellness", "related_articles"))
    page = BeautifulSoup(rendered(value), "html.parser")
    return [(link.text, link["href"]) for link in page.select("a")]


def test_shoppers_see_what_is_published_and_no_longer_what_is_not(shop: FakeShopify, sender: Shopify) -> None:
    product = make_product(title="Bone Essential™", handle="bone-essential")
    shop.add("bone-essential")
    assert seen(shop, "bone-essential") == []
    article = make_article(heading("Amounts"), callout(product), title="How <bone> is built")
    assert send(sender) == 1
    assert seen(shop, "bone-essential") == [("How <bone> is built", f"{article.full_url}#amounts")]
    article.unpublish()
    assert send(sender) == 1
    assert seen(shop, "bone-essential") == []
    assert send(sender) == 0


def test_forty_products_are_told_in_two_batches_and_one_that_is_not_there_is_told_of(
    shop: FakeShopify, sender: Shopify, caplog: Any
) -> None:
    products = [make_product(title=f"Product {number}", handle=f"product-{number}") for number in range(40)]
    shop.add(*[product.handle for product in products[1:]])
    make_article(*[callout(product) for product in products], title="All of them")
    assert send(sender) == 39
    assert shop.operations.count("SetRelatedArticles") == 2
    (left,) = ListDelivery.objects.exclude(error="")
    assert left.handle == "product-0"
    assert "no product with this handle" in left.error
    assert left.next_attempt_at is not None
