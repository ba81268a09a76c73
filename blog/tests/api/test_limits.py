"""Who asks too often for what has to be looked up is told when to come back."""

import pytest

from blog.api.limits import PerAddress
from blog.tests.factories import callout, heading, make_article
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
PATH = "/api/v1/products/bone-essential/related-articles/"


@pytest.fixture(autouse=True)
def _three_a_minute(settings):
    settings.SHOP_API_RATE = 3
    make_article(heading("Amounts"), callout(make_product(handle="bone-essential")))


def asked(client, number, **about):
    """Ask for as many lists, none of which is kept yet; return the last answer."""
    return [client.get(f"{PATH}?limit={limit}", **about) for limit in range(1, number + 1)][-1]


def test_too_many_are_refused_with_the_time_to_wait(client):
    answer = asked(client, 4)
    assert answer.status_code == 429
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert answer.json()["error"]["code"] == "too_many_requests"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cache-Control"] == "no-store"


def test_what_is_kept_is_given_to_everybody_as_often_as_they_ask(client):
    assert {client.get(PATH).status_code for _time in range(10)} == {200}


def test_each_address_has_its_own_count(client):
    asked(client, 4)
    assert client.get(f"{PATH}?limit=9", REMOTE_ADDR="203.0.113.5").status_code == 200


def test_a_shops_server_may_ask_without_a_limit(client, settings):
    settings.SHOP_API_UNLIMITED = ["203.0.113.0/24"]
    assert asked(client, 9, REMOTE_ADDR="203.0.113.5").status_code == 200


def test_shoppers_behind_a_trusted_proxy_are_told_apart(client, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    asked(client, 4, headers={"X-Forwarded-For": "203.0.113.5"})
    assert asked(client, 9, headers={"X-Forwarded-For": "203.0.113.5"}).status_code == 429
    assert client.get(f"{PATH}?limit=9", headers={"X-Forwarded-For": "203.0.113.6"}).status_code == 200


def test_a_claim_is_not_believed_without_a_proxy(client):
    for number in range(1, 5):
        answer = client.get(f"{PATH}?limit={number}", headers={"X-Forwarded-For": f"203.0.113.{number}"})
    assert answer.status_code == 429


def test_everybody_is_answered_while_nothing_can_be_counted(client, monkeypatch, caplog):
    class Away:
        def get(self, *args: object) -> None:
            raise ConnectionError

    monkeypatch.setattr(PerAddress, "cache", Away())
    assert asked(client, 9).status_code == 200
    assert "cannot be counted" in caplog.text


@pytest.mark.parametrize(
    ("query", "said"),
    [("limits=3", "limits: not known here. Known are: limit."), ("limit=3&limit=4", "given more than once")],
)
def test_a_parameter_that_cannot_be_meant_is_refused_by_name(client, query, said):
    answer = client.get(f"{PATH}?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "unknown_parameter"
    assert said in answer.json()["error"]["message"]
