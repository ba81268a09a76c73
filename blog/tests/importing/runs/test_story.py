"""An import in the admin, from the files to the drafts."""

import io
import zipfile

import pytest
from django.utils import timezone
from PIL import Image

from blog.importing.runs.applying import apply_slice
from blog.importing.runs.planning import plan_again, plan_slice
from blog.importing.runs.progress import progress
from blog.importing.runs.reading import read_slice
from blog.importing.runs.starting import start
from blog.importing.runs.storage import KEPT_FOR, forget_old
from blog.models import ArticlePage, ImportFile, ImportItem, ImportRecord, ImportRun
from blog.tests.factories import journal
from products.tests.factories import picture_bytes
from qnwellness.content.files import Unreadable
from qnwellness.images.models import SiteImage

from .conftest import applied, planned, post, upload

pytestmark = pytest.mark.django_db
STATUS = ImportRun.Status


def zipped(**files) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


class TestFromFilesToDrafts:
    def test_every_file_becomes_a_draft_and_nothing_is_kept_of_them(self, importer, root):
        run = start(importer, journal(), [upload("a.txt", post("Iron")), upload("b.txt", post("Zinc"))])
        assert (run.status, run.trigger, run.user) == (STATUS.READING, "admin", importer)
        assert read_slice(run)
        assert run.status == STATUS.MAPPING
        assert plan_slice(run)
        assert run.status == STATUS.PLANNED
        assert not ArticlePage.objects.exists()
        assert [(item.title, item.action) for item in run.items.all()] == [
            ("Iron", "create"),
            ("Zinc", "create"),
        ]
        names = [path.name for path in root.rglob("*") if path.is_file()]
        assert len(names) == 2
        assert not any("." in name for name in names)
        assert apply_slice(run)
        assert run.status == STATUS.DONE
        assert {page.title: page.live for page in ArticlePage.objects.all()} == {"Iron": False, "Zinc": False}
        assert not [path for path in root.rglob("*") if path.is_file()]
        assert set(ImportRecord.objects.values_list("source", "created_in")) == {
            ("a.txt", run.pk),
            ("b.txt", run.pk),
        }

    def test_slices_of_no_time_come_to_the_same_end(self, importer):
        uploads = [upload(f"{number}.txt", post(f"Iron {number}")) for number in range(4)]
        run = start(importer, journal(), uploads)
        steps = 0
        for step in (read_slice, plan_slice, apply_slice):
            while not step(run, 0):
                run = ImportRun.objects.get(pk=run.pk)
                steps += 1
        assert steps >= 9
        assert ArticlePage.objects.count() == 4

    def test_only_what_is_chosen_is_written(self, importer):
        run = planned(importer, upload("a.txt", post("Iron")), upload("b.txt", post("Zinc")))
        run.items.filter(title="Zinc").update(is_chosen=False)
        applied(run)
        assert [page.title for page in ArticlePage.objects.all()] == ["Iron"]
        assert run.items.get(title="Zinc").state == ImportItem.State.PLANNED

    def test_what_cannot_be_read_says_so_and_the_rest_goes_on(self, importer):
        run = planned(
            importer, upload("a.txt", post("Iron")), upload("b.txt", b"\0\1\2" * 99), upload("c.txt", b"")
        )
        errors = dict(ImportFile.objects.filter(run=run).values_list("name", "error"))
        assert errors["a.txt"] == ""
        assert "binary" in errors["b.txt"]
        assert "empty" in errors["c.txt"]
        applied(run)
        assert ArticlePage.objects.count() == 1

    def test_an_article_the_rules_stumble_over_says_so_and_the_rest_goes_on(self, importer, monkeypatch):
        from blog.importing import placing

        def stumble(article, *known):
            if "Zinc" in article.elements[0].text:
                raise RecursionError("too deep")
            return arrange(article, *known)

        arrange = placing.arrange
        monkeypatch.setattr(placing, "arrange", stumble)
        run = applied(planned(importer, upload("a.txt", post("Zinc")), upload("b.txt", post("Iron"))))
        failed, done = run.items.all()
        assert (failed.state, done.state) == (ImportItem.State.FAILED, ImportItem.State.DONE)
        assert "too deep" in failed.error

    def test_pasted_text_is_told_by_its_words(self, importer):
        run = applied(planned(importer, pasted=post("Iron")))
        assert ImportRecord.objects.get().source.startswith("pasted:")
        again = planned(importer, pasted=post("Iron"))
        assert again.items.get().action == "skip"
        assert run.pk != again.pk

    @pytest.mark.parametrize("options", [{}, {"pasted": " \n"}, {"pasted": "x", "format": "telegram"}])
    def test_without_anything_to_read_there_is_no_run(self, importer, options):
        with pytest.raises(Unreadable):
            start(importer, journal(), **options)
        assert not ImportRun.objects.exists()

    def test_two_articles_of_one_key_do_not_take_each_others_place(self, importer):
        archive = zipped(a__iron_dot_txt=post("Iron"))
        run = planned(importer, upload("x.zip", archive), upload("a", b""))
        item = run.items.get()
        ImportItem.objects.create(
            run=run, position=9, source=item.source, content=item.content, file=item.file
        )
        run.status = STATUS.MAPPING
        run.save()
        plan_slice(run)
        second = run.items.get(position=9)
        assert second.state == ImportItem.State.FAILED
        assert "same key" in second.error

    def test_two_files_of_one_name_are_told_apart_by_renaming_them(self, importer):
        run = planned(importer, upload("a.txt", post("Iron")), upload("a.txt", post("Zinc")))
        assert [item.title for item in run.items.all()] == ["Iron"]
        assert ["another name" in file.error for file in run.files.all()] == [False, True]

    @pytest.mark.parametrize("name", ["Über Eisen.txt", "U\u0308ber Eisen.txt", "..\\..\\Über Eisen.txt"])
    def test_a_file_has_one_key_whatever_machine_it_comes_from(self, importer, name):
        assert planned(importer, upload(name, post("Iron"))).items.get().source == "Über Eisen.txt"


class TestArchives:
    def test_are_read_file_by_file_with_their_pictures(self, importer):
        archive = zipped(
            posts__iron_dot_txt="leaf.png\n\n" + post("Iron"),
            posts__zinc_dot_txt=post("Zinc"),
            pictures__leaf_dot_png=picture_bytes(),
        )
        run = applied(planned(importer, upload("all.zip", archive)))
        assert sorted(page.title for page in ArticlePage.objects.all()) == ["Iron", "Zinc"]
        assert ArticlePage.objects.get(title="Iron").hero == SiteImage.objects.get()
        assert run.items.get(title="Iron").stored_pictures == [SiteImage.objects.get().pk]
        assert run.items.get(title="Iron").report["pictures"][0]["is_here"]
        assert set(run.files.values_list("name", flat=True)) == {
            "all.zip",
            "all.zip/posts/iron.txt",
            "all.zip/posts/zinc.txt",
        }

    def test_pictures_that_are_not_there_are_kept_with_their_name(self, importer):
        applied(planned(importer, upload("iron.txt", "leaf.png\n\n" + post("Iron"))))
        record = ImportRecord.objects.get()
        assert [row.name for row in record.missing_pictures.all()] == ["leaf.png"]
        applied(
            planned(
                importer,
                upload("iron.txt", "leaf.png\n\n" + post("Iron")),
                upload("leaf.png", picture_bytes()),
            )
        )
        assert not record.missing_pictures.exists()
        assert ArticlePage.objects.get().get_latest_revision_as_object().hero

    def test_pictures_of_one_name_in_two_folders_are_two(self, importer):
        archive = zipped(
            iron_dot_md=(
                "# Iron\n\nFirst words.\n\n![One](spring/leaf.png)\n\nMore words.\n\n![Other](autumn/leaf.png)\n\nEnd."
            ),
            spring__leaf_dot_png=picture_bytes("green"),
            autumn__leaf_dot_png=picture_bytes("red"),
        )
        applied(planned(importer, upload("all.zip", archive)))
        blocks = ArticlePage.objects.get().get_latest_revision_as_object().body.raw_data
        images = [block["value"]["picture"]["image"] for block in blocks if block["type"] == "image"]
        assert len(set(images)) == 2
        colours = [Image.open(SiteImage.objects.get(pk=pk).file).getpixel((0, 0)) for pk in images]
        assert colours == [(0, 128, 0), (255, 0, 0)]


class TestWhatNobodyWentOnWith:
    def test_is_deleted_after_a_fortnight(self, importer, root):
        old = planned(importer, upload("a.txt", post("Iron")))
        new = planned(importer, upload("b.txt", post("Zinc")))
        (root / "999").mkdir()
        ImportRun.objects.filter(pk=old.pk).update(active_at=timezone.now() - KEPT_FOR)
        assert forget_old() == 2
        assert [path.name for path in root.iterdir()] == [str(new.pk)]
        assert old.files.get().stored == ""
        assert new.files.get().stored
        assert old.items.get().content
        applied(old)
        assert ArticlePage.objects.get().title == "Iron"

    def test_of_what_is_through_only_the_report_stays(self, importer):
        run = applied(planned(importer, upload("a.txt", post("Iron"))))
        assert run.items.get().content
        ImportRun.objects.filter(pk=run.pk).update(active_at=timezone.now() - KEPT_FOR)
        forget_old()
        assert run.items.get().content is None
        assert run.items.get().report["title"] == "Iron"


class TestAgain:
    def test_the_same_changes_nothing_shuffled_neither_and_one_change_is_one_revision(self, importer):
        def uploads(*order, changed=""):
            return [upload(f"{n}.txt", post(f"Iron {n}{changed if n == 2 else ''}")) for n in order]

        applied(planned(importer, *uploads(0, 1, 2, 3)))
        pages = ArticlePage.objects.all()

        def revisions():
            return sum(page.revisions.count() for page in pages)

        before = revisions()
        applied(planned(importer, *uploads(0, 1, 2, 3)))
        assert revisions() == before
        applied(planned(importer, *uploads(3, 1, 0, 2)))
        assert revisions() == before
        run = applied(planned(importer, *uploads(0, 1, 2, 3, changed=" anew")))
        assert revisions() == before + 1
        assert sorted(run.items.values_list("action", flat=True)) == ["skip", "skip", "skip", "update"]

    def test_an_edit_between_plan_and_go_is_a_conflict(self, importer):
        applied(planned(importer, upload("a.txt", post("Iron"))))
        run = planned(importer, upload("a.txt", post("Iron", "New words.")))
        page = ArticlePage.objects.get()
        page.title = "Ours"
        page.save_revision()
        applied(run)
        assert run.items.get().action == "conflict"
        assert page.get_latest_revision_as_object().title == "Ours"

    def test_can_be_planned_again_after_another_decision(self, importer):
        run = planned(importer, upload("a.txt", post("Iron")))
        plan_again(run)
        assert (run.status, run.items.get().state) == (STATUS.MAPPING, ImportItem.State.READ)
        assert plan_slice(run)
        assert run.status == STATUS.PLANNED


class TestProgress:
    def test_says_how_far_a_run_has_come(self, importer):
        run = start(importer, journal(), [upload(f"{n}.txt", post(f"Iron {n}")) for n in range(3)])
        assert (progress(run).done, progress(run).total, progress(run).files) == (0, None, 3)
        read_slice(run)
        assert (progress(run).done, progress(run).total, progress(run).files_done) == (0, 3, 3)
        plan_slice(run, 0)
        assert (progress(run).done, progress(run).total) == (1, 3)
        plan_slice(run)
        assert progress(run).actions == {"create": 3}
        run.items.filter(position=2).update(is_chosen=False)
        apply_slice(run, 0)
        assert (progress(run).done, progress(run).total, progress(run).is_working) == (1, 2, True)
        apply_slice(run)
        found = progress(run)
        assert (found.done, found.total, found.created, found.is_working) == (2, 2, 2, False)
