import pytest

from products.catalogue.document import Unusable
from products.catalogue.readers.values import barcode, currency, quantity, web_address, yes_or_no


class TestBarcodes:
    @pytest.mark.parametrize(
        "text", ["2010000100103", "'2010000100103", '="2010000100103"', "2010000-100103", "2010000100103.0"]
    )
    def test_lose_what_spreadsheets_put_round_them(self, text):
        assert barcode(text) == "2010000100103"

    @pytest.mark.parametrize("text", ["1.23E+11", "1,23E+11", "2e12"])
    def test_that_a_spreadsheet_has_shortened_are_refused(self, text):
        with pytest.raises(Unusable, match="format the column as text"):
            barcode(text)


class TestYesOrNo:
    @pytest.mark.parametrize("text", ["TRUE", "true", "1", "WAHR", "VERDADEIRO", "yes"])
    def test_is_yes_in_several_languages(self, text):
        assert yes_or_no(text)

    @pytest.mark.parametrize("text", ["FALSE", "false", "0", "FALSCH", "no"])
    def test_is_no_in_several_languages(self, text):
        assert not yes_or_no(text)

    def test_is_nothing_else(self):
        with pytest.raises(Unusable):
            yes_or_no("maybe")


class TestQuantities:
    @pytest.mark.parametrize(("text", "number"), [("12", 12), ("-3", -3), ("1,200", 1200), ("5.0", 5)])
    def test_are_whole_numbers(self, text, number):
        assert quantity(text) == number

    @pytest.mark.parametrize("text", ["", "many", "1.5", "9" * 5000])
    def test_are_nothing_else(self, text):
        with pytest.raises(Unusable):
            quantity(text)


def test_a_currency_is_three_letters():
    assert currency("sgd") == "SGD"
    with pytest.raises(Unusable):
        currency("S$")


class TestAddresses:
    def test_lead_to_the_web(self):
        assert web_address("https://shop.example/a").startswith("https")

    @pytest.mark.parametrize(
        "text", ["javascript:alert(1)", "shop.example", "https://", "https://a b", "//x"]
    )
    def test_lead_nowhere_else(self, text):
        with pytest.raises(Unusable):
            web_address(text)
