"""What an editor types finds a product by any of its names and keys."""

import pytest

from products.chooser.search import search
from products.models import FormerKey, ProductPage, Variant
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> ProductPage:
    """Return the product that is looked for, beside one that is not."""
    make_product("Sea Oil", "sea-oil", sku="SO-1", gtin="96385074")
    product = make_product(
        "Bone™ Essential™ Épine",
        "bone-essential",
        sku="BE-60",
        gtin="4006381333931",
        other_names=["Marrow Mix"],
    )
    product.variants = [Variant(name="Powder, 250 g", sku="BE-P250", gtin="5901234123457", price=3)]
    product.save_revision().publish()
    FormerKey.objects.create(product=product, kind="name", value="Skeleton Support")
    FormerKey.objects.create(product=product, kind="handle", value="skeleton-support-old")
    return product


@pytest.mark.parametrize(
    "typed",
    [
        *("bone essential", "BONE ess", "bone™ essential™", "essential bone", "épine", "ÉPINE"),
        *("be-60", "4006381", "4006381333931", "4006 3813 33931", "5901234123457", "be-p250", "powder"),
        *("bone-ess", "marrow", "skeleton supp", "skeleton-support-old"),
        "https://shop.example/products/bone-essential/?a=b",
    ],
)
def test_any_part_of_a_name_or_key_finds_it(product: ProductPage, typed: str) -> None:
    assert list(search(ProductPage.objects.all(), typed)) == [product]


@pytest.mark.parametrize("typed", ["bone oil", "BE-61", "%", "_", "☂"])
def test_what_is_in_none_of_them_finds_nothing(product: ProductPage, typed: str) -> None:
    assert list(search(ProductPage.objects.all(), typed)) == []


@pytest.mark.parametrize("typed", ["\0", "™", "e" * 3000, "a " * 500, "'; drop table", "/", "//"])
def test_anything_may_be_typed(product: ProductPage, typed: str) -> None:
    list(search(ProductPage.objects.all(), typed))


def test_names_that_begin_with_it_come_first(product: ProductPage) -> None:
    make_product("All about bone essential", "about")
    found = [page.title for page in search(ProductPage.objects.all(), "bone")]
    assert found == ["Bone™ Essential™ Épine", "All about bone essential"]
