"""Every state of a product on every surface: what a shopper gets is what the table says."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from products.availability import Standing, Surface, rule
from products.models import CatalogueRecord, ProductPage, Shop, Variant
from products.showing import show
from products.tests.factories import make_product

from .surfaces import SHOP, Reader, Seen, make_mentioning_article

pytestmark = pytest.mark.django_db

OLD, NEW = "Alphaxa", "Omegaxa"
OLD_PRICE, NEW_PRICE = "11.00", "77.00"
CELLS = [
    pytest.param(standing, surface, id=f"{standing}-{surface}")
    for standing in Standing
    for surface in Surface
]
# Where the words of a surface say what a product costs. Others lead on, or name it only.
PRICES = {Surface.CALLOUT, Surface.PAGE, Surface.LISTING, Surface.SEARCH, Surface.STRUCTURED_DATA}


@pytest.fixture
def successor():
    return make_product(NEW, "omegaxa", price=NEW_PRICE, purchase_url=f"{SHOP}omegaxa", summary="New.")


@pytest.fixture
def product(successor):
    return make_product(OLD, "alphaxa", price=OLD_PRICE, purchase_url=f"{SHOP}alphaxa", summary="Old.")


@pytest.fixture
def reader(client, product):
    return Reader(client, make_mentioning_article(product), "alphaxa", product.url)


def bring(product, standing, successor):
    """Bring a product into a standing, as it happens on a site."""
    row = ProductPage.objects.filter(pk=product.pk)
    if standing is Standing.REPLACED:
        row.update(state="discontinued", replacement=successor)
    elif standing is Standing.DRAFT:
        product.unpublish()
    elif standing is Standing.PRIVATE:
        PageViewRestriction.objects.create(page=product, restriction_type=PageViewRestriction.LOGIN)
    elif standing is Standing.DELETED:
        ProductPage.objects.get(pk=product.pk).delete()
    else:
        row.update(state=str(standing))


def look(reader, surface, successor) -> Seen:
    if surface is Surface.SIDEBAR:
        return reader.sidebar(successor)
    if surface in (Surface.LISTING, Surface.SEARCH):
        return getattr(reader, surface)(OLD)
    return getattr(reader, surface)()


@pytest.mark.parametrize(("standing", "surface"), CELLS)
def test_a_surface_shows_what_the_table_says(reader, product, successor, standing, surface):
    bring(product, standing, successor)
    wanted, seen = rule(standing, surface), look(reader, surface, successor)
    assert seen.is_there is wanted.shown
    if not wanted.shown:
        return
    if (surface in PRICES and surface is not Surface.STRUCTURED_DATA) or surface is Surface.NAMED:
        assert (OLD_PRICE in seen.words) is wanted.priced
    if surface is Surface.STRUCTURED_DATA:
        assert ("offers" in seen.words) is wanted.priced
        assert ("InStock" in seen.words) is wanted.buyable
    if not wanted.buyable and not wanted.successor:
        assert not seen.can_be_bought
    if surface is Surface.PAGE:
        assert seen.can_be_bought is wanted.buyable
    if wanted.successor and surface not in (Surface.SIDEBAR, Surface.PAGE):
        assert NEW in seen.words
        assert set(seen.links) <= {successor.url, f"{SHOP}omegaxa"}
    if wanted.successor and surface in (Surface.CALLOUT, Surface.NAMED):
        assert NEW_PRICE in seen.words
        assert "The reason." not in seen.words


@pytest.mark.parametrize("standing", Standing)
def test_machines_are_told_of_what_the_article_shows(reader, product, successor, standing):
    bring(product, standing, successor)
    wanted = rule(standing, Surface.NAMED)
    expected = [successor if wanted.successor else product] if wanted.shown else []
    assert [name.partition("#")[0] for name in reader.named_to_machines()] == [
        one.full_url for one in expected
    ]


@pytest.mark.parametrize("standing", Standing)
def test_a_sentence_names_it_or_keeps_its_words(reader, product, successor, standing):
    bring(product, standing, successor)
    sentence = next(
        one for one in reader.html(reader.article.url).select("main p") if "daily." in one.get_text()
    )
    wanted = rule(standing, Surface.INLINE)
    name = f"{OLD} (now {NEW})" if wanted.successor else OLD if wanted.shown else "the jar"
    assert sentence.get_text() == f"Take {name} or our capsules daily."
    leads_to = successor.url if wanted.successor else product.url
    assert [link["href"] for link in sentence.select("a")] == ([leads_to] * 2 if wanted.shown else [])


class TestAnOldPrice:
    @pytest.fixture(autouse=True)
    def scheduled(self, product):
        Shop.objects.create(is_scheduled=True, feed_address="https://shop.example/feed", price_hours=24)
        CatalogueRecord.objects.create(product=product, seen_at=timezone.now() - timedelta(hours=25))

    @pytest.mark.parametrize("surface", sorted(PRICES))
    def test_is_shown_nowhere(self, reader, successor, surface):
        seen = look(reader, surface, successor)
        assert seen.is_there
        assert OLD_PRICE not in seen.words
        assert "offers" not in seen.words

    def test_is_not_at_the_end_of_an_article(self, product):
        assert show(ProductPage.objects.get(pk=product.pk), Surface.NAMED).price is None

    @pytest.mark.parametrize("surface", sorted(PRICES))
    def test_is_shown_again_once_the_shop_has_confirmed_it(self, reader, successor, surface):
        CatalogueRecord.objects.update(seen_at=timezone.now() - timedelta(hours=23))
        assert OLD_PRICE in look(reader, surface, successor).words

    @pytest.mark.parametrize("surface", sorted(PRICES))
    def test_is_shown_where_nothing_is_scheduled(self, reader, successor, surface):
        Shop.objects.update(is_scheduled=False)
        assert OLD_PRICE in look(reader, surface, successor).words


class TestLinksToTheShop:
    @pytest.fixture(autouse=True)
    def shop(self):
        return Shop.objects.create(link_target="shop", utm_source="journal")

    def test_say_which_article_and_what_kind_of_mention_they_come_from(self, reader):
        (link, *_more) = reader.inline().links
        assert link.startswith(f"{SHOP}alphaxa?utm_source=journal&utm_medium=article")
        assert link.endswith("utm_campaign=how-bone-is-built&utm_content=inline")
        assert "utm_content=callout" in reader.callout().links[0]
        assert "utm_content=call_to_action" in reader.call_to_action().links[0]

    def test_let_the_page_point_to_the_shop_and_leave_the_sitemap(self, reader):
        head = reader.html(reader.url).head
        assert head.select_one('link[rel="canonical"]')["href"] == f"{SHOP}alphaxa"
        assert head.select_one('meta[property="og:url"]')["content"] == f"{SHOP}alphaxa"
        assert not reader.sitemap().is_there

    def test_lead_to_our_page_where_the_shop_has_none(self, reader, product):
        ProductPage.objects.filter(pk=product.pk).update(purchase_url="")
        assert set(reader.inline().links) == {product.url}
        assert reader.sitemap().is_there

    def test_lead_nobody_to_buy_what_is_discontinued(self, reader, product):
        ProductPage.objects.filter(pk=product.pk).update(state="discontinued")
        assert set(reader.inline().links) == {product.url}


class TestVariants:
    def test_give_crawlers_the_range_and_each_offer_with_its_keys(self, reader, product):
        product.variants = [
            Variant(name="60", sku="A-60", price="20.00", sort_order=0),
            Variant(name="90", sku="A-90", price="28.00", sort_order=1),
            Variant(name="5", sku="A-5", price="1.00", state="hidden", sort_order=2),
        ]
        product.save()
        words = reader.structured_data().words
        assert '"lowPrice": "20.00", "highPrice": "28.00"' in words
        assert '"offerCount": 2' in words
        assert "A-90" in words
        assert "A-5" not in words

    @pytest.mark.parametrize("key", ["A-60", "Formerly"])
    def test_and_former_names_find_the_product(self, reader, product, key):
        product.title = "Formerly"
        product.save()
        product.title = OLD
        product.variants = [Variant(name="60", sku="A-60", price="20.00")]
        product.save()
        assert OLD in reader.html(f"/search/?q={key}").main.get_text()
