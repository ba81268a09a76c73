import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from blog.tests.factories import callout, heading, make_article
from products.tests.factories import make_product

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
    "path", ["products/nothing/related-articles/", "related-articles/?sku=nothing", "related-articles/"]
)
def test_an_unknown_product_is_not_found(get, product, path):
    answer = get(path)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "unknown_product"


@pytest.mark.parametrize("change", [{"state": "hidden"}, {"live": False}])
def test_a_product_shoppers_may_not_see_is_not_found(get, product, article, change):
    type(product).objects.filter(pk=product.pk).update(**change)
    assert get("products/bone-essential/related-articles/").status_code == 404


def test_any_shop_may_read_it_and_caches_may_keep_it_a_minute(get, article):
    for path in ("products/bone-essential/related-articles/", "products/nothing/related-articles/"):
        answer = get(path)
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
    cache_control = get("products/bone-essential/related-articles/")["Cache-Control"]
    assert {part.strip() for part in cache_control.split(",")} == {"public", "max-age=60"}


def test_who_has_the_answer_already_is_told_so(get, article):
    etag = get("products/bone-essential/related-articles/")["ETag"]
    answer = get("products/bone-essential/related-articles/", **{"If-None-Match": etag})
    assert answer.status_code == 304
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_it_costs_at_most_five_queries(client, article, product, django_assert_max_num_queries):
    for number in range(4):
        make_article(callout(product), title=f"Article {number}")
    client.get("/api/v1/products/bone-essential/related-articles/")
    with django_assert_max_num_queries(5):
        client.get("/api/v1/products/bone-essential/related-articles/")


def test_openapi_describes_it(get):
    paths = get("openapi.json").json()["paths"]
    assert "/api/v1/products/{handle}/related-articles/" in paths
    assert "/api/v1/related-articles/" in paths
