import re

import pytest

from products.models import ProductIndexPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "canonical"), [("/products/", "/products/"), ("/products/?page=2", "/products/?page=2")]
)
def test_every_page_of_the_list_is_its_own_canonical_address(client, monkeypatch, address, canonical):
    monkeypatch.setattr(ProductIndexPage, "page_size", 1)
    make_product(handle="one")
    make_product(handle="two")
    html = client.get(address).content.decode()
    assert re.findall(r'<link rel="canonical" href="https?://[^/]+([^"]*)">', html) == [canonical]
