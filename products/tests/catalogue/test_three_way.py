"""An import meets what editors have written since the last one."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Revision

from products.availability import State
from products.catalogue import import_catalogue
from products.models import CatalogueRecord, ProductPage, Variant
from products.tests.factories import make_product

from .shop_exports import write_export

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root")]
ROOT = {
    "Handle": "golden-root",
    "Title": "Golden Root™",
    "Variant Price": "34.00",
    "Variant SKU": "GR-1",
    "SEO Title": "Old words",
    "Status": "active",
}
LEAF = {"Handle": "leaf-iron", "Title": "Leaf Iron™", "Variant Price": "29.00", "Variant SKU": "LI-1"}


@pytest.fixture
def shop(tmp_path):
    """Import rows and return the outcomes by handle."""

    def bring(*rows, **options):
        report = import_catalogue(write_export(tmp_path, *rows), **options)
        return {outcome.handle: outcome for outcome in report.products}

    return bring


def root():
    return ProductPage.objects.get(handle="golden-root")


def edited(**fields):
    """Publish an editor's words."""
    page = root()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


class TestAnImportedPage:
    def test_is_stored_as_one_that_was_published_from_its_form(self, shop):
        """An import writes versions for many products at once: no column may be left behind."""
        shop(ROOT)
        shop({**ROOT, "Title": "Golden Root Plus™"})
        imported = _columns()
        root().save_revision().publish()
        assert imported == _columns()
        assert (root().draft_title, root().get_admin_display_title()) == ("Golden Root Plus™",) * 2


def _columns():
    """Return what the page's row says, but for keys and moments."""
    row = ProductPage.objects.filter(handle="golden-root").values().get()
    moments = {name for name in row if name.endswith("_at")}
    assert all(
        row[name] for name in ("first_published_at", "last_published_at", "latest_revision_created_at")
    )
    return {name: row[name] for name in row.keys() - moments - {"latest_revision_id", "live_revision_id"}}


class TestWhatAnEditorHasWritten:
    def test_stays_while_the_shop_says_nothing_new(self, shop):
        shop(ROOT)
        edited(seo_title="Our words")
        outcome = shop(ROOT)["golden-root"]
        assert (outcome.action, outcome.clashes) == ("skip", ())
        assert root().seo_title == "Our words"

    def test_stays_and_is_told_once_with_both_values_when_the_shop_changes_it(self, shop):
        shop(ROOT)
        edited(seo_title="Our words")
        changed = {**ROOT, "SEO Title": "New words", "Variant Price": "36.00"}
        outcome = shop(changed)["golden-root"]
        (clash,) = outcome.clashes
        assert (clash.name, clash.ours, clash.theirs) == ("seo_title", "Our words", "New words")
        assert (root().seo_title, root().price) == ("Our words", Decimal("36.00"))
        again = shop(changed)["golden-root"]
        assert (again.action, again.clashes) == ("skip", ())
        assert root().seo_title == "Our words"

    def test_does_not_keep_the_shop_from_its_own_fields(self, shop):
        shop(ROOT)
        edited(price=Decimal("1.00"))
        assert shop(ROOT)["golden-root"].changed == ("price",)
        assert root().price == Decimal("34.00")

    def test_is_never_overwritten_by_the_first_import(self, shop):
        make_product("Golden Root", "golden-root", price=Decimal("1.00"), seo_title="")
        outcome = shop(ROOT)["golden-root"]
        assert [clash.name for clash in outcome.clashes] == ["title"]
        page = root()
        assert (page.title, page.seo_title, page.price) == ("Golden Root", "Old words", Decimal("34.00"))

    def test_in_a_draft_stays_in_the_draft(self, shop):
        shop(ROOT)
        page = root()
        page.seo_title = "Draft words"
        page.save_revision()
        outcome = shop({**ROOT, "SEO Title": "New words", "Variant Price": "36"})["golden-root"]
        draft = root().get_latest_revision_as_object()
        assert root().seo_title == "New words"
        assert (draft.seo_title, draft.price) == ("Draft words", Decimal("36.00"))
        assert any("draft keeps its own" in warning for warning in outcome.warnings)

    def test_of_our_own_fields_is_never_touched(self, shop):
        shop(ROOT)
        edited(form="Capsules", directions="<p>One a day.</p>", suitability=["vegan"])
        shop({**ROOT, "Title": "Golden Root Plus™"})
        page = root()
        assert (page.title, page.form, page.suitability) == ("Golden Root Plus™", "Capsules", ["vegan"])


class TestStates:
    def test_follow_the_shop(self, shop):
        shop(ROOT)
        shop({**ROOT, "Status": "draft"})
        assert root().state == State.HIDDEN
        shop(ROOT)
        assert root().state == State.LIVE

    @pytest.mark.parametrize("state", [State.DISCONTINUED, State.HIDDEN])
    def test_an_editor_has_set_stay_and_are_told(self, shop, state):
        shop(ROOT)
        edited(state=state)
        outcome = shop(ROOT)["golden-root"]
        assert outcome.action == "skip"
        assert any(f"it stays “{state}”" in warning for warning in outcome.warnings)
        # Not even after the shop has said the same for a while.
        shop({**ROOT, "Status": "draft"})
        shop(ROOT)
        assert root().state == state


class TestWithdrawing:
    def test_hides_what_a_whole_catalogue_lacks_and_brings_it_back(self, shop):
        shop(ROOT, LEAF)
        outcome = shop(LEAF, full=True)["golden-root"]
        record = CatalogueRecord.objects.get(product=root())
        assert (outcome.action, root().state) == ("withdraw", State.HIDDEN)
        assert record.withdrawn_at
        shop(ROOT, LEAF, full=True)
        record.refresh_from_db()
        assert (root().state, record.withdrawn_at) == (State.LIVE, None)

    def test_brings_a_product_back_as_it_was_where_the_file_says_nothing_of_its_state(self, shop, tmp_path):
        shop(ROOT, LEAF)
        shop(LEAF, full=True)
        path = tmp_path / "bare.csv"
        path.write_text("Handle,Title\ngolden-root,Golden Root™\n")
        import_catalogue(path)
        assert root().state == State.LIVE

    def test_happens_once(self, shop):
        shop(ROOT, LEAF)
        shop(LEAF, full=True)
        assert set(shop(LEAF, full=True)) == {"leaf-iron"}

    def test_needs_a_whole_catalogue(self, shop):
        shop(ROOT, LEAF)
        shop(LEAF)
        assert root().state == State.LIVE

    def test_leaves_alone_what_was_made_here_or_is_discontinued(self, shop):
        made = make_product("Ours", "ours")
        shop(ROOT, LEAF)
        edited(state=State.DISCONTINUED)
        assert set(shop(LEAF, full=True)) == {"leaf-iron"}
        made.refresh_from_db()
        assert (made.state, root().state) == (State.LIVE, State.DISCONTINUED)

    def test_of_more_than_half_of_all_products_needs_a_word(self, tmp_path):
        rows = [{"Handle": f"drops-{n}", "Title": f"Drops {n}", "Variant SKU": f"D{n}"} for n in range(12)]
        import_catalogue(write_export(tmp_path, *rows))
        cut_off = write_export(tmp_path, *rows[:3])
        report = import_catalogue(cut_off, full=True)
        assert "more than half" in report.files[0].error
        assert not ProductPage.objects.filter(state=State.HIDDEN).exists()
        import_catalogue(cut_off, full=True, withdraw_many=True)
        assert ProductPage.objects.filter(state=State.HIDDEN).count() == 9

    def test_spares_a_product_whose_row_cannot_be_read(self, shop):
        shop(ROOT, LEAF)
        shop({**ROOT, "Handle": ""}, LEAF, full=True)
        assert root().state == State.LIVE


class TestProductsThatAreNotWritten:
    def test_have_a_new_handle(self, shop):
        shop(ROOT)
        outcome = shop({**ROOT, "Handle": "gold-root"}, LEAF)
        assert outcome["gold-root"].action == "conflict"
        assert "--renamed golden-root=gold-root" in outcome["gold-root"].error
        assert outcome["leaf-iron"].action == "create"

    def test_are_not_withdrawn_for_their_new_handle(self, shop):
        shop(ROOT)
        shop({**ROOT, "Handle": "gold-root"}, full=True)
        assert root().state == State.LIVE

    def test_follow_a_new_handle_on_request(self, shop):
        shop(ROOT)
        page = root()
        shop({**ROOT, "Handle": "gold-root"}, renamed={"golden-root": "gold-root"})
        page.refresh_from_db()
        assert (page.handle, page.slug) == ("gold-root", "golden-root")
        assert ProductPage.objects.count() == 1

    def test_are_locked(self, shop):
        shop(ROOT)
        ProductPage.objects.update(locked=True)
        assert shop(ROOT)["golden-root"].action == "skip"
        outcome = shop({**ROOT, "Variant Price": "36"})["golden-root"]
        assert (outcome.action, root().price) == ("conflict", Decimal("34.00"))


class TestVariants:
    ROWS = (
        {**ROOT, "Option1 Name": "Size", "Option1 Value": "60 capsules"},
        {
            "Handle": "golden-root",
            "Option1 Value": "120 capsules",
            "Variant SKU": "GR-2",
            "Variant Price": "60",
        },
    )

    def test_are_made_and_leave_the_product_without_a_price_of_its_own(self, shop):
        shop(*self.ROWS)
        page = root()
        assert [(row.name, row.sku, row.price) for row in page.variants.all()] == [
            ("60 capsules", "GR-1", Decimal("34.00")),
            ("120 capsules", "GR-2", Decimal("60.00")),
        ]
        assert (page.price, page.sku) == (None, "")

    def test_keep_their_keys_when_they_are_renamed_or_shuffled(self, shop):
        shop(*self.ROWS)
        keys = dict(Variant.objects.values_list("sku", "pk"))
        swapped = (
            {**self.ROWS[0], "Option1 Value": "120", "Variant SKU": "GR-2", "Variant Price": "61"},
            {**self.ROWS[1], "Option1 Value": "60", "Variant SKU": "GR-1"},
        )
        shop(*swapped)
        assert dict(Variant.objects.values_list("sku", "pk")) == keys

    def test_that_the_shop_has_dropped_are_gone_and_an_editors_stay(self, shop):
        shop(*self.ROWS)
        page = root()
        page.variants = [*page.variants.all(), Variant(name="Sample", sort_order=9)]
        page.save_revision().publish()
        third = {**self.ROWS[1], "Option1 Value": "240 capsules", "Variant SKU": "GR-3"}
        shop(self.ROWS[0], third)
        names = [row.name for row in root().variants.all()]
        assert names == ["60 capsules", "240 capsules", "Sample"]


class TestRunningAgain:
    def test_writes_nothing_for_the_same_rows_in_any_order_and_one_revision_for_one_change(self, shop):
        shop(ROOT, LEAF)
        shop(ROOT, LEAF)
        before = Revision.objects.count()
        assert {outcome.action for outcome in shop(LEAF, ROOT).values()} == {"skip"}
        assert Revision.objects.count() == before
        shop({**LEAF, "Variant Price": "30"}, ROOT)
        assert Revision.objects.count() == before + 1

    def test_costs_no_query_more_for_more_products(self, tmp_path):
        def queries(number):
            rows = [
                {"Handle": f"drops-{n}", "Title": f"Drops {n}", "Variant SKU": f"D{n}"} for n in range(number)
            ]
            path = write_export(tmp_path, *rows)
            import_catalogue(path)
            with CaptureQueriesContext(connection) as captured:
                import_catalogue(path)
            return len(captured)

        assert queries(5) == queries(40)


class TestStrictly:
    def test_nothing_goes_in_if_any_row_is_bad(self, tmp_path):
        path = write_export(tmp_path, ROOT, {"Title": "Nameless"}, LEAF)
        report = import_catalogue(path, strict=True)
        assert report.has_errors
        assert "Nothing was written" in report.files[0].error
        assert ProductPage.objects.count() == 0


def test_variants_whose_codes_change_places_in_a_draft_stay_two(shop):
    rows = [
        {**ROOT, "Option1 Value": "30", "Variant SKU": "S1"},
        {"Handle": "golden-root", "Option1 Value": "60", "Variant SKU": "S2"},
    ]
    shop(*rows)
    draft = root()
    draft.allergens = "A draft."
    draft.save_revision()
    shop({**rows[0], "Option1 Value": "60", "Variant SKU": "S9"}, {**rows[1], "Option1 Value": "30"})
    root().get_latest_revision().publish()
    variants = root().variants.all()
    assert sorted((one.sku, one.name) for one in variants) == [("S2", "30"), ("S9", "60")]
