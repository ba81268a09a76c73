"""A product's own page as those see it who may, while shoppers don't."""

from http import HTTPStatus

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from products.availability import State

from .factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(client):
    """Return a function that shows the preview of a product's latest version to an editor."""
    client.force_login(get_user_model().objects.create_superuser("chief"))

    def preview(product):
        answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[product.pk]))
        assert answer.status_code == HTTPStatus.OK
        return answer.content.decode()

    return preview


def test_the_preview_of_a_draft_shows_what_publishing_it_would(look):
    product = make_product(price="12.50", purchase_url="https://shop.example/bone")
    product.unpublish()
    page = look(product)
    assert "12.50" in page
    assert "Buy in the shop" in page


def test_the_preview_of_a_hidden_product_shows_no_offer(look):
    product = make_product(price="12.50", state=State.HIDDEN)
    page = look(product)
    assert product.title in page
    assert "12.50" not in page
