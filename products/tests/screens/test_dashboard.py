"""How the catalogue stands, on the first page of the admin."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import Tag
from django.test import Client
from django.utils import timezone

from products.models import CatalogueRecord, CatalogueRun, Shop
from products.tests.factories import make_product
from products.tests.screens.conftest import INDEX, csv, soup, step, upload, words

pytestmark = pytest.mark.django_db


def panel(client: Client) -> Tag | None:
    return soup(client.get("/admin/")).find(id="catalogue-section")


def test_the_last_run_is_told_with_its_numbers_and_leads_to_it(keeper: Client) -> None:
    assert "No catalogue was brought in yet" in words(panel(keeper))
    upload(keeper, csv("jar,Jar,1.00"))
    step(keeper)
    found = panel(keeper)
    assert "1 created" in words(found)
    assert keeper.get(found.find("a", string="products.csv")["href"]).status_code == 200
    assert found.find("a", href=INDEX)


def test_an_error_of_the_last_run_is_told(keeper: Client) -> None:
    CatalogueRun.objects.create(
        source="https://shop.example/", trigger="fetch", status="failed", error="The shop answered 500."
    )
    assert "The shop answered 500." in words(panel(keeper))


def test_what_is_withdrawn_is_counted(keeper: Client) -> None:
    for number in range(3):
        product = make_product(handle=f"jar-{number}", state="hidden" if number else "live")
        CatalogueRecord.objects.create(
            product=product, seen_at=timezone.now(), withdrawn_at=timezone.now() if number else None
        )
    assert "2 products are withdrawn" in words(panel(keeper))


@pytest.mark.parametrize(
    ("is_scheduled", "hours", "told"), [(True, 30, True), (True, 1, False), (False, 30, False)]
)
def test_hidden_prices_are_told_where_a_catalogue_is_fetched(
    keeper: Client, is_scheduled: bool, hours: int, told: bool
) -> None:
    Shop.objects.update_or_create(
        pk=Shop.load().pk, defaults={"is_scheduled": is_scheduled, "feed_address": "https://shop.example/"}
    )
    product = make_product(price="10.00")
    CatalogueRecord.objects.create(product=product, seen_at=timezone.now() - timedelta(hours=hours))
    assert ("Prices are hidden since" in words(panel(keeper))) is told


def test_a_schedule_that_cannot_run_says_what_is_missing(keeper: Client) -> None:
    Shop.objects.update_or_create(
        pk=Shop.load().pk, defaults={"is_scheduled": True, "feed_address": "https://shop.example/"}
    )
    assert "CATALOGUE_HOSTS" in words(panel(keeper))


@pytest.mark.parametrize("group", ["Editors", "Reviewers", "Importers"])
def test_who_may_not_bring_anything_in_sees_no_panel(log_in: Callable[[str], Client], group: str) -> None:
    assert panel(log_in(group)) is None
