"""The chooser over HTTP: what it lists, what it hands to the form, and to whom."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from products.models import ProductPage, Variant
from products.tests.factories import make_image, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client, django_user_model: Any) -> Client:
    """Return an editor of articles, who may not change any product."""
    user = django_user_model.objects.create_user("editor")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def rows(client: Client, **asked: str) -> list[list[str]]:
    """Return the list's rows as an editor reads them."""
    soup = BeautifulSoup(client.get("/admin/product_chooser/results/", asked).content, "html.parser")
    return [[cell.get_text(" ", strip=True) for cell in row("td")] for row in soup.select("tbody tr")]


def test_every_state_is_said_in_words(editor: Client) -> None:
    make_product("A live", "a", price=12, sku="A-1")
    make_product("B sold out", "b", price=12, state="out_of_stock")
    make_product("C hidden", "c", price=12, state="hidden")
    successor = make_product("E new", "e")
    make_product("D old", "d", price=12, state="discontinued", replacement=successor)
    make_product("F draft", "f").unpublish()
    private = make_product("G private", "g")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    sizes = make_product("H sizes", "h", price=1)
    sizes.variants = [
        Variant(name="30", price=20, state="out_of_stock"),
        Variant(name="60", price=30, state="out_of_stock"),
    ]
    sizes.save_revision().publish()
    assert rows(editor) == [
        ["A live A-1 · a", "S$\u00a012.00", "In stock"],
        ["B sold out b", "S$\u00a012.00", "Out of stock"],
        ["C hidden c", "", "Hidden: readers see nothing of it"],
        ["D old d", "", "Discontinued, now E new"],
        ["E new e", "", "In stock"],
        ["F draft f", "", "Not published: readers see nothing of it"],
        ["G private g", "", "Private: readers see nothing of it"],
        ["H sizes h", "from S$\u00a020.00", "Out of stock · 2 variants"],
    ]


def test_the_number_of_queries_does_not_grow(editor: Client, django_assert_max_num_queries: Any) -> None:
    image = make_image()
    last: ProductPage | None = None
    for number in range(12):
        state = "discontinued" if last else "live"
        last = make_product(f"P{number}", f"p{number}", image=image, state=state, replacement=last)
    rows(editor)
    with django_assert_max_num_queries(16):
        assert len(rows(editor)) == 12


def test_what_was_chosen_last_comes_first_until_something_is_typed(editor: Client) -> None:
    make_product("Alpha", "alpha")
    zeta = make_product("Zeta", "zeta", price=9)
    answer = json.loads(editor.get(f"/admin/product_chooser/chosen/{zeta.pk}/").content)
    assert answer["step"] == "chosen"
    told = answer["result"]
    assert (told["id"], told["name"], told["about"]) == (str(zeta.pk), "Zeta", "S$\u00a09.00 · In stock")
    assert [row[0] for row in rows(editor)] == ["Zeta zeta", "Alpha alpha"]
    assert [row[0] for row in rows(editor, q="a")] == ["Alpha alpha", "Zeta zeta"]


def test_an_editor_who_may_not_change_products_is_shown_no_way_to_their_forms(editor: Client) -> None:
    product = make_product()
    told = json.loads(editor.get(f"/admin/product_chooser/chosen/{product.pk}/").content)["result"]
    assert not told["edit_url"]


@pytest.mark.parametrize("key", ["0", "abc", "9" * 40])
def test_a_product_that_is_gone_cannot_be_chosen(editor: Client, key: str) -> None:
    assert editor.get(f"/admin/product_chooser/chosen/{key}/").status_code == 404


def test_variants_are_told_with_price_and_state_and_hidden_ones_are_not(editor: Client) -> None:
    product = make_product(price=1)
    product.variants = [
        Variant(name="30 capsules", price=20, sort_order=0),
        Variant(name="60 capsules", price=30, state="out_of_stock", sort_order=1),
        Variant(name="Sachet", state="hidden", sort_order=2),
    ]
    product.save_revision().publish()
    found = editor.get(f"/admin/product_chooser/variants/{product.pk}/").json()["variants"]
    assert [line["label"] for line in found] == [
        "30 capsules · S$\u00a020.00",
        "60 capsules · S$\u00a030.00 · Out of stock",
    ]
    assert editor.get("/admin/product_chooser/variants/0/").status_code == 404


@pytest.mark.parametrize("address", ["", "results/", "variants/1/", "chosen/1/"])
def test_nobody_else_is_told_anything(client: Client, address: str) -> None:
    make_product()
    assert client.get(f"/admin/product_chooser/{address}").status_code in {302, 403}
