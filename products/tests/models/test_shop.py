"""The shop's settings, as whoever keeps the catalogue fills them in."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from products.models import Shop

pytestmark = pytest.mark.django_db
HOST = "shop.example"


def save(client: Client, **fields: str) -> str:
    """Send the form and return what it says is wrong, nothing once it is saved."""
    user = User.objects.create_user("keeper", password="x")
    user.groups.add(Group.objects.get(name="Catalogue"))
    client.force_login(user)
    url = reverse("wagtailsettings:edit", args=["products", "shop", Shop.load().pk])
    form = {"link_target": "page", "price_hours": "24", "utm_medium": "article"}
    response = client.post(url, form | fields)
    errors = BeautifulSoup(response.content, "html.parser").select(".error-message")
    assert errors or response.status_code == 302, response.content
    return " ".join(error.get_text(" ", strip=True) for error in errors)


def test_an_address_on_the_operators_list_is_kept(client: Client, settings) -> None:
    settings.CATALOGUE_HOSTS = [HOST]
    assert save(client, feed_address=f"https://{HOST}/feed.xml", is_scheduled="on") == ""
    assert Shop.load().feed_address == f"https://{HOST}/feed.xml"


def test_while_fetching_is_off_the_form_says_what_the_operator_must_set(client: Client) -> None:
    assert "CATALOGUE_HOSTS" in save(client, feed_address=f"https://{HOST}/feed.xml")
    assert Shop.load().feed_address == ""


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("https://other.example/feed.xml", "“other.example” is not on the list of allowed hosts"),
        (f"http://{HOST}/feed.xml", "https://"),
        (f"https://me:secret@{HOST}/feed.xml", "password"),
        ("https://127.0.0.1/feed.xml", "by a name"),
    ],
)
def test_an_address_that_would_never_be_fetched_is_refused(
    client: Client, settings, address: str, says: str
) -> None:
    settings.CATALOGUE_HOSTS = [HOST]
    assert says in save(client, feed_address=address)


def test_a_schedule_needs_an_address(client: Client) -> None:
    assert "Say where the feed is" in save(client, is_scheduled="on")


def test_the_other_settings_need_no_address(client: Client) -> None:
    assert save(client, utm_source="journal") == ""
    assert Shop.load().utm_source == "journal"
