from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.utils import timezone

from products.availability import State
from products.catalogue.carrying_out import carry_out
from products.models import ProductImage, ProductIndexPage, ProductPage
from products.tests.factories import make_image, make_product, picture_bytes
from qnwellness.images.models import SiteImage

from .shop_exports import plan_for, product

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, media_root: Path) -> Path:
    """A folder with two pictures, where catalogues lie."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "green.png").write_bytes(picture_bytes("green"))
    (folder / "amber.png").write_bytes(picture_bytes("orange"))
    return folder


def place(folder, *rows):
    """Return the product after an import of these rows."""
    plan, known = plan_for(product(*rows), folder)
    (outcome,) = carry_out([plan], known)
    assert outcome.error is None
    return ProductPage.objects.get(handle="evening-drops")


def planned(folder, *rows):
    return plan_for(product(*rows), folder)[0]


def shown(page):
    return [item.image.title for item in page.images.all()]


class TestNewProducts:
    def test_are_published_below_the_product_list(self, folder):
        page = place(
            folder,
            {
                "Title": "Evening Drops™",
                "Body (HTML)": "<p>For <em>evenings</em>.</p>",
                "Status": "active",
                "Variant SKU": "D-1",
                "Variant Barcode": "2010000100103",
                "Variant Price": "S$9.50",
                "Image Src": "green.png",
                "Image Alt Text": "A green jar",
                "SEO Title": "Drops for evenings",
                "N (product.metafields.x.other_names)": '["Night Drops"]',
                "I (product.metafields.x.ingredients)": '[{"name": "Iron", "form": "salt", "amount": "1 mg"}]',
                "U (product.metafields.x.purchase_url)": "https://shop.example/drops",
            },
        )
        assert page.live
        assert page.get_parent().specific == ProductIndexPage.objects.get()
        assert (page.title, page.slug, page.sku, page.gtin) == (
            "Evening Drops™",
            "evening-drops",
            "D-1",
            "2010000100103",
        )
        assert (page.price, page.currency, page.state) == (Decimal("9.50"), "SGD", State.LIVE)
        assert page.description == "<p>For <i>evenings</i>.</p>"
        assert page.purchase_url == "https://shop.example/drops"
        assert page.seo_title == "Drops for evenings"
        assert [item.name for item in page.other_names.all()] == ["Night Drops"]
        assert [(i.name, i.form, i.amount) for i in page.ingredients.all()] == [("Iron", "salt", "1 mg")]
        assert page.picture.description == "A green jar"
        assert page.get_latest_revision_as_object().sku == "D-1"

    def test_get_another_slug_where_theirs_is_taken(self, folder):
        make_product("Other", "other", slug="evening-drops")
        assert place(folder, {"Title": "Drops"}).slug == "evening-drops-1"

    def test_that_are_hidden_have_no_public_page(self, folder, client):
        page = place(folder, {"Title": "Drops", "Status": "draft"})
        assert page.state == State.HIDDEN
        assert client.get(page.url).status_code == 404


class TestProductsThatAreHere:
    def test_keep_what_the_file_does_not_state(self, folder):
        make_product("Drops", "evening-drops", summary="By an editor", other_names=["Night Drops"], sku="D-1")
        page = place(folder, {"Variant Price": "12", "Variant SKU": "D-1"})
        assert page.price == Decimal("12.00")
        assert (page.summary, page.sku, page.slug) == ("By an editor", "D-1", "evening-drops")
        assert [item.name for item in page.other_names.all()] == ["Night Drops"]

    def test_keep_an_editors_draft_with_the_same_changes(self, folder):
        page = make_product("Drops", "evening-drops", price=Decimal("9.00"))
        page.summary = "A draft"
        page.save_revision()
        page = place(folder, {"Variant Price": "12"})
        assert (page.price, page.summary) == (Decimal("12.00"), "")
        draft = page.get_latest_revision_as_object()
        assert page.has_unpublished_changes
        assert (draft.price, draft.summary) == (Decimal("12.00"), "A draft")

    def test_stay_unpublished_if_an_editor_has_unpublished_them(self, folder):
        page = make_product("Drops", "evening-drops", price=Decimal("9.00"))
        page.unpublish()
        assert "unpublished here" in planned(folder, {"Variant Price": "12"}).warnings[0]
        page = place(folder, {"Variant Price": "12"})
        assert not page.live
        assert page.get_latest_revision_as_object().price == Decimal("12.00")
        assert planned(folder, {"Variant Price": "12"}).action == "skip"

    def test_keep_what_an_editor_has_scheduled(self, folder):
        page = make_product("Drops", "evening-drops")
        page.summary = "Later"
        page.go_live_at = timezone.now() + timedelta(days=3)
        page.save_revision().publish()
        page = ProductPage.objects.get(pk=page.pk)
        assert page.approved_schedule
        page = place(folder, {"Variant Price": "12"})
        assert page.live
        assert page.price == Decimal("12.00")
        assert ProductPage.objects.get(pk=page.pk).approved_schedule


class TestPictures:
    ROWS = (
        {"Title": "Drops", "Image Src": "green.png", "Image Alt Text": "Green"},
        {"Image Src": "amber.png", "Image Alt Text": "Amber"},
    )

    def test_are_stored_once_however_often_they_are_named(self, folder):
        (folder / "copy.png").write_bytes(picture_bytes("green"))
        page = place(folder, *self.ROWS, {"Image Src": "copy.png"})
        assert shown(page) == ["Green", "Amber"]
        assert SiteImage.objects.count() == 2

    def test_lead_those_an_editor_has_added(self, folder):
        page = place(folder, self.ROWS[0])
        page.images = [*page.images.all(), ProductImage(image=make_image("By an editor", "blue"))]
        page.save_revision().publish()
        assert shown(place(folder, *self.ROWS)) == ["Green", "Amber", "By an editor"]

    def test_do_not_take_the_place_of_pictures_a_product_had_before_the_first_import(self, folder):
        make_product("Drops", "evening-drops", image=make_image("By an editor", "blue"))
        plan = planned(folder, *self.ROWS)
        assert [clash.name for clash in plan.clashes] == ["pictures"]
        assert shown(place(folder, *self.ROWS)) == ["By an editor"]

    def test_take_the_order_of_the_file(self, folder):
        place(folder, *self.ROWS)
        assert shown(place(folder, self.ROWS[1], self.ROWS[0])) == ["Amber", "Green"]

    def test_keep_the_description_they_have_here(self, folder):
        page = place(folder, *self.ROWS)
        SiteImage.objects.filter(pk=page.picture.pk).update(description="An editor's words")
        plan = planned(folder, *self.ROWS)
        assert plan.action == "skip"
        assert "green.png keeps the description" in plan.warnings[0]

    def test_leave_no_file_behind_when_the_product_cannot_be_stored(self, folder, media_root, monkeypatch):
        def fail(*args, **kwargs):
            raise DatabaseError("no")

        monkeypatch.setattr(ProductIndexPage, "add_child", fail)
        plan, known = plan_for(product(*self.ROWS), folder)
        (outcome,) = carry_out([plan], known)
        assert "could not be stored" in outcome.error
        assert SiteImage.objects.count() == 0
        assert [path for path in media_root.rglob("*") if path.is_file()] == []
