from decimal import Decimal

import pytest

from qnwellness.content.money import format_price


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        ("48", "SGD", "S$\u00a048.00"),
        ("1234.5", "EUR", "€\u00a01,234.50"),
        ("9.90", "CHF", "CHF\u00a09.90"),
    ],
)
def test_a_price_is_written_with_sign_and_two_decimals(amount, currency, written):
    assert format_price(Decimal(amount), currency) == written
