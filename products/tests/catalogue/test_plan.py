from decimal import Decimal
from pathlib import Path

import pytest

from products.catalogue.carrying_out import carry_out
from products.catalogue.plan import Action
from products.models import ProductPage
from products.tests.factories import make_product

from .shop_exports import plan_for, product

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root")]
NOWHERE = Path("/nonexistent")


def plan(*rows):
    return plan_for(product(*rows), NOWHERE)[0]


def made(**fields):
    return make_product("Evening Drops™", "evening-drops", **fields)


def imported(*rows):
    """Return the product after an import of these rows."""
    planned, known = plan_for(product(*rows), NOWHERE)
    carry_out([planned], known)
    return ProductPage.objects.get(handle="evening-drops")


class TestActions:
    def test_create_what_is_new(self):
        planned = plan({"Title": "Evening Drops™", "Variant SKU": "D-1"})
        assert planned.action is Action.CREATE
        assert planned.values["handle"] == "evening-drops"

    def test_skip_what_is_equal(self):
        made(sku="D-1", price=Decimal("9.00"), description="<p>One <b>two</b></p>")
        planned = plan(
            {
                "Title": "Evening Drops™",
                "Body (HTML)": "<div>One <strong>two</strong></div>",
                "Variant SKU": "D-1",
                "Variant Price": "9",
            }
        )
        assert planned.action is Action.SKIP

    def test_update_only_what_differs(self):
        made(sku="D-1", summary="By an editor", other_names=["Drops"])
        planned = plan({"Title": "Evening Drops™", "Variant SKU": "D-1", "Variant Price": "9"})
        assert planned.action is Action.UPDATE
        assert planned.changed == ("price",)
        assert [(change.name, change.old, change.new) for change in planned.changes] == [
            ("price", "", "9.00")
        ]

    def test_need_a_title_for_a_new_product(self):
        planned = plan({"Variant SKU": "D-1"})
        assert planned.action is Action.ERROR
        assert "row 2: the product evening-drops has no title" in planned.reason

    def test_need_none_for_one_that_is_here(self):
        made(sku="D-1")
        assert plan({"Variant SKU": "D-2"}).changed == ("sku",)


class TestCodes:
    def test_that_are_no_gtin_are_reported_and_left_empty(self):
        planned = plan({"Title": "Drops", "Variant Barcode": "2010000100104"})
        assert "gtin" not in planned.values
        assert planned.warnings[0].startswith(
            "row 2, column “Variant Barcode”: “2010000100104” is not a GTIN"
        )

    def test_that_are_empty_take_the_shops_word(self):
        made(sku="D-1", gtin="2010000100103")
        planned = plan({"Variant SKU": "D-1", "Variant Barcode": ""})
        assert planned.values == {"gtin": ""}

    def test_of_another_product_hint_at_a_changed_handle(self):
        make_product("Old Drops", "old-drops", sku="D-1")
        planned = plan({"Title": "Drops", "Variant SKU": "D-1"})
        assert planned.action is Action.CONFLICT
        assert "--renamed old-drops=evening-drops" in planned.reason


class TestSummaries:
    META = "S (product.metafields.x.summary)"

    def test_come_from_their_own_column(self):
        planned = plan({"Title": "D", self.META: "Own.", "SEO Description": "For engines."})
        assert planned.values["summary"] == "Own."
        assert planned.values["search_description"] == "For engines."

    def test_fall_back_on_the_description_for_search_engines(self):
        assert plan({"Title": "D", "SEO Description": "For engines."}).values["summary"] == "For engines."

    def test_follow_that_description_until_an_editor_writes_one(self):
        imported({"Title": "Evening Drops™", "SEO Description": "Old."})
        assert plan({"SEO Description": "New."}).values["summary"] == "New."

    def test_of_an_editor_are_kept(self):
        page = imported({"Title": "Evening Drops™", "SEO Description": "Old."})
        page.summary = "By an editor."
        page.save_revision().publish()
        assert plan({"SEO Description": "New."}).changed == ("search_description",)

    def test_that_are_too_long_are_cut_between_words_and_reported(self):
        planned = plan({"Title": "D", self.META: "word " * 80})
        assert len(planned.values["summary"]) <= 255
        assert planned.values["summary"].endswith("word…")
        assert "shortened" in planned.warnings[0]

    def test_that_had_to_be_cut_are_not_cut_again(self):
        text = "word " * 80
        imported({"Title": "Evening Drops™", "SEO Description": text})
        assert plan({"Title": "Evening Drops™", "SEO Description": text}).action is Action.SKIP


class TestLists:
    NAMES = "N (product.metafields.x.other_names)"

    def test_that_are_not_stated_are_kept(self):
        made(other_names=["Drops"], ingredients=[("Iron", "", "14 mg")])
        assert plan({"Title": "Evening Drops™"}).action is Action.SKIP
        assert plan({"Title": "Evening Drops™", self.NAMES: ""}).action is Action.SKIP

    def test_that_are_stated_empty_are_emptied(self):
        imported({"Title": "Evening Drops™", self.NAMES: '["Drops"]'})
        assert plan({self.NAMES: "[]"}).values == {"other_names": []}

    def test_lose_items_that_do_not_fit_and_say_so(self):
        planned = plan({"Title": "D", self.NAMES: f'["fits", "{"x" * 300}"]'})
        assert planned.values["other_names"] == ["fits"]
        assert "at most 255 characters" in planned.warnings[0]


class TestValuesThatDoNotFit:
    @pytest.mark.parametrize(
        ("column", "value", "name"),
        [
            ("Variant SKU", "x" * 65, "sku"),
            ("Variant Price", "12345678901.00", "price"),
            ("SEO Title", "x" * 256, "seo_title"),
            ("U (product.metafields.x.purchase_url)", "https://x" + "y" * 300, "purchase_url"),
        ],
    )
    def test_are_left_out_and_reported(self, column, value, name):
        planned = plan({"Title": "D", column: value})
        assert name not in planned.values
        assert planned.warnings[0].startswith(f"row 2, column “{column}”")

    def test_are_left_out_if_nobody_understands_the_description(self):
        planned = plan({"Title": "D", "Body (HTML)": "<b>" * 3000})
        assert "description" not in planned.values
        assert "nested too deeply" in planned.warnings[0]
