"""Who looks after shops sees what they were told, and has it sent again."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blog.models import Channel, ListDelivery, SidebarSettings

pytestmark = pytest.mark.django_db


def row(handle: str, **fields: Any) -> ListDelivery:
    known = {"channel": Channel.WEBHOOK, "wanted": "a", "delivered": "a", "delivered_at": timezone.now()}
    return ListDelivery.objects.create(handle=handle, **(known | fields))


@pytest.fixture
def rows() -> None:
    soon = timezone.now() + timedelta(minutes=5)
    row("calm")
    row("tonic", delivered="", delivered_at=None, next_attempt_at=soon)
    row("alga", error="The host answered 500.", next_attempt_at=soon)
    row("kelp", error="The host answered 410.", next_attempt_at=None)


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_it_says_where_each_list_is(admin_client: Client, rows: None) -> None:
    text = text_of(admin_client.get(reverse("deliveries")))
    assert "The host answered 410. Not tried again before the list changes." in text
    assert "The host answered 500. Tried again at" in text
    assert "Waiting" in text
    assert "calm" in text


@pytest.mark.parametrize(
    ("state", "handles"), [("delivered", {"calm"}), ("waiting", {"tonic"}), ("failed", {"alga", "kelp"})]
)
def test_it_is_narrowed_to_a_state(admin_client: Client, rows: None, state: str, handles: set[str]) -> None:
    answer = admin_client.get(reverse("deliveries"), {"state": state})
    assert {one.handle for one in answer.context["object_list"]} == handles


def test_it_is_taken_along_as_a_file(admin_client: Client, rows: None) -> None:
    answer = admin_client.get(reverse("deliveries"), {"export": "xlsx"})
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content if answer.streaming else [answer.content])[:2] == b"PK"


def test_what_was_not_delivered_is_sent_again(admin_client: Client, rows: None, settings: Any) -> None:
    settings.WEBHOOK_SECRET, settings.WEBHOOK_HOSTS = "s", ["shop.example"]
    SidebarSettings(webhook_address="https://shop.example/").save()
    answer = admin_client.get(reverse("deliveries"))
    assert "Send again what was not delivered" in text_of(answer)
    answer = admin_client.post(reverse("deliveries_again"), {"which": "failed"}, follow=True)
    assert "2 lists are sent again within a minute or two." in text_of(answer)
    due = ListDelivery.objects.filter(next_attempt_at__lte=timezone.now())
    assert set(due.values_list("handle", flat=True)) == {"alga", "kelp"}
    admin_client.post(reverse("deliveries_again"), {"which": "all"})
    assert ListDelivery.objects.filter(next_attempt_at__lte=timezone.now()).count() == 4


def test_where_nothing_is_switched_on_it_says_how(admin_client: Client) -> None:
    answer = admin_client.get(reverse("deliveries"))
    assert reverse("wagtailsettings:edit", args=["blog", "sidebarsettings"]) in text_of(answer)


def test_only_who_may_say_what_shops_are_told_comes_in(client: Client, rows: None) -> None:
    user = get_user_model().objects.create_user("editor", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("deliveries")).status_code == 302
    assert client.post(reverse("deliveries_again"), {"which": "all"}).status_code == 302
    assert ListDelivery.objects.get(handle="kelp").next_attempt_at is None
    user.user_permissions.add(Permission.objects.get(codename="change_sidebarsettings"))
    assert client.get(reverse("deliveries")).status_code == 200


def test_it_costs_the_same_for_few_and_many(admin_client: Client, django_assert_max_num_queries: Any) -> None:
    for number in range(40):
        row(f"tonic-{number}", error="The host answered 500.")
    admin_client.get(reverse("deliveries"))
    with django_assert_max_num_queries(25):
        admin_client.get(reverse("deliveries"))
