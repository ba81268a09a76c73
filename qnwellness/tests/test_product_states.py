"""Every state of a product on every surface: what a shopper gets is what the table says."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from products.availability import Standing, Surface, rule
from products.models import CatalogueRecord, ProductPage, Shop, Variant
from products.tests.factories import make_product

from .surfaces import SHOP, Reader, Seen, make_mentioning_article

pytestmark = pytest.mark.django_db

OLD, NEW = "Alphaxa", "Omegaxa"
OLD_PRICE, NEW_PRICE = "11.00", "77.00"
# Where the words of a surface say what a product costs. Others lead on, or name it only.
PRICES = sorted(
    {
        *(Surface.CALLOUT, Surface.NAMED, Surface.PAGE, Surface.LISTING),
        *(Surface.SEARCH, Surface.STRUCTURED_DATA),
    }
)


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


@pytest.mark.parametrize("standing", Standing)
def test_every_surface_shows_what_the_table_says(reader, product, successor, standing, subtests):
    bring(product, standing, successor)
    for surface in Surface:
        with subtests.test(surface=str(surface)):
            compare(reader, surface, successor, rule(standing, surface))
    with subtests.test("machines are told of what the article shows"):
        wanted = rule(standing, Surface.NAMED)
        expected = [successor if wanted.successor else product] if wanted.shown else []
        told = [name.partition("#")[0] for name in reader.named_to_machines()]
        assert told == [one.full_url for one in expected]
    with subtests.test("a sentence names it or keeps its words"):
        compare_sentence(reader, product, successor, rule(standing, Surface.INLINE))


def compare(reader, surface, successor, wanted):
    """Compare what a surface shows with one cell of the table."""
    seen = look(reader, surface, successor)
    assert seen.is_there is wanted.shown
    if not wanted.shown:
        return
    if surface is Surface.STRUCTURED_DATA:
        assert ("offers" in seen.words) is wanted.priced
        assert ("InStock" in seen.words) is wanted.buyable
    elif surface in PRICES:
        assert (OLD_PRICE in seen.words) is wanted.priced
    if not wanted.buyable and not wanted.successor:
        assert not seen.can_be_bought
    if surface is Surface.PAGE:
        assert seen.can_be_bought is wanted.buyable
    if wanted.successor and surface is not Surface.SIDEBAR:
        assert NEW in seen.words
        assert set(seen.links) <= {successor.url, f"{SHOP}omegaxa"}
        assert successor.url in seen.links
    if wanted.successor and surface in (Surface.CALLOUT, Surface.NAMED):
        assert NEW_PRICE in seen.words
        assert f"Takes the place of {OLD}." in seen.words
        assert "The reason." not in seen.words


def compare_sentence(reader, product, successor, wanted):
    """Compare the words and the links of the article's sentence with the table's cell."""
    paragraphs = reader.html(reader.article.url).select("main p")
    sentence = next(one for one in paragraphs if "daily." in one.get_text())
    name = f"{OLD} (now {NEW})" if wanted.successor else OLD if wanted.shown else "the jar"
    assert sentence.get_text() == f"Take {name} or our capsules daily."
    leads_to = successor.url if wanted.successor else product.url
    assert [link["href"] for link in sentence.select("a")] == ([leads_to] * 2 if wanted.shown else [])


def test_the_page_of_a_replaced_product_stays_and_leads_to_its_successor(reader, product, successor):
    bring(product, Standing.REPLACED, successor)
    note = reader.html(product.url).select_one(".product__words [role=note]")
    assert f"{OLD} is no longer made." in note.get_text()
    assert (note.a.get_text(), note.a["href"]) == (f"{NEW} takes its place", successor.url)


class TestAnOldPrice:
    @pytest.fixture(autouse=True)
    def scheduled(self, product):
        Shop.objects.create(is_scheduled=True, feed_address="https://shop.example/feed", price_hours=24)
        CatalogueRecord.objects.create(product=product, seen_at=timezone.now() - timedelta(hours=25))

    def test_is_shown_nowhere(self, reader, successor):
        for surface in PRICES:
            seen = look(reader, surface, successor)
            assert seen.is_there, surface
            assert OLD_PRICE not in seen.words, surface
            assert "offers" not in seen.words, surface

    def test_is_shown_again_once_the_shop_has_confirmed_it(self, reader, successor):
        CatalogueRecord.objects.update(seen_at=timezone.now() - timedelta(hours=23))
        for surface in PRICES:
            assert OLD_PRICE in look(reader, surface, successor).words, surface

    def test_is_shown_where_nothing_is_scheduled(self, reader, successor):
        Shop.objects.update(is_scheduled=False)
        for surface in PRICES:
            assert OLD_PRICE in look(reader, surface, successor).words, surface


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

    def test_of_the_list_at_the_end_say_so(self, reader):
        (link,) = reader.named().links
        assert link.endswith("utm_campaign=how-bone-is-built&utm_content=named")

    def test_of_our_own_page_say_that_no_article_led_there(self, reader):
        (link,) = [link for link in reader.page().links if link.startswith(SHOP)]
        assert link == f"{SHOP}alphaxa?utm_source=journal&utm_medium=article&utm_content=page"

    def test_stay_bare_for_machines(self, reader):
        words = reader.structured_data().words
        assert f'"url": "{SHOP}alphaxa"' in words
        assert "utm_" not in words

    def test_leave_lists_and_results_of_this_site_on_this_site(self, reader, product):
        assert set(reader.listing(OLD).links) == {product.url}
        assert set(reader.search(OLD).links) == {product.url}

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
