"""What an article says of its products: in callouts and calls to action, and in the list at its end."""

import pytest
from bs4 import BeautifulSoup

from blog.tests.factories import call_to_action, callout, heading, infographic, make_article, mention, text
from products.models import Ingredient, ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product():
    made = make_product(ingredients=[("Calcium", "L-aspartate", "1,000 mg")], price="48.00", form="Capsules")
    Ingredient.objects.filter(product=made).update(provides="200 mg")
    return made


@pytest.fixture
def other():
    return make_product(title="Plant Glucosamine™", handle="plant-glucosamine", price="34.00")


def words(element):
    return element.get_text(" ", strip=True)


@pytest.fixture
def read(client):
    def read(*body, title="Calcium and vitamin D3"):
        response = client.get(make_article(*body, title=title).url)
        return BeautifulSoup(response.content, "html.parser")

    return read


def replace(product, successor):
    ProductPage.objects.filter(pk=product.pk).update(state="discontinued", replacement=successor)


class TestACallout:
    def test_says_what_is_contained_of_the_articles_nutrients_and_what_is_not(self, product, read):
        shown = words(read(callout(product)).select_one(".product-callout"))
        assert "Contains calcium (200 mg). Does not contain vitamin D." in shown

    def test_says_nothing_of_them_for_a_product_that_states_no_ingredients(self, other, read):
        assert "ontain" not in words(read(callout(other)).select_one(".product-callout"))

    def test_says_nothing_of_them_in_an_article_about_none(self, product, read):
        page = read(callout(product), title="Sleeping well")
        assert "ontain" not in words(page.select_one(".product-callout"))

    def test_of_a_replaced_product_shows_the_successor_without_the_reason(self, product, other, read):
        replace(product, other)
        block = callout(product)
        block["value"]["reason"] = "It is the one."
        shown = words(read(block).select_one(".product-callout"))
        assert "Plant Glucosamine™" in shown
        assert "Takes the place of Bone Essential™." in shown
        assert "It is the one." not in shown


def test_a_call_to_action_for_a_replaced_product_leads_to_its_successor(product, other, read):
    replace(product, other)
    panel = read(infographic(call_to_action(product))).select_one(".panel--call-to-action")
    assert "Plant Glucosamine™ takes the place of Bone Essential™." in words(panel)
    assert panel.select_one("a.button")["href"] == other.url


class TestTheListAtTheEnd:
    def test_shows_each_product_once_in_the_order_of_first_mention(self, product, other, read):
        said = text(f"<p>Of {mention(other)} and {mention(product)}.</p>")
        page = read(said, callout(product), infographic(call_to_action(other)))
        assert [words(name) for name in page.select(".named h3")] == ["Plant Glucosamine™", "Bone Essential™"]

    def test_tells_what_it_contains_its_form_state_and_price(self, product, read):
        item = words(read(callout(product)).select_one(".named li"))
        for part in ("Calcium 200 mg", "Capsules", "48.00", "In stock"):
            assert part in item

    def test_leaves_out_what_a_product_does_not_state(self, other, read):
        assert read(callout(other)).select_one(".named li dl") is None

    @pytest.mark.parametrize("state", [None, "hidden"])
    def test_leaves_no_trace_without_a_product_to_show(self, product, read, state):
        if state:
            ProductPage.objects.filter(pk=product.pk).update(state=state)
        page = read(*([callout(product)] if state else [text("<p>Words.</p>")]))
        assert page.select(".named") == []

    def test_shows_a_successor_once_where_it_is_named_as_well(self, product, other, read):
        replace(product, other)
        page = read(callout(product), callout(other))
        assert [words(name) for name in page.select(".named h3")] == ["Plant Glucosamine™"]
        assert "Takes the place" not in words(page.select_one(".named"))

    def test_has_an_id_no_heading_can_have(self, product, read):
        page = read(heading("Products named"), callout(product))
        assert len(page.select("#products-named")) == 1
        assert page.select_one("#products-named").parent["class"] == ["sources", "named"]
