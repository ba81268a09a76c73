import pytest
from django.core.management import call_command
from wagtail.models import Page, PageLogEntry, ReferenceIndex
from wagtail.search.backends import get_search_backend

from products.availability import State
from products.catalogue import import_catalogue
from products.catalogue import runs as runs_module
from products.catalogue.importer import advance, plan_of, start_run
from products.models import CatalogueRun, ProductPage
from products.tests.factories import picture_bytes
from qnwellness.content.files import Unreadable

from .shop_exports import export, write_export

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root")]
UPLOAD = CatalogueRun.Trigger.UPLOAD
Status = CatalogueRun.Status


def rows(number, price="9"):
    return [
        {"Handle": f"drops-{n}", "Title": f"Drops {n}", "Variant SKU": f"D{n}", "Variant Price": price}
        for n in range(number)
    ]


def started(*given, **options):
    return start_run(export(*given).encode(), source="shop.csv", trigger=UPLOAD, **options)


class TestARun:
    def test_is_planned_before_anything_is_written(self, media_root):
        run = started(*rows(3))
        assert (run.status, run.total, run.counts) == (Status.PLANNED, 3, {"create": 3})
        assert [plan.handle for plan in plan_of(run)] == ["drops-0", "drops-1", "drops-2"]
        assert ProductPage.objects.count() == 0

    def test_of_a_very_long_file_says_how_much_is_not_planned_yet(self, monkeypatch):
        monkeypatch.setattr(runs_module, "PATIENCE", -1)
        assert started(*rows(3)).counts == {"unplanned": 3}

    def test_goes_on_where_it_stopped(self, monkeypatch):
        monkeypatch.setattr(runs_module, "STEP", 2)
        run = advance(started(*rows(5)), seconds=0)
        assert (run.status, run.position, ProductPage.objects.count()) == (Status.RUNNING, 2, 2)
        run = advance(run, seconds=60)
        assert (run.status, run.position, run.counts) == (Status.DONE, 5, {"create": 5})
        assert ProductPage.objects.count() == 5
        assert run.finished_at

    def test_keeps_what_happened_and_drops_its_file(self, media_root):
        run = advance(started(*rows(2), {"Title": "Nameless"}), seconds=60)
        assert [line["handle"] for line in run.report] == ["drops-0", "drops-1", ""]
        assert run.report[0]["action"] == "create"
        assert "row 4" in run.report[2]["error"]
        assert run.counts == {"create": 2, "error": 1}
        assert not run.file
        assert [path for path in media_root.rglob("*") if path.is_file()] == []

    def test_that_is_done_stays_done(self):
        run = advance(started(*rows(2)), seconds=60)
        assert advance(run, seconds=60).report == run.report
        assert PageLogEntry.objects.filter(action="wagtail.publish").count() == 2

    def test_says_beforehand_that_too_much_would_be_withdrawn(self):
        advance(started(*rows(12)), seconds=60)
        run = started(*rows(2), full=True)
        assert "10 products are missing" in run.error
        assert "withdraw" not in advance(run, seconds=60).counts
        run = started(*rows(2), full=True)
        run.may_withdraw_many = True
        run.save()
        run = advance(run, seconds=60)
        assert run.counts == {"skip": 2, "withdraw": 10}
        assert ProductPage.objects.filter(state=State.HIDDEN).count() == 10

    def test_withdraws_in_steps_without_counting_them_against_itself(self, monkeypatch):
        monkeypatch.setattr(runs_module, "STEP", 3)
        advance(started(*rows(14)), seconds=60)
        run = started(*rows(7), full=True)
        for _step in range(20):
            run = advance(run, seconds=0)
        assert (run.status, run.counts, run.error) == (Status.DONE, {"skip": 7, "withdraw": 7}, "")

    def test_steps_over_a_product_it_must_not_withdraw(self, monkeypatch):
        monkeypatch.setattr(runs_module, "STEP", 1)
        advance(started(*rows(4)), seconds=60)
        ProductPage.objects.filter(handle="drops-2").update(locked=True)
        run = advance(started(*rows(2), full=True), seconds=60)
        assert (run.status, run.counts) == (Status.DONE, {"skip": 2, "conflict": 1, "withdraw": 1})

    def test_of_a_lost_file_fails(self):
        run = started(*rows(2))
        run.file.storage.delete(run.file.name)
        runs_module._last_read.clear()
        run = advance(run, seconds=1)
        assert run.status == Status.FAILED
        assert "not kept" in run.error

    def test_of_a_file_nobody_can_read_never_starts(self):
        with pytest.raises(Unreadable):
            start_run(b"", source="x", trigger=UPLOAD)
        assert not CatalogueRun.objects.exists()


class TestTheCommandsRuns:
    def test_are_kept(self, tmp_path):
        import_catalogue(write_export(tmp_path, *rows(3)))
        run = CatalogueRun.objects.get()
        assert (run.trigger, run.status, run.source) == ("command", Status.DONE, "export.csv")
        assert (run.counts, run.position, len(run.report)) == ({"create": 3}, 3, 3)

    def test_are_kept_without_lines_for_products_that_are_as_they_were(self, tmp_path):
        path = write_export(tmp_path, *rows(3))
        import_catalogue(path)
        import_catalogue(path)
        run = CatalogueRun.objects.first()
        assert (run.counts, run.report) == ({"skip": 3}, [])

    def test_are_not_kept_of_a_dry_run(self, tmp_path):
        import_catalogue(write_export(tmp_path, *rows(3)), dry_run=True)
        assert not CatalogueRun.objects.exists()

    def test_tell_what_could_not_be_read(self, tmp_path):
        import_catalogue(tmp_path / "missing.csv")
        assert CatalogueRun.objects.get().status == Status.FAILED

    def test_tell_what_stopped_them(self, tmp_path, monkeypatch):
        def stop(*args, **kwargs):
            raise KeyboardInterrupt

        path = write_export(tmp_path, *rows(3))
        monkeypatch.setattr("products.catalogue.carrying_out.apply", stop)
        with pytest.raises(KeyboardInterrupt):
            import_catalogue(path)
        assert CatalogueRun.objects.get().status == Status.FAILED
        monkeypatch.undo()
        import_catalogue(path)
        assert ProductPage.objects.count() == 3


class TestWhatFollowsFromAnImport:
    def test_is_found_by_searching(self, tmp_path):
        import_catalogue(write_export(tmp_path, *rows(3)))
        found = get_search_backend().search("Drops 1", ProductPage.objects.all())
        assert [page.handle for page in found][:1] == ["drops-1"]

    def test_is_referred_to(self, tmp_path):
        (tmp_path / "jar.png").write_bytes(picture_bytes())
        link = '<p><a href="https://shop.example/">The shop</a></p>'
        given = [{**rows(1)[0], "Image Src": "jar.png"}, {**rows(2)[1], "Body (HTML)": link}]
        import_catalogue(write_export(tmp_path, *given))
        kept = set(ReferenceIndex.objects.values_list("object_id", "to_object_id", "model_path"))
        call_command("rebuild_references_index", verbosity=0)
        assert kept
        assert set(ReferenceIndex.objects.values_list("object_id", "to_object_id", "model_path")) == kept

    def test_leaves_a_tree_that_stands(self, tmp_path):
        import_catalogue(write_export(tmp_path, *rows(3)))
        assert not any(Page.find_problems())

    def test_is_one_version_a_product_that_the_page_holds(self, tmp_path):
        import_catalogue(write_export(tmp_path, *rows(1)))
        import_catalogue(write_export(tmp_path, *rows(1, price="10")))
        page = ProductPage.objects.get()
        assert page.revisions.count() == 2
        assert page.live_revision == page.latest_revision == page.get_latest_revision()
        assert page.get_latest_revision_as_object().price == page.price
        actions = PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True)
        assert sorted(actions) == ["wagtail.create", "wagtail.publish", "wagtail.publish"]
