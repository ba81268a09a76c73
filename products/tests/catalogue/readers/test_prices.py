from decimal import Decimal

import pytest

from products.catalogue.document import Unusable
from products.catalogue.readers.prices import read_price


class TestPrices:
    @pytest.mark.parametrize(
        ("text", "price", "currency"),
        [
            ("29.90", "29.90", ""),
            ("S$29.90", "29.90", "SGD"),
            ("29,90", "29.90", ""),
            ("29,9", "29.90", ""),
            ("$29", "29.00", ""),
            ("29.90 SGD", "29.90", "SGD"),
            ("SGD 1,299.00", "1299.00", "SGD"),
            ("1.299,00 €", "1299.00", "EUR"),
            ("1 299,00", "1299.00", ""),
            ("1,299", "1299.00", ""),
            ("1.299.000", "1299000.00", ""),
            ("29.9000", "29.90", ""),
            ("0.00", "0.00", ""),
        ],
    )
    def test_are_read_as_people_write_them(self, text, price, currency):
        assert read_price(text) == (Decimal(price), currency)

    @pytest.mark.parametrize(
        "text",
        ["", "abc", "-5", "1.299", "29.905", "1,2,3", "NaN", "1e5", "12 or 13", "29.90 each one of them"],
    )
    def test_that_could_mean_anything_else_are_refused(self, text):
        with pytest.raises(Unusable):
            read_price(text)
