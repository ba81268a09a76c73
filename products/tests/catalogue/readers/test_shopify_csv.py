from decimal import Decimal

import pytest

from products.availability import State
from products.catalogue.document import VariantLine
from products.catalogue.readers import read
from products.catalogue.readers.shopify_csv import recognises
from qnwellness.content.files import Unreadable

from ..shop_exports import CURRENT, LEGACY, catalogue, export, product


class TestBothVocabularies:
    def test_give_the_same_product(self):
        legacy = catalogue(
            {
                "Handle": "golden-root",
                "Title": "Golden Root™",
                "Body (HTML)": "<p>Root.</p>",
                "Status": "active",
                "Published": "TRUE",
                "Variant SKU": "GR-1",
                "Variant Barcode": "2010000100509",
                "Variant Price": "34.00",
                "Variant Inventory Tracker": "shopify",
                "Variant Inventory Qty": "0",
                "Variant Inventory Policy": "deny",
                "Image Src": "root.png",
                "Image Alt Text": "A jar",
                "SEO Description": "A root.",
            }
        )
        current = catalogue(
            {
                "URL handle": "golden-root",
                "Title": "Golden Root™",
                "Description": "<p>Root.</p>",
                "Status": "Active",
                "Published on online store": "TRUE",
                "SKU": "GR-1",
                "Barcode": "2010000100509",
                "Price": "34.00",
                "Inventory tracker": "shopify",
                "Inventory quantity": "0",
                "Continue selling when out of stock": "DENY",
                "Product image URL": "root.png",
                "Image alt text": "A jar",
                "SEO description": "A root.",
            },
            header=CURRENT,
        )
        (old,), (new,) = legacy.products, current.products
        for name in ("title", "description", "sku", "gtin", "price", "state", "seo_description"):
            assert getattr(old, name).value == getattr(new, name).value
        assert old.state.value is State.OUT_OF_STOCK
        assert old.price.value == Decimal("34.00")
        assert (old.pictures[0].address, old.pictures[0].alt) == ("root.png", "A jar")

    @pytest.mark.parametrize("header", [LEGACY, CURRENT])
    def test_are_recognised(self, header):
        assert recognises(export(header=header).encode())

    def test_are_not_seen_in_other_tables(self):
        assert not recognises(b"ID,Type,SKU,Name\n1,simple,a,b\n")
        assert not recognises(b"id\ttitle\tdescription\tlink\n")

    def test_need_a_handle(self):
        with pytest.raises(Unreadable, match="no column “Handle”"):
            read(b"Title,Price\nRoot,1\n", format="shopify-csv")


class TestRowsOfOneHandle:
    def test_are_one_product_with_its_variants(self):
        read_product = product(
            {
                "Title": "Drops",
                "Option1 Value": "S",
                "Option2 Value": "Mint",
                "Variant SKU": "D-S",
                "Variant Price": "S$9",
                "Variant Barcode": "2010000100509",
            },
            {"Option1 Value": "M", "Variant SKU": "D-M", "Variant Price": "12"},
            {"Image Src": "b.png", "Image Position": "2"},
        )
        assert (read_product.sku, read_product.gtin, read_product.price) == (None, None, None)
        assert read_product.variants.value == (
            VariantLine("S / Mint", "D-S", "2010000100509", Decimal("9.00")),
            VariantLine("M", "D-M", "", Decimal("12.00")),
        )
        assert read_product.currency.value == "SGD"
        assert read_product.notices == ()

    def test_have_variants_with_a_state_of_their_own(self):
        stock = {"Variant Inventory Tracker": "shopify", "Variant Inventory Policy": "deny"}
        read_product = product(
            {"Title": "Drops", "Option1 Value": "S", "Variant Inventory Qty": "0", **stock},
            {"Option1 Value": "M", "Variant Inventory Qty": "4", **stock},
        )
        assert [line.state for line in read_product.variants.value] == [State.OUT_OF_STOCK, State.LIVE]
        assert read_product.state.value is State.LIVE

    def test_that_name_one_variant_twice_give_it_once(self):
        read_product = product(
            {"Title": "Drops", "Option1 Value": "S"}, {"Option1 Value": "S", "Variant SKU": "X"}
        )
        assert [line.name for line in read_product.variants.value] == ["S"]
        assert read_product.notices == ("row 3: the variant “S” stands twice; the first one counts",)

    def test_with_prices_in_two_currencies_leave_the_other_one_out(self):
        read_product = product(
            {"Title": "Drops", "Option1 Value": "S", "Variant Price": "9 SGD"},
            {"Option1 Value": "M", "Variant Price": "8 EUR"},
        )
        assert [line.price for line in read_product.variants.value] == [Decimal("9.00"), None]
        assert "the price is in EUR, the product in SGD" in read_product.notices[0]

    def test_with_one_variant_say_that_there_are_no_others(self):
        read_product = product({"Title": "Drops", "Option1 Value": "Default Title", "Variant SKU": "D"})
        assert read_product.variants.value == ()
        assert read_product.sku.value == "D"

    def test_may_begin_with_a_variant(self):
        read_product = product({"Variant SKU": "D-S", "Variant Price": "9"}, {"Title": "Drops"})
        assert read_product.title.value == "Drops"
        assert read_product.sku.value == "D-S"

    def test_need_not_stand_together_nor_agree_in_capitals(self):
        rows = (
            {"Handle": "a", "Title": "A"},
            {"Handle": "b", "Title": "B"},
            {"Handle": "A", "Image Src": "x.png"},
        )
        first, second = catalogue(*rows).products
        assert (first.handle, len(first.pictures)) == ("a", 1)
        assert first.notices == ("“A” was read as the handle “a”",)
        assert second.handle == "b"

    def test_that_contradict_each_other_are_reported(self):
        read_product = product({"Title": "Drops"}, {"Title": "Oil"}, {"Title": "Drops"})
        assert read_product.title.value == "Drops"
        assert read_product.notices == (
            "row 3, column “Title”: “Oil” is left out: an earlier row says otherwise",
        )

    def test_name_each_picture_once_in_their_order(self):
        read_product = product(
            {"Title": "Drops", "Image Src": "b.png", "Image Position": "2"},
            *({"Image Src": "a.png", "Image Position": "1", "Image Alt Text": f"{n}"} for n in range(10)),
        )
        assert [picture.address for picture in read_product.pictures] == ["a.png", "b.png"]
        assert read_product.pictures[0].alt == "0"


class TestRowsWithoutProduct:
    def test_are_rejected_with_what_to_do_while_others_are_read(self):
        result = catalogue({"Title": "Nameless", "Variant Price": "3"}, {"Handle": "b", "Title": "B"})
        assert [item.handle for item in result.products] == ["b"]
        (row,) = result.rejected
        assert row.title == "Nameless"
        assert row.reason == "row 2: column “Handle” is empty; write the product's handle there"

    def test_with_something_else_than_a_handle_are_rejected(self):
        (row,) = catalogue({"Handle": "Bone Essential™", "Title": "Bone Essential™"}).rejected
        assert "“bone essential™” is not a handle" in row.reason

    def test_that_are_notes_are_left_out_and_reported(self):
        result = catalogue({"Handle": "b", "Title": "B"}, {"Handle": "Exported on Monday."})
        assert result.rejected == ()
        assert "row 3: a note" in result.notices[-1]

    def test_never_come_from_the_title(self):
        assert catalogue({"Handle": "", "Title": "Bone Essential™"}).products == ()

    def test_because_of_an_open_quote_are_rejected(self):
        result = read(b'Handle,Title\nleaf,Leaf\nroot,"Root\nstem,Stem\n')
        assert [item.handle for item in result.products] == ["leaf"]
        assert "quotation mark" in result.rejected[0].reason


class TestNothingIsLostInSilence:
    def test_neither_unknown_columns(self):
        result = catalogue({"Handle": "b", "Title": "B", "Packed product length": "12"})
        assert result.unknown_columns == ("Packed product length",)
        assert result.products[0].unplaced == {"Packed product length": "12"}

    def test_nor_columns_without_a_field(self):
        result = catalogue({"Handle": "b", "Title": "B", "Vendor": "QN", "Tags": ""})
        assert result.notices == ("columns this site has no field for: Vendor",)
        assert result.products[0].unplaced == {"Vendor": "QN"}

    def test_nor_repeated_headers_nor_cells_without_one(self):
        result = read(b"Handle,Title,Title,,\nb,B,Bee,stray,\nc,C,,,,,beyond\n")
        assert result.notices == (
            "column 3 “Title” is left out: column 2 “Title” stands for the same",
            "column 4 has no header and is left out",
            "row 3: cells beyond the last column are left out (1); look for a stray delimiter",
        )

    def test_nor_values_that_cannot_be_read(self):
        read_product = product(
            {
                "Title": "Drops",
                "Variant Price": "cheap",
                "Variant Barcode": "1.23E+11",
                "Names (product.metafields.x.other_names)": "[oops",
                "Buy (product.metafields.x.purchase_url)": "javascript:alert(1)",
            }
        )
        assert read_product.title.value == "Drops"
        assert {notice.partition(":")[0] for notice in read_product.notices} == {
            "row 2, column “Variant Barcode”",
            "row 2, column “Variant Price”",
            "row 2, column “Buy (product.metafields.x.purchase_url)”",
            "row 2, column “Names (product.metafields.x.other_names)”",
        }
        assert read_product.price is read_product.gtin is read_product.other_names is None

    def test_nor_texts_that_had_to_be_mended(self):
        read_product = product({"Title": "Golden Root&trade;"})
        assert read_product.title.value == "Golden Root™"
        assert "was read as “Golden Root™”" in read_product.notices[0]


class TestPrices:
    def test_tell_their_currency(self):
        read_product = product({"Title": "Drops", "Variant Price": "€ 9,50"})
        assert (read_product.price.value, read_product.currency.value) == (Decimal("9.50"), "EUR")

    def test_in_another_currency_than_the_product_are_left_out(self):
        read_product = product(
            {"Title": "Drops", "Variant Price": "€9.50", "Currency (product.metafields.x.currency)": "SGD"}
        )
        assert read_product.price is None
        assert "the price is in EUR" in read_product.notices[0]

    def test_that_are_empty_say_that_there_is_none(self):
        assert product({"Title": "Drops", "Variant SKU": "D"}).price.value is None
        assert product({"Title": "Drops"}).price is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_spreadsheets_make_of_a_file_can_be_read(encoding, delimiter):
    text = export({"Handle": "root", "Title": "Golden Root™", "Variant Price": "29,90"}, delimiter=delimiter)
    (only,) = read(text.encode(encoding)).products
    assert only.title.value == "Golden Root™"
    assert only.price.value == Decimal("29.90")
