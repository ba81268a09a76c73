"""What leads on to the journal and to the products, wherever these are."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.tests.factories import journal, make_article
from products.models import ProductIndexPage
from products.tests.factories import make_product
from qnwellness.content.models import SiteTexts

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["/", "/search/?q=nothing-at-all"])
def address(request):
    make_article(title="Bone")
    make_product()
    return request.param


@pytest.fixture
def links(client):
    def links(address):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        return {link["href"] for link in page.select("main a.onward, main a.button")}

    return links


def rename(page, slug):
    page.slug = slug
    page.save_revision().publish()


def forget_menus():
    texts = SiteTexts.objects.get()
    texts.header_menu = texts.footer_menu = []
    texts.save()


def test_leads_there_when_both_are_renamed(links, address):
    rename(journal(), "journal")
    rename(ProductIndexPage.objects.get(), "shop")
    assert links(address) == {"/journal/", "/shop/"}


def test_leads_there_without_a_menu_of_the_editors(links, address):
    forget_menus()
    assert links(address) == {"/blog/", "/products/"}


def test_leads_to_nothing_shoppers_may_not_see(links, address):
    journal().view_restrictions.create(restriction_type="login")
    assert links(address) == {"/products/"}
    forget_menus()
    assert links(address) == {"/products/"}


def test_costs_nothing_where_the_menus_lead_there(client, address, monkeypatch):
    def cost():
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    asked = cost()
    monkeypatch.setattr("qnwellness.content.frame.Frame.address_of", lambda *_: "/somewhere/")
    assert cost() == asked
