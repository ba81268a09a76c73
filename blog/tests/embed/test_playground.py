"""A shop developer tries the list and copies the code."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from blog.tests.factories import callout, make_article
from products.availability import State
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
Get = Callable[..., BeautifulSoup]


@pytest.fixture
def get(client: Client) -> Get:
    def get(**chosen: object) -> BeautifulSoup:
        answer = client.get("/embed/", chosen)
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    return get


def test_it_begins_with_a_product_that_has_articles(get: Get) -> None:
    make_product(title="Alga", handle="alga")
    make_article(callout(make_product(title="Tonic", handle="tonic")), title="Sleep")
    page = get()
    assert page.select_one("related-articles")["product"] == "tonic"
    assert page.select_one("input[name=product]")["value"] == "tonic"
    assert {one["value"] for one in page.select("datalist option")} == {"alga", "tonic"}


@pytest.mark.parametrize("key", ["tonic", "QN-T", "2010000100103"])
def test_a_product_is_found_by_any_of_the_shops_keys(get: Get, key: str) -> None:
    make_product(title="Alga", handle="alga")
    make_product(title="Tonic", handle="tonic", sku="QN-T", gtin="2010000100103")
    page = get(product=key)
    assert page.select_one("related-articles")["product"] == "tonic"
    assert "No article mentions this product yet" in page.main.text


def test_what_is_chosen_is_shown_and_copied(get: Get) -> None:
    make_product(title="Tonic", handle="tonic")
    page = get(product="tonic", limit=2, heading='Read "on"', level=4, language="de", look="dark")
    element = page.select_one("related-articles")
    assert (element["limit"], element["heading"], element["heading-level"]) == ("2", 'Read "on"', "4")
    assert element["lang"] == "de"
    assert page.select_one(".shop-page--dark")
    assert 'heading="Read &quot;on&quot;"' in page.select_one("[data-copies=way-html]").text


@pytest.mark.parametrize("key", ["nothing", "hidden"])
def test_a_product_no_shopper_may_see_is_not_found(get: Get, key: str) -> None:
    make_product(title="Hidden", handle="hidden", state=State.HIDDEN)
    page = get(product=key)
    assert f"No product has the handle, SKU or GTIN “{key}”." in page.main.text
    assert not page.select("related-articles, pre")


def test_a_wrong_number_is_told_and_the_rest_still_counts(get: Get) -> None:
    make_product(title="Tonic", handle="tonic")
    page = get(product="tonic", limit=99)
    assert page.select(".errorlist")
    assert page.select_one("related-articles")["limit"] == "3"


def test_without_products_it_says_so(get: Get) -> None:
    page = get()
    assert "There are no products yet." in page.main.text
    assert not page.select("related-articles, pre")


def test_the_style_sheet_of_the_fragment_is_there_for_any_site(client: Client) -> None:
    answer = client.get("/embed/related-articles.css")
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    again = client.get("/embed/related-articles.css", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
