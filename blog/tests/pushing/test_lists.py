"""What is sent of a product's list is what the API answers, and changes when it does."""

import pytest
from django.test import Client

from blog.pushing.lists import nothing, outgoing
from blog.tests.factories import callout, heading, make_article
from products.models import ProductPage
from products.tests.factories import make_image, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> ProductPage:
    return make_product(title="Bone Essential™", handle="bone-essential")


def test_a_shop_is_sent_what_the_api_answers(product: ProductPage, client: Client) -> None:
    make_article(heading("Amounts"), callout(product), title="How bone is built", hero=make_image())
    answer = client.get("/api/v1/products/bone-essential/related-articles/").json()
    sent = outgoing(product).payload
    assert {**sent, "articles": [{**one, "image": None} for one in sent["articles"]]} == {
        **answer,
        "articles": [{**one, "image": None} for one in answer["articles"]],
    }
    picture = sent["articles"][0]["image"]
    assert picture["src"].startswith(product.full_url.removesuffix(product.url))
    assert picture["alt"] == answer["articles"][0]["image"]["alt"]


def test_a_list_that_says_the_same_has_the_same_digest(product: ProductPage) -> None:
    article = make_article(callout(product), title="How bone is built")
    before = outgoing(product).digest
    assert outgoing(product).digest == before
    article.title = "How bone is kept"
    article.save_revision().publish()
    assert outgoing(product).digest != before


def test_of_a_product_that_is_gone_a_shop_hears_an_empty_list(product: ProductPage) -> None:
    assert nothing("bone-essential").payload["articles"] == []
    assert nothing("bone-essential").digest == outgoing(product).digest
    make_article(callout(product), title="How bone is built")
    assert nothing("bone-essential").digest != outgoing(product).digest
