import pytest
from wagtail.contrib.redirects.models import Redirect

from products.availability import State
from products.models import ProductIndexPage, ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


def move(product, parent):
    ProductPage.objects.get(pk=product.pk).move(type(parent).objects.get(pk=parent.pk), pos="last-child")


def test_a_page_moved_and_moved_back_does_not_lead_to_itself(client):
    product, products = make_product(), ProductIndexPage.objects.get()
    home = products.get_parent()
    move(product, home)
    move(product, products)
    ProductPage.objects.filter(pk=product.pk).update(state=State.HIDDEN)
    assert client.get("/products/bone-essential/").status_code == 404
    assert Redirect.objects.get().old_path == "/bone-essential"


def test_a_list_renamed_and_renamed_back_keeps_the_addresses_of_its_products(
    client, django_capture_on_commit_callbacks
):
    def rename(slug):
        page = ProductIndexPage.objects.get()
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    product = make_product()
    rename("shop")
    assert client.get("/products/bone-essential/")["Location"] == "/shop/bone-essential/"
    rename("products")
    product.refresh_from_db()
    product.unpublish()
    assert client.get("/products/bone-essential/").status_code == 404
    assert client.get("/shop/bone-essential/").status_code == 301
