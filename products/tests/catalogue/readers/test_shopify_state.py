import pytest

from products.availability import State

from ..shop_exports import product


def state(*rows):
    said = product(*rows).state
    return said and said.value


def stock(quantity, policy="deny", tracker="shopify"):
    return {
        "Variant Inventory Tracker": tracker,
        "Variant Inventory Qty": quantity,
        "Variant Inventory Policy": policy,
        "Variant Price": "9.00",
    }


class TestStatus:
    @pytest.mark.parametrize(
        ("status", "expected"),
        [
            ("active", State.LIVE),
            ("Active", State.LIVE),
            ("draft", State.HIDDEN),
            ("archived", State.DISCONTINUED),
            ("unlisted", State.HIDDEN),
        ],
    )
    def test_decides(self, status, expected):
        assert state({"Status": status}) is expected

    def test_that_is_unknown_hides_the_product_and_is_reported(self):
        read = product({"Status": "aktiv"})
        assert read.state.value is State.HIDDEN
        assert "“aktiv” is not a status" in read.notices[0]

    def test_counts_more_than_stock(self):
        assert state({"Status": "archived", **stock("0")}) is State.DISCONTINUED

    def test_is_not_guessed(self):
        assert state({"Title": "Drops"}) is None


class TestPublication:
    @pytest.mark.parametrize(
        ("published", "expected"), [("TRUE", State.LIVE), ("false", State.HIDDEN), ("1", State.LIVE)]
    )
    def test_decides(self, published, expected):
        assert state({"Published": published}) is expected

    def test_hides_an_active_product(self):
        assert state({"Status": "active", "Published": "FALSE"}) is State.HIDDEN

    def test_that_cannot_be_read_hides_the_product_and_is_reported(self):
        read = product({"Published": "perhaps"})
        assert read.state.value is State.HIDDEN
        assert "row 2, column “Published”" in read.notices[0]


class TestStock:
    def test_that_has_run_out_is_out_of_stock(self):
        assert state(stock("0")) is State.OUT_OF_STOCK
        assert state(stock("-2")) is State.OUT_OF_STOCK

    def test_may_be_sold_beyond_in_both_vocabularies(self):
        assert state(stock("0", policy="continue")) is State.LIVE
        assert state(stock("0", policy="TRUE")) is State.LIVE
        assert state(stock("0", policy="FALSE")) is State.OUT_OF_STOCK

    def test_that_is_not_tracked_never_runs_out(self):
        assert state(stock("0", tracker="")) is State.LIVE

    def test_of_any_variant_is_enough(self):
        assert state(stock("0"), stock("4")) is State.LIVE
        assert state(stock("0"), stock("0")) is State.OUT_OF_STOCK

    def test_that_cannot_be_read_is_reported(self):
        read = product(stock("some"))
        assert read.state.value is State.LIVE
        assert "not a quantity" in read.notices[0]
