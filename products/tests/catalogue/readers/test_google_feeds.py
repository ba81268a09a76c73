from decimal import Decimal

import pytest

from products.availability import State
from products.catalogue.readers import read
from qnwellness.content.files import Unreadable

from ..merchant_feeds import DROPS, LARGE, NOW, SMALL, atom, catalogue, product, rss, tsv


class TestEveryForm:
    @pytest.mark.parametrize(
        ("text", "format"),
        [
            (rss(DROPS), "google-rss"),
            (rss(DROPS, prefix=""), "google-rss"),
            (rss(DROPS).replace("<title>E", "<g:title>E").replace("™</title>", "™</g:title>"), "google-rss"),
            (atom(DROPS), "google-atom"),
            (tsv(DROPS), "google-tsv"),
            (tsv(DROPS).replace("\t", ";"), "google-tsv"),
            (rss(DROPS).replace("g:", "shop:").replace("xmlns:g=", "xmlns:shop="), "google-rss"),
        ],
    )
    def test_gives_the_same_product(self, text, format):
        result = catalogue(text)
        (only,) = result.products
        assert result.format == format
        assert result.is_full
        assert only.handle == "evening-drops"
        assert only.title.value == "Evening Drops™"
        assert only.description.value == "<p>Drops.</p>"
        assert (only.price.value, only.currency.value) == (Decimal("29.90"), "SGD")
        assert only.sku.value == "DROPS-30"
        assert only.state.value is State.LIVE
        assert only.purchase_url.value == DROPS["link"]
        assert only.variants.value == ()

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_may_be_in_any_unicode_encoding(self, encoding):
        for text in (rss(DROPS), atom(DROPS), tsv(DROPS)):
            assert read(text.encode(encoding), now=NOW).products[0].title.value == "Evening Drops™"

    def test_may_be_in_the_encoding_it_names(self):
        feed = rss({**DROPS, "title": "Золотой корень"}).replace("UTF-8", "windows-1251")
        assert read(feed.encode("cp1251"), now=NOW).products[0].title.value == "Золотой корень"

    def test_says_where_something_stands(self):
        said = product({**DROPS, "price": "cheap"})
        assert said.notices == ("item 1 (line 3), “price”: “cheap” is not a price; write it as 29.90",)

    def test_may_write_attributes_with_spaces(self):
        header, row = tsv({**DROPS, "image_link": "https://shop.example/a.png"}).split("\n", 1)
        (only,) = catalogue(header.replace("_", " ") + "\n" + row).products
        assert only.pictures[0].address == "https://shop.example/a.png"


class TestVariants:
    def test_of_one_group_are_one_product_named_by_what_they_share(self):
        read_product = product(SMALL, {**LARGE, "availability": "out_of_stock"})
        assert read_product.title.value == "Evening Drops™"
        assert read_product.sku is read_product.price is read_product.gtin is None
        small, large = read_product.variants.value
        assert (small.name, small.sku, small.price, small.state) == (
            *("30 ml", "D-30", Decimal("29.90")),
            State.LIVE,
        )
        assert (large.name, large.price, large.state) == ("50 ml", Decimal("39.90"), State.OUT_OF_STOCK)
        assert read_product.state.value is State.LIVE

    def test_lead_to_their_own_addresses(self):
        one, two = ({**item, "link": f"{item['link']}?variant={n}"} for n, item in enumerate((SMALL, LARGE)))
        read_product = product(one, two)
        assert read_product.purchase_url.value == DROPS["link"]
        assert [line.purchase_url for line in read_product.variants.value] == [one["link"], two["link"]]

    def test_with_one_address_are_one_product_without_a_group_too(self):
        items = [{**item, "item_group_id": ""} for item in (SMALL, LARGE)]
        assert [line.name for line in product(*items).variants.value] == ["30 ml", "50 ml"]

    def test_are_named_by_what_is_chosen(self):
        items = ({**item, "size": size, "color": "Green"} for item, size in ((SMALL, "S"), (LARGE, "L")))
        assert [line.name for line in product(*items).variants.value] == ["S", "L"]

    def test_always_differ_in_their_names(self):
        items = ({**item, "title": "Evening Drops™"} for item in (SMALL, LARGE))
        assert [line.name for line in product(*items).variants.value] == ["D-30", "D-50"]

    def test_that_stand_twice_count_once(self):
        read_product = product(SMALL, SMALL, LARGE)
        assert len(read_product.variants.value) == 2
        assert "item 2 (line 4)" in read_product.notices[0]


class TestHandles:
    def test_come_from_the_group_or_the_id_where_no_address_tells(self):
        link = {"link": "https://shop.example/item.php?id=3"}
        assert product({**SMALL, **link, "item_group_id": "Drops_30/B"}).handle == "drops-30-b"
        assert product({**DROPS, **link}).handle == "drops-30"

    def test_never_come_from_titles(self):
        (row,) = catalogue(rss({**DROPS, "id": ""})).rejected
        assert row.title == "Evening Drops™"
        assert row.reason.startswith("item 1 (line 3): it has neither an id nor an item_group_id")


class TestPrices:
    def sale(self, period):
        read_product = product({**DROPS, "sale_price": "19.90 SGD", "sale_price_effective_date": period})
        return read_product.price.value, read_product.notices

    @pytest.mark.parametrize(
        ("period", "price"),
        [
            ("", "19.90"),
            ("2026-04-01T00:00+0800/2026-06-01T00:00+0800", "19.90"),
            ("2026-04-01/2026-05-01", "19.90"),
            ("2026-05-02/2026-06-01", "29.90"),
            ("2026-01-01/2026-04-30", "29.90"),
        ],
    )
    def test_are_those_of_a_sale_while_it_lasts(self, period, price):
        assert self.sale(period) == (Decimal(price), ())

    def test_are_the_regular_ones_where_the_period_cannot_be_read(self):
        price, notices = self.sale("soon")
        assert price == Decimal("29.90")
        assert "“soon” is not two dates" in notices[0]

    def test_in_two_currencies_are_not_mixed(self):
        read_product = product(SMALL, {**LARGE, "price": "39.90 USD"})
        assert [line.price for line in read_product.variants.value] == [Decimal("29.90"), None]
        assert "the price is in USD" in read_product.notices[0]


class TestStates:
    @pytest.mark.parametrize(
        ("word", "state"),
        [
            ("in_stock", State.LIVE),
            ("in stock", State.LIVE),
            ("https://schema.org/InStock", State.LIVE),
            ("preorder", State.LIVE),
            ("backorder", State.LIVE),
            ("Out of Stock", State.OUT_OF_STOCK),
        ],
    )
    def test_follow_from_availability(self, word, state):
        read_product = product({**DROPS, "availability": word})
        assert read_product.state.value is state
        assert read_product.notices == ()

    def test_that_nobody_knows_are_reported(self):
        read_product = product({**DROPS, "availability": "perhaps"})
        assert read_product.state.value is State.OUT_OF_STOCK
        assert "“perhaps” is not an availability" in read_product.notices[0]

    def test_end_with_the_item(self):
        assert product({**DROPS, "expiration_date": "2026-04-30"}).state.value is State.HIDDEN
        assert product({**DROPS, "expiration_date": "2026-05-01"}).state.value is State.LIVE


class TestAttributes:
    def test_may_repeat(self):
        pictures = ["https://shop.example/b.png", "https://shop.example/c.png", "https://shop.example/a.png"]
        read_product = product(
            {**DROPS, "image_link": "https://shop.example/a.png", "additional_image_link": pictures}
        )
        assert [picture.address[-5:] for picture in read_product.pictures] == ["a.png", "b.png", "c.png"]
        row = tsv({**DROPS, "additional_image_link": ",".join(pictures)})
        assert len(catalogue(row).products[0].pictures) == 3

    def test_without_a_field_and_unknown_ones_are_kept_and_listed(self):
        text = rss({**DROPS, "brand": "QN"}).replace(
            "</item>",
            "<c:moon>full</c:moon><g:shipping><g:country>SG</g:country><g:price>4 SGD</g:price></g:shipping></item>",
        )
        result = catalogue(text)
        assert result.unknown_columns == ("c:moon",)
        assert result.products[0].unplaced == {"brand": "QN", "c:moon": "full", "shipping": "SG:4 SGD"}

    def test_that_a_shop_makes_up_are_no_sku(self):
        assert product({**DROPS, "id": "shopify_SG_123_456", "mpn": "D-1"}).sku.value == "D-1"
        assert product({**DROPS, "id": "shopify_SG_123_456"}).sku is None

    def test_keep_markup_that_was_not_escaped(self):
        text = rss(DROPS).replace("&lt;p&gt;Drops.&lt;/p&gt;", "<p>One &amp; <b>two</b></p>")
        assert catalogue(text).products[0].description.value == "<p>One &amp; <b>two</b></p>"

    def test_may_be_in_cdata_with_names_of_characters(self):
        text = rss(DROPS).replace("&lt;p&gt;Drops.&lt;/p&gt;", "<![CDATA[<p>Drops&trade; &amp; more</p>]]>")
        assert catalogue(text.replace("Evening Drops™", "Evening Drops&trade;")).products[0].title.value == (
            "Evening Drops™"
        )


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "billion laughs": f'<!DOCTYPE rss [<!ENTITY e0 "ha">{ENTITIES}]>',
    "external entity": '<!DOCTYPE rss [<!ENTITY e9 SYSTEM "file:///etc/hostname">]>',
    "external document type": '<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">',
    "parameter entity": '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p"> %p;]>',
}


class TestBombs:
    @pytest.mark.parametrize("name", BOMBS)
    def test_are_refused_with_a_line(self, name):
        text = rss({**DROPS, "title": "x"}).replace("<rss", f"{BOMBS[name]}<rss").replace(">x<", ">&e9;<")
        with pytest.raises(Unreadable, match="document type"):
            catalogue(text)

    def test_of_depth_are_refused(self):
        deep = "<b>" * 100_000 + "</b>" * 100_000
        with pytest.raises(Unreadable, match="nested more than 200"):
            catalogue(rss(DROPS).replace("&lt;p&gt;Drops.&lt;/p&gt;", deep))

    def test_of_length_are_left_out_and_reported(self):
        result = catalogue(rss({**DROPS, "description": "x" * 1_100_000}))
        assert result.products[0].description is None
        assert result.notices[0].startswith("item 1 (line 3), “description”: longer than 1,000,000")


class TestBrokenFeeds:
    @pytest.mark.parametrize("format", ["google-rss", "google-atom"])
    def test_are_refused_whole_because_products_would_seem_to_be_missing(self, format):
        text = (rss if format == "google-rss" else atom)(SMALL, LARGE)
        with pytest.raises(Unreadable, match="The XML is broken in line"):
            read(text[: -len("</channel></rss>")].encode())

    def test_without_items_say_so(self):
        with pytest.raises(Unreadable, match="no items"):
            catalogue(rss())

    def test_with_undeclared_prefixes_are_read(self):
        assert catalogue(rss(DROPS).replace(' xmlns:g="http://base.google.com/ns/1.0"', "")).products
