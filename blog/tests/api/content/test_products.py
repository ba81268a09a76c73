"""Products as content, as their page and the list of products show them."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from blog.tests.api.content.golden import lasting, promised
from products.availability import State
from products.models import ProductPage
from products.tests.factories import make_image, make_product
from qnwellness.answers.middleware import store

pytestmark = pytest.mark.django_db


def full() -> ProductPage:
    product = make_product(
        title="Tonic™",
        handle="tonic",
        sku="QN-T",
        summary="A root in a bottle.",
        description='<p>From <a href="/about/">our garden</a>.</p>',
        directions="<p>Take one.</p>",
        price=Decimal("29.90"),
        purchase_url="https://shop.example/products/tonic",
        suitability=["vegan"],
    )
    product.ingredients.create(name="Root", form="extract", amount="500 mg")
    product.variants.create(name="60 capsules", sku="QN-T-60", price=Decimal("19.90"))
    product.images.create(image=make_image("A bottle"))
    product.save_revision().publish()
    return product


def test_a_product_is_answered_as_promised(client: Client) -> None:
    full()
    answer = client.get("/api/v1/products/tonic/")
    assert lasting(answer.json()) == promised("product")


def test_the_list_goes_on_by_name(client: Client) -> None:
    for name in ("Calm", "Alga", "Kelp", "Alga"):
        make_product(title=name, handle=f"{name.lower()}-{ProductPage.objects.count()}")
    seen: list[str] = []
    address: str | None = "/api/v1/products/?limit=1"
    while address:
        answer = client.get(address).json()
        seen += [row["name"] for row in answer["products"]]
        address = answer["next"]
    assert seen == ["Alga", "Alga", "Calm", "Kelp"]


@pytest.mark.parametrize(
    ("state", "is_listed", "is_found"),
    [
        (State.LIVE, True, True),
        (State.OUT_OF_STOCK, True, True),
        (State.DISCONTINUED, False, True),
        (State.HIDDEN, False, False),
    ],
)
def test_states_are_those_of_the_sites_own_pages(
    client: Client, state: State, is_listed: bool, is_found: bool
) -> None:
    product = full()
    product.state = state
    product.save_revision().publish()
    assert bool(client.get("/api/v1/products/").json()["products"]) is is_listed
    answer = client.get("/api/v1/products/tonic/")
    assert (answer.status_code == 200) is is_found
    if is_found:
        assert answer.json()["state"] == state
        assert bool(answer.json()["price"]) is (state is not State.DISCONTINUED)


def test_it_costs_the_same_for_few_and_many(
    client: Client, settings: Any, django_assert_max_num_queries: Any
) -> None:
    settings.ANSWERS_LOOK_EVERY = 0.5
    for number in range(12):
        product = make_product(title=f"Tonic {number}", handle=f"tonic-{number}")
        product.images.create(image=make_image(f"Picture {number}"))
    client.get("/api/v1/products/?limit=12")
    store.clear()
    with django_assert_max_num_queries(8):
        assert len(client.get("/api/v1/products/?limit=12").json()["products"]) == 12
