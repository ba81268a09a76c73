"""An answer that is there already is given again, the same to everybody, until anything has changed."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import PageViewRestriction

from blog.tests.factories import callout, heading, make_article
from products.tests.factories import make_image, make_product

pytestmark = pytest.mark.django_db
PATH = "/api/v1/products/bone-essential/related-articles/"


@pytest.fixture
def product():
    return make_product(title="Bone Essential™", handle="bone-essential", sku="QN-BE")


@pytest.fixture
def article(product):
    return make_article(heading("Amounts"), callout(product), title="How bone is built")


def titles(client: Client) -> list[str]:
    return [one["title"] for one in client.get(PATH).json()["articles"]]


def test_the_second_who_asks_costs_only_the_look_for_changes(
    client, article, settings, django_assert_num_queries
):
    first = client.get(PATH)
    with django_assert_num_queries(1):
        second = client.get(PATH)
    assert second.content == first.content
    assert dict(second.items()) == dict(first.items())


def test_everybody_gets_the_same_bytes(client, article):
    asked = [client, Client()]
    asked[1].force_login(User.objects.create_superuser("root"))
    answers = [one.get(PATH, headers={"X-Forwarded-Host": "evil.example"}) for one in (*asked, *asked)]
    assert len({answer.content for answer in answers}) == 1
    assert not any(answer.cookies for answer in answers)
    assert not any("Cookie" in answer.get("Vary", "") for answer in answers)


def test_another_host_has_answers_of_its_own(client, product):
    make_article(heading("Amounts"), callout(product), hero=make_image("A jar"))
    assert "shop.example" not in client.get(PATH).content.decode()
    assert "shop.example" in client.get(PATH, headers={"Host": "shop.example"}).content.decode()
    assert "shop.example" not in client.get(PATH).content.decode()


def test_who_has_it_already_gets_no_body_and_may_still_read_the_answer(client, article):
    etag = client.get(PATH)["ETag"]
    answer = client.get(PATH, headers={"If-None-Match": etag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["ETag"] == etag


def test_head_says_how_long_the_answer_is(client, article):
    whole = client.get(PATH)
    head = client.head(PATH)
    assert (head.content, head["Content-Length"]) == (b"", str(len(whole.content)))


def test_the_same_parameters_in_another_order_are_the_same_question(
    client, article, django_assert_num_queries
):
    client.get("/api/v1/related-articles/?sku=QN-BE&limit=3")
    with django_assert_num_queries(1):
        client.get("/api/v1/related-articles/?limit=3&sku=QN-BE")


class TestAChangeShows:
    @pytest.fixture(autouse=True)
    def _asked_before(self, client, article):
        assert titles(client) == ["How bone is built"]

    def test_another_article(self, client, product):
        make_article(heading("More"), callout(product), title="More of it")
        assert sorted(titles(client)) == ["How bone is built", "More of it"]

    def test_an_article_taken_down(self, client, article):
        article.unpublish()
        assert titles(client) == []

    def test_a_section_made_private(self, client, article):
        section = article.get_parent()
        PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
        assert titles(client) == []

    def test_a_product_renamed(self, client, product):
        product.title = "Bone Complete™"
        product.save_revision().publish()
        assert client.get(PATH).json()["product"]["name"] == "Bone Complete™"

    def test_a_product_hidden(self, client, product):
        product.state = "hidden"
        product.save_revision().publish()
        assert client.get(PATH).status_code == 404


def test_what_was_not_found_is_not_kept(client):
    assert client.get(PATH).status_code == 404
    make_product(title="Bone Essential™", handle="bone-essential")
    assert client.get(PATH).status_code == 200
