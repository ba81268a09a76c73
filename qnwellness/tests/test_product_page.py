"""What a shopper gets on a product's page, in each of its states."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from blog.tests.factories import callout, heading, make_article
from products.availability import Standing, Surface, rule
from products.models import ProductImage, ProductPage, Variant
from products.tests.factories import make_image, make_product

pytestmark = pytest.mark.django_db

SHOP = "https://shop.example/products/bone-essential"


@pytest.fixture
def product():
    return make_product(
        title="Bone Essential™",
        handle="bone-essential",
        summary="Calcium from plants.",
        description="<p>Three capsules a day.</p>",
        price="48.00",
        purchase_url=SHOP,
        sku="QN-BE",
        gtin="2010000100103",
        ingredients=[("Calcium", "L-aspartate", "200 mg")],
        image=make_image("A jar"),
    )


@pytest.fixture
def read(client):
    def read(path="/products/bone-essential/"):
        response = client.get(path)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return read


def in_state(product, state):
    ProductPage.objects.filter(pk=product.pk).update(state=state)


def node(html):
    graph = json.loads(html.select_one('script[type="application/ld+json"]').string)["@graph"]
    return next(item for item in graph if item["@type"] == "Product")


class TestThePage:
    def test_shows_what_the_catalogue_says(self, product, read):
        shown = read().main.get_text(" ", strip=True)
        for words in (
            "Bone Essential™",
            "Calcium from plants.",
            "Three capsules a day.",
            "L-aspartate",
            "200 mg",
        ):
            assert words in shown

    @pytest.mark.parametrize(
        ("state", "has_price", "has_button"),
        [("live", True, True), ("out_of_stock", True, False), ("discontinued", False, False)],
    )
    def test_offers_what_its_state_allows(self, product, read, state, has_price, has_button):
        in_state(product, state)
        html = read()
        assert ("48.00" in html.main.get_text()) is has_price
        assert bool(html.select(f'a[href="{SHOP}"]')) is has_button
        assert ("offers" in node(html)) is has_price

    def test_is_not_found_when_hidden(self, product, client):
        in_state(product, "hidden")
        assert client.get("/products/bone-essential/").status_code == 404
        assert "Bone Essential" not in client.get("/products/").content.decode()

    def test_has_no_button_without_a_place_to_buy(self, product, read):
        ProductPage.objects.filter(pk=product.pk).update(purchase_url="")
        assert not read().select('a[href^="https://shop"]')

    def test_lets_what_a_product_does_not_have_vanish(self, read):
        make_product(title="Bare™", handle="bare")
        html = read("/products/bare/")
        assert "None" not in html.get_text()
        assert not html.select("main table")
        assert not html.select("main img")


class TestItsRelatedArticles:
    def test_lead_to_the_section_that_mentions_it(self, product, read):
        make_article(heading("Amounts"), callout(product), title="How bone is built")
        (link,) = read().select('aside a[href="/blog/how-bone-is-built/#amounts"]')
        assert "How bone is built" in link.get_text()

    def test_leave_no_empty_box(self, product, read):
        assert not read().select("aside")


class TestWhatMachinesRead:
    def test_is_the_price_and_state_that_people_read(self, product, read):
        offer = node(read())["offers"]
        assert (offer["price"], offer["priceCurrency"]) == ("48.00", "SGD")
        assert offer["availability"] == "https://schema.org/InStock"

    def test_names_the_keys_of_the_shop(self, product, read):
        found = node(read())
        assert (found["sku"], found["gtin"]) == ("QN-BE", "2010000100103")
        assert [url.partition(":")[0] for url in found["image"]] == ["http"]


class TestItsKeys:
    @pytest.mark.parametrize(
        "handle", ["Bone Essential", "bone_essential", "-bone", "bone--essential", "bône"]
    )
    def test_a_handle_that_no_shop_would_give_is_refused(self, handle):
        with pytest.raises(ValidationError) as error:
            make_product(handle=handle, slug="x")
        assert "handle" in error.value.message_dict

    @pytest.mark.parametrize("gtin", ["2010000100104", "123", "ABCDEFGHIJKLM"])
    def test_a_gtin_with_a_wrong_digit_is_refused(self, gtin):
        with pytest.raises(ValidationError) as error:
            make_product(gtin=gtin)
        assert "gtin" in error.value.message_dict

    def test_two_products_cannot_have_one_handle(self, product):
        other = make_product(title="Another™", handle="another")
        other.handle = "bone-essential"
        with pytest.raises(ValidationError) as error:
            other.save()
        assert "handle" in error.value.message_dict

    def test_an_address_without_a_slug_follows_the_handle(self):
        assert (
            make_product(title="Golden Root™", handle="golden-root", slug="").url == "/products/golden-root/"
        )

    def test_a_copy_has_none_and_starts_as_a_draft(self, product, admin_client):
        parent = product.get_parent()
        form = {"new_title": "A copy", "new_slug": "a-copy", "new_parent_page": parent.pk}
        wishes = {"publish_copies": "on", "alias": "on"}
        response = admin_client.post(f"/admin/pages/{product.pk}/copy/", {**form, **wishes})
        assert response.status_code == 302
        copy = ProductPage.objects.get(slug="a-copy")
        assert (copy.handle, copy.sku, copy.gtin, copy.live) == (None, "", "", False)

    def test_are_asked_for_in_the_form(self, product):
        form = product.get_edit_handler().get_form_class()(instance=product)
        assert form.fields["handle"].required


@pytest.mark.parametrize("standing", [*Standing])
@pytest.mark.parametrize("surface", [*Surface])
def test_what_is_not_shown_has_no_price_and_cannot_be_bought(standing, surface):
    found = rule(standing, surface)
    assert found.shown or not (found.priced or found.buyable or found.successor)


class TestItsParts:
    def full(self, **fields):
        return make_product(title="Bone Essential™", price="48.00", purchase_url=SHOP, **fields)

    def test_say_how_it_is_taken_by_whom_not_and_for_whom_it_is(self, read):
        self.full(
            form="Capsules",
            portion="3 capsules",
            directions="<p>With a meal.</p>",
            cautions="<p>Ask a doctor.</p>",
            allergens="May contain soy.",
            suitability=["vegan", "gone"],
        )
        page = read()
        shown = page.main.get_text(" ", strip=True)
        for words in ("Capsules", "3 capsules", "With a meal.", "May contain soy.", "Vegans"):
            assert words in shown
        assert "Ask a doctor." in page.select_one(".note--caution[role=note]").get_text()

    def test_leave_no_empty_heading_or_box(self, read):
        self.full()
        assert read().select("#directions, #suitability, .note, .variants, .ingredients, .keys") == []

    def test_tell_the_share_of_the_reference_value_with_its_source(self, read):
        self.full(ingredients=[("Calcium", "", "200 mg"), ("Turmeric", "root", "1 g")])
        page = read()
        assert [cell.get_text(strip=True) for cell in page.select(".ingredients td:last-child")] == [
            "25\xa0%",
            "–",
        ]
        assert "1169/2011" in page.select_one(".ingredients__note").get_text()

    def test_have_no_column_of_shares_without_any(self, read):
        self.full(ingredients=[("Calcium", "L-aspartate", "200 mg")])
        page = read()
        assert len(page.select(".ingredients thead th")) == 2
        assert page.select(".ingredients__note") == []

    def test_list_each_variant_with_its_price_state_and_button(self, read):
        product = self.full()
        Variant.objects.create(product=product, name="60 capsules", price="48.00", sort_order=0)
        Variant.objects.create(
            product=product, name="Refill", price="99.00", state="out_of_stock", sort_order=1
        )
        Variant.objects.create(product=product, name="Secret", price="1.00", state="hidden", sort_order=2)
        page = read()
        sold, gone = page.select(".variants li")
        assert "48.00" in sold.get_text()
        assert sold.a["href"].startswith(SHOP)
        assert "99.00" in gone.get_text()
        assert "Out of stock" in gone.get_text()
        assert gone.a is None
        assert "Secret" not in page.get_text()

    def test_name_the_successor_and_nothing_to_buy(self, read):
        product = self.full()
        successor = make_product(title="Bone Two™", handle="bone-two", price="52.00", purchase_url=SHOP)
        ProductPage.objects.filter(pk=product.pk).update(state="discontinued", replacement=successor)
        page = read()
        assert page.h1.get_text() == "Bone Essential™"
        assert page.select_one(".offer a")["href"] == successor.url
        assert "no longer made" in page.select_one(".offer").get_text()
        assert page.select(f'.offer a[href^="{SHOP}"], .price') == []

    def test_lead_from_each_further_picture_to_itself_large(self, read):
        product = self.full(image=make_image("A jar"))
        ProductImage.objects.create(product=product, image=make_image("A spoon", "red"), sort_order=1)
        (link,) = read().select(".gallery a")
        assert link["aria-label"] == "Picture 2 of 2, large"
        assert "/media/" in link["href"]
