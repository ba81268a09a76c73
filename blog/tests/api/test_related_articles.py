import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from blog.tests.factories import callout, heading, make_article
from products.tests.factories import make_image, make_product
from qnwellness.answers.middleware import store

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def product():
    return make_product(title="Bone Essential™", handle="bone-essential", sku="QN-BE", gtin="2010000100103")


@pytest.fixture
def article(product):
    published = datetime(2026, 11, 1, 9, 0, 30, tzinfo=ZoneInfo("Asia/Singapore"))
    fields = {"title": "How bone is built", "standfirst": "In short.", "published_at": published}
    return make_article(heading("Amounts"), callout(product), **fields)


@pytest.fixture
def get(client):
    return lambda path, **headers: client.get(f"/api/v1/{path}", headers=headers)


def test_the_answer_is_the_one_shops_were_promised(get, article):
    answer = get("products/bone-essential/related-articles/")
    assert answer.status_code == 200
    assert answer.json() == json.loads((GOLDEN / "related_articles.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("key", ["handle=bone-essential", "sku=QN-BE", "gtin=2010000100103"])
def test_a_product_is_found_by_any_of_the_shops_keys(get, article, key):
    assert get(f"related-articles/?{key}").json()["count"] == 1


def test_limit_says_how_many_articles_at_most(get, article, product):
    make_article(callout(product), title="Another")
    assert get("products/bone-essential/related-articles/?limit=1").json()["count"] == 1


@pytest.mark.parametrize("limit", ["0", "51", "many"])
def test_a_limit_that_cannot_be_is_refused_by_name(get, article, limit):
    answer = get(f"products/bone-essential/related-articles/?limit={limit}")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "invalid_parameter"
    assert "limit" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "path",
    [
        "products/nothing/related-articles/",
        "related-articles/?sku=nothing",
        "products/bone%00essential/related-articles/",
        "related-articles/?handle=%00",
        "related-articles/?sku=QN-BE%00",
        "related-articles/?gtin=%00",
    ],
)
def test_an_unknown_product_is_not_found(get, product, path):
    answer = get(path)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "unknown_product"


@pytest.mark.parametrize("query", ["", "?limit=3", "?handle=&sku=&gtin="])
def test_without_any_key_the_keys_are_named(get, product, query):
    answer = get(f"related-articles/{query}")
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["code"] == "missing_parameter"
    assert all(key in error["message"] for key in ("handle", "sku", "gtin"))


@pytest.mark.parametrize("change", [{"state": "hidden"}, {"live": False}])
def test_a_product_shoppers_may_not_see_is_not_found(get, product, article, change):
    type(product).objects.filter(pk=product.pk).update(**change)
    assert get("products/bone-essential/related-articles/").status_code == 404


def test_caches_may_keep_it_a_minute(get, article):
    cache_control = get("products/bone-essential/related-articles/")["Cache-Control"]
    assert {part.strip() for part in cache_control.split(",")} == {"public", "max-age=60"}


def test_who_has_the_answer_already_is_told_so(get, article):
    etag = get("products/bone-essential/related-articles/")["ETag"]
    answer = get("products/bone-essential/related-articles/", **{"If-None-Match": etag})
    assert answer.status_code == 304
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_it_costs_at_most_five_queries_with_a_picture_in_every_article(
    get, article, product, settings, django_assert_max_num_queries
):
    settings.ANSWERS_LOOK_EVERY = 0.5
    for number, colour in enumerate(("red", "blue", "gold", "teal")):
        make_article(callout(product), title=f"Article {number}", hero=make_image(colour, colour))
    path = "products/bone-essential/related-articles/"
    assert len([item for item in get(path).json()["articles"] if item["image"]]) == 4
    store.clear()
    with django_assert_max_num_queries(5):
        get(path)


def test_a_picture_comes_in_two_widths(get, product):
    make_article(callout(product), hero=make_image("A jar"))
    (article,) = get("products/bone-essential/related-articles/").json()["articles"]
    assert article["image"]["src"].startswith("http://testserver/media/")
    assert article["image"]["srcset"].count("http://testserver/media/") == 2
    assert article["image"]["alt"] == "A jar"


def test_a_picture_whose_file_is_gone_is_left_out(get, product):
    image = make_image()
    make_article(callout(product), hero=image)
    image.file.storage.delete(image.file.name)
    answer = get("products/bone-essential/related-articles/")
    assert answer.status_code == 200
    assert answer.json()["articles"][0]["image"] is None
