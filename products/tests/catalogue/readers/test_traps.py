"""What shops, spreadsheets and people do to exports: one fixture each, through every table a shop may hand in."""

from decimal import Decimal

import pytest

from products.availability import State
from products.catalogue.readers import read

from ..shop_exports import catalogue, export, product


class TestCells:
    def test_may_be_longer_than_python_likes(self):
        assert len(product({"Title": "Drops", "Body (HTML)": "x" * 140_000}).description.value) == 140_000

    def test_may_have_windows_line_ends_inside(self):
        data = export({"Handle": "a", "Title": "A", "Body (HTML)": "<p>one</p>\r\n<p>two</p>"}).encode()
        result = read(data + b"b,B\r\n")
        assert result.products[0].description.value == "<p>one</p>\r\n<p>two</p>"
        assert result.products[1].row == 3

    def test_may_begin_with_an_equals_sign(self):
        assert product({"Title": "=Drops", "Variant SKU": '="007"'}).title.value == "=Drops"
        assert product({"Title": "=Drops", "Variant SKU": '="007"'}).sku.value == "007"

    def test_may_hold_nul(self):
        assert read(b"Handle,Title\na,Dr\0ops" + b" " * 300).products[0].title.value == "Drops"

    @pytest.mark.parametrize(
        "written", ["Golden Rootâ„¢", "Golden Root&amp;trade;", "Golden\u00a0Ro\u00adot\u200b™"]
    )
    def test_may_be_encoded_twice_or_hold_what_nobody_sees(self, written):
        assert product({"Title": written}).title.value == "Golden Root™"

    def test_keep_marks_quotes_and_dashes(self):
        assert product({"Title": "“Bone” – K²® Essential™"}).title.value == "“Bone” – K²® Essential™"

    def test_may_hold_windows_quotes_in_a_utf_8_file(self):
        (only,) = read("Handle,Title\na,Root™ it".encode() + b"\x92s\n").products
        assert only.title.value == "Root™ it’s"


class TestValues:
    def test_of_yes_and_no_are_those_of_any_spreadsheet(self):
        for word in ("TRUE", "true", "1", "WAHR", "VERDADEIRO"):
            assert product({"Title": "A", "Published": word}).state.value is State.LIVE

    def test_of_prices_are_those_people_write(self):
        for written in ("S$29.90", "29,90", "29.90", "SGD 29.90"):
            assert product({"Title": "A", "Variant Price": written}).price.value == Decimal("29.90")

    def test_shortened_by_a_spreadsheet_are_reported_for_each_variant(self):
        rows = ({"Title": "A", "Option1 Value": "S", "Variant Barcode": "1.23E+11"}, {"Option1 Value": "M"})
        read_product = product(*rows)
        assert [line.gtin for line in read_product.variants.value] == ["", ""]
        assert "a number a spreadsheet has shortened" in read_product.notices[0]


class TestRows:
    def test_that_are_blank_or_have_trailing_commas_count_for_nothing(self):
        result = read(b"Handle,Title,,\n,,,\na,A,,\n\n , ,,\nb,B,,\n")
        assert [(item.handle, item.row) for item in result.products] == [("a", 3), ("b", 6)]
        assert result.notices == ()

    def test_of_pictures_alone_may_come_before_the_product(self):
        read_product = product({"Image Src": "a.png"}, {"Title": "Drops", "Variant Price": "9"})
        assert (read_product.title.value, len(read_product.pictures)) == ("Drops", 1)
        assert read_product.variants.value == ()


class TestColumns:
    def test_of_markets_units_and_metafields_are_known_or_kept(self):
        cells = {
            "Price / International": "19",
            "Included / Singapore": "true",
            "Unit Price Total Measure": "60",
            "Packed product length": "12",
            "Mood (product.metafields.custom.mood)": "calm",
        }
        result = catalogue({"Handle": "a", "Title": "A", **cells})
        assert result.unknown_columns == ("Packed product length", "Mood (product.metafields.custom.mood)")
        assert result.products[0].unplaced == cells
