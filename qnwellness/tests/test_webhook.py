"""An address is told of each list that changes, by messages it can check."""

import hmac
import json
import shutil
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from blog.models import ListDelivery, SidebarSettings
from blog.pushing.changed import look_again, note_changed
from blog.pushing.deliver import deliver, send_again
from blog.pushing.senders import send_what_changed
from blog.pushing.webhook import Webhook
from blog.tests.factories import callout, make_article
from products.tests.factories import make_product
from qnwellness.tests.fetching.shop import HOST, Shop, shop

pytestmark = pytest.mark.django_db
SECRET = "a secret of the operator"


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """Yield a machine that is told of lists."""
    if not shutil.which("openssl"):
        pytest.skip("there is no openssl to make a certificate with")
    with shop(tmp_path_factory.mktemp("shop")) as found:
        yield found


@pytest.fixture
def webhook(receiver: Shop, settings: Any) -> Webhook:
    """Return the way to the receiver, switched on, with one article to tell of."""
    look_again()
    receiver.told.clear()
    settings.WEBHOOK_HOSTS, settings.WEBHOOK_SECRET = [HOST], SECRET
    SidebarSettings(webhook_address=f"https://{HOST}/echo").save()
    make_article(callout(make_product(title="Tonic", handle="tonic")), title="Sleep")
    return Webhook(receiver.network())


def leads_to(path: str) -> None:
    SidebarSettings.objects.update(webhook_address=f"https://{HOST}/{path}")


def round_of(webhook: Webhook) -> int:
    note_changed(webhook.channel)
    return deliver(webhook)


def test_a_message_has_the_list_as_the_api_answers_it(
    webhook: Webhook, receiver: Shop, client: Client
) -> None:
    assert webhook.is_on()
    assert round_of(webhook) == 1
    ((headers, body),) = receiver.told
    said = json.loads(body)
    answer = client.get("/api/v1/products/tonic/related-articles/").json()
    assert said.pop("event") == "related_articles.changed"
    assert len(said.pop("id")) == 32
    assert said == answer
    assert headers["Content-Type"] == "application/json; charset=utf-8"


def test_its_signature_can_be_checked(webhook: Webhook, receiver: Shop) -> None:
    round_of(webhook)
    ((headers, body),) = receiver.told
    at, signed = (part.partition("=")[2] for part in headers["X-QN-Signature"].split(","))
    assert abs(timezone.now().timestamp() - int(at)) < 60
    assert hmac.new(SECRET.encode(), f"{at}.".encode() + body, sha256).hexdigest() == signed


def test_a_message_that_is_sent_again_is_known_by_its_id(webhook: Webhook, receiver: Shop) -> None:
    leads_to("error")
    round_of(webhook)
    ListDelivery.objects.update(next_attempt_at=timezone.now())
    leads_to("echo")
    assert round_of(webhook) == 1
    send_again(ListDelivery.objects.all())
    round_of(webhook)
    first, second, third = (json.loads(body)["id"] for _headers, body in receiver.told)
    assert first == second != third


@pytest.mark.parametrize(
    ("path", "error", "wait"),
    [
        ("error", "The host answered 500.", timedelta(minutes=1)),
        ("moved", "The host answered 307.", timedelta(minutes=1)),
        ("busy", "The host answered 429.", timedelta(hours=2)),
        ("gone", "The host answered 410. It wants no more messages.", None),
    ],
)
def test_what_a_receiver_says_is_respected(
    webhook: Webhook, path: str, error: str, wait: timedelta | None
) -> None:
    leads_to(path)
    assert round_of(webhook) == 0
    row = ListDelivery.objects.get()
    assert row.error == error
    if wait is None:
        assert row.next_attempt_at is None
    else:
        assert abs(row.next_attempt_at - timezone.now() - wait) < timedelta(seconds=10)


def test_publishing_never_waits_for_a_receiver(webhook: Webhook, receiver: Shop) -> None:
    make_article(callout(make_product(title="Calm", handle="calm")), title="Rest")
    assert receiver.told == []


@pytest.mark.parametrize("missing", ["WEBHOOK_SECRET", "WEBHOOK_HOSTS", "webhook_address"])
def test_nothing_is_looked_at_before_everything_is_there(
    webhook: Webhook, settings: Any, missing: str, django_assert_max_num_queries: Any
) -> None:
    if missing == "webhook_address":
        SidebarSettings.objects.update(webhook_address="")
    else:
        setattr(settings, missing, "")
    with django_assert_max_num_queries(2):
        assert send_what_changed() == 0
    assert not ListDelivery.objects.exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://elsewhere.example/hook", "not on the list of allowed hosts"),
        (f"http://{HOST}/hook", "begin with https"),
        ("https://127.0.0.1/hook", "by a name"),
    ],
)
def test_an_address_nothing_could_be_sent_to_is_refused(webhook: Webhook, address: str, said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        SidebarSettings(webhook_address=address).full_clean()


def test_a_missing_secret_is_said_where_the_address_is_given(webhook: Webhook, settings: Any) -> None:
    settings.WEBHOOK_SECRET = ""
    with pytest.raises(ValidationError, match="WEBHOOK_SECRET"):
        SidebarSettings(webhook_address=f"https://{HOST}/echo").full_clean()


def test_what_is_missing_for_shopify_is_said_where_it_is_switched_on(settings: Any) -> None:
    settings.SHOPIFY_SHOP = ""
    with pytest.raises(ValidationError, match="SHOPIFY_SHOP"):
        SidebarSettings(sends_to_shopify=True).full_clean()
