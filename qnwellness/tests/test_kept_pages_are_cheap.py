"""The promises of the design for pages: cheap when they are kept, and not dear when nothing is."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.test import Client

from blog.tests.factories import callout, make_article
from qnwellness.answers.changes import latest
from qnwellness.answers.fragments import fragments
from qnwellness.answers.middleware import store

from .test_budgets import (
    linked_pages,
    make_long_article,
    make_picture,
    make_stating_article,
    products,
    queries,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
__all__ = ["linked_pages", "products"]

WARM, COLD = 10, 20
ADDRESSES = [
    "/blog/sixty-blocks/",
    "/blog/sixty-facts/",
    "/",
    "/blog/",
    "/blog/tags/sleep/",
    "/products/",
    "/products/product-0/",
    "/search/?q=words",
    "/search/",
]


@pytest.fixture
def pages(products, linked_pages):
    for number in range(3):
        make_article(callout(products[0]), title=f"Read next {number}", hero=make_picture(60 + number))
    make_long_article(products, linked_pages, "Sixty blocks")
    make_stating_article(products, linked_pages)


@pytest.fixture
def reader():
    """Return a reader the site knows: no whole answer is kept for them."""
    client = Client()
    client.force_login(get_user_model().objects.create_user("reader"))
    return client


def forget() -> None:
    for name in caches:
        caches[name].clear()
    store.clear()
    fragments.clear()
    latest.forget()


def test_a_page_that_is_kept_costs_no_more_than_its_address(pages, reader, settings):
    settings.ANSWERS_LOOK_EVERY = 3600
    for address in ADDRESSES:
        reader.get(address)
    counts = {address: queries(reader, address) for address in ADDRESSES}
    assert {address: count for address, count in counts.items() if count > WARM} == {}


def test_a_page_of_which_nothing_is_kept_costs_as_much_as_promised(pages, client, settings):
    settings.ANSWERS_LOOK_EVERY = 3600
    counts = {}
    for address in ADDRESSES:
        # Once, so that its pictures have been made in all sizes: files are no cache.
        client.get(address)
        forget()
        counts[address] = queries(client, address)
    assert {address: count for address, count in counts.items() if count > COLD} == {}


def test_everybody_else_gets_it_for_nothing(pages, client, settings):
    settings.ANSWERS_LOOK_EVERY = 3600
    for address in ADDRESSES[:-2]:
        client.get(address)
        assert queries(client, address) == 0
