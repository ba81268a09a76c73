"""Folders, archives and exports of many articles, and the report of an import as a file."""

import csv
import json
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from blog.models import ArticlePage, ImportRun
from blog.tests.importing.readers.wordpress import export as wordpress
from blog.tests.importing.runs.export import article, export
from products.tests.factories import make_product, picture_bytes
from qnwellness.images.models import SiteImage

from .text import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA_DIR = str(tmp_path)


@pytest.fixture
def folder(tmp_path):
    """Return a folder with texts in folders, and the picture they name."""
    folder = tmp_path / "posts"
    for name in ("spring", "autumn"):
        (folder / name).mkdir(parents=True)
        (folder / name / "iron.txt").write_text(TEXT.replace("Iron and", f"{name.capitalize()}, Iron and"))
    (folder / "leading.png").write_bytes(picture_bytes())
    return folder


@pytest.fixture
def shop(tmp_path):
    """Return what writes an export of a shop with these articles."""

    def write(articles):
        path = tmp_path / "export.json"
        path.write_text(export(articles))
        return path

    return write


def revisions() -> int:
    return sum(page.revisions.count() for page in ArticlePage.objects.all())


class TestFoldersAndArchives:
    def test_give_an_article_for_each_file_by_its_path(self, run, folder, product):
        found, status = run(folder)
        assert status == 0
        assert {one["source"]: one["title"][:6] for one in found} == {
            "autumn/iron.txt": "Autumn",
            "spring/iron.txt": "Spring",
        }
        assert all(page.hero == SiteImage.objects.get() for page in ArticlePage.objects.all())

    def test_are_the_same_articles_when_they_are_packed(self, run, folder, product, tmp_path):
        run(folder)
        archive = shutil.make_archive(str(tmp_path / "packed"), "zip", folder)
        found, status = run(tmp_path / archive)
        assert status == 0
        assert [one["action"] for one in found] == ["skip", "skip"]

    def test_that_hold_no_article_say_so(self, run, tmp_path):
        (tmp_path / "empty").mkdir()
        (failed,), status = run(tmp_path / "empty")
        assert (failed["error"], status) == ("There is no article in this folder.", 1)

    def test_of_pictures_only_belong_to_what_is_handed_in_with_them(self, run, tmp_path):
        address = "https://leaf.example/wp-content/uploads/2024/05/cup.png"
        blog = tmp_path / "blog.xml"
        blog.write_bytes(wordpress.export(wordpress.item(f'<p>Tea.</p><img src="{address}" alt="A cup">')))
        pictures = tmp_path / "uploads" / "2024" / "05"
        pictures.mkdir(parents=True)
        (pictures / "cup.png").write_bytes(picture_bytes())
        (placed,), status = run(blog, tmp_path / "uploads")
        assert (placed["source"], status) == ("wordpress:leaf.example:7", 0)
        assert [picture["is_here"] for picture in placed["pictures"]] == [True]
        assert SiteImage.objects.get().description == "A cup"

    def test_have_no_source_id(self, folder):
        with pytest.raises(CommandError) as error:
            call_command("import_article", str(folder), source_id="x")
        assert error.value.returncode == 2


class TestExportsOfMany:
    def test_again_and_shuffled_and_with_one_change(self, run, shop):
        articles = [article(n, of=6) for n in range(6)]
        found, status = run(shop(articles))
        assert (status, [one["action"] for one in found]) == (0, ["create"] * 6)
        before = revisions()
        assert [one["action"] for one in run(shop(articles))[0]] == ["skip"] * 6
        assert [one["action"] for one in run(shop(articles[::-1]))[0]] == ["skip"] * 6
        assert revisions() == before
        changed = [*articles[:3], article(3, of=6, more="New words."), *articles[4:]]
        assert sorted(one["action"] for one in run(shop(changed))[0]) == ["skip"] * 5 + ["update"]
        assert revisions() == before + 1

    def test_lead_each_other_to_pages_also_where_the_target_came_later(self, run, shop):
        run(shop([article(n, of=3) for n in range(3)]))
        for page in ArticlePage.objects.all():
            following = ArticlePage.objects.get(slug=f"notes-{(int(page.slug[-1]) + 1) % 3}")
            body = json.dumps(page.get_latest_revision_as_object().body.raw_data[:])
            assert f'linktype=\\"page\\" id=\\"{following.pk}\\"' in body or (
                f'id=\\"{following.pk}\\" linktype=\\"page\\"' in body
            )

    def test_with_two_of_one_key_place_the_first_and_report_the_second(self, run, shop):
        (first, second), status = run(shop([article(0), article(0, more="Others.")]))
        assert (first["action"], status) == ("create", 1)
        assert "same key, shopify:notes/notes-0" in second["error"]
        assert ArticlePage.objects.count() == 1

    def test_say_what_a_dry_run_would_do_and_write_nothing(self, run, shop):
        found, status = run(shop([article(n) for n in range(3)]), dry_run=True)
        assert ([one["action"] for one in found], status) == (["create"] * 3, 0)
        assert not ArticlePage.objects.exists()
        assert not ImportRun.objects.exists()

    def test_are_kept_as_a_run_with_its_articles(self, run, shop):
        run(shop([article(n) for n in range(3)]))
        kept = ImportRun.objects.get()
        assert (kept.status, kept.trigger, kept.finished_at is None) == ("done", "command", False)
        assert [(item.position, item.action, item.state, item.content) for item in kept.items.all()] == [
            (n, "create", "done", None) for n in (1, 2, 3)
        ]
        assert [file.name for file in kept.files.all()] == ["export.json"]
        assert kept.items.first().report["title"] == "Note 0 on minerals"

    def test_say_how_far_they_are(self, shop, capsys, monkeypatch):
        monkeypatch.setattr("blog.management.commands.import_article._EVERY", 0.0)
        call_command("import_article", str(shop([article(n) for n in range(3)])))
        said = capsys.readouterr().err
        assert "[1/1] export.json" in said
        assert "2 articles" in said
        assert "MB read" in said
        assert "3 create" in said


class TestTheReportAsAFile:
    @pytest.fixture
    def imported(self, file, tmp_path, product, capsys):
        """Return what imports a text with a title that looks like a formula and one that cannot be read."""

        def do(name: str):
            file.write_text(TEXT.replace("Iron and Vitamin C", "=Iron and Vitamin C"))
            (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 20)
            with pytest.raises(SystemExit):
                call_command("import_article", str(file), str(tmp_path / "bad.txt"), report=tmp_path / name)
            return tmp_path / name

        return do

    def test_is_a_workbook_with_a_sheet_for_each_kind_of_row(self, imported):
        book = load_workbook(imported("report.xlsx"))
        articles, aside, pictures, products, notes = book.worksheets
        assert [row[0].value for row in articles.iter_rows(min_row=2)] == ["iron.txt", "bad.txt"]
        assert articles["B2"].value.startswith("=Iron")
        assert articles["B2"].data_type == "s"
        assert articles["C3"].value == "failed"
        assert "binary" in articles.cell(3, articles.max_column).value
        assert [row[2].value for row in aside.iter_rows(min_row=2)] == ["Back to blog"]
        assert [row[2].value for row in pictures.iter_rows(min_row=2)] == ["leading.png"]
        assert [(row[2].value, row[3].value) for row in products.iter_rows(min_row=2)] == [("leaf-iron", 1)]
        assert notes.max_row > 1

    def test_is_a_csv_file_without_formulas(self, imported):
        text = imported("report.csv").read_text(encoding="utf-8-sig")
        _headings, *rows = csv.reader(StringIO(text, newline=""))
        assert [row[0] for row in rows if row[1] == "iron.txt"][:2] == ["Articles", "Set aside"]
        assert rows[0][2].startswith("'=Iron")
        assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]

    @pytest.mark.parametrize("name", ["report.pdf", "nowhere/report.xlsx"])
    def test_that_cannot_be_written_is_a_wrong_call(self, file, tmp_path, name):
        with pytest.raises(CommandError) as error:
            call_command("import_article", str(file), report=tmp_path / name)
        assert error.value.returncode == 2
        assert not ArticlePage.objects.exists()


def test_a_product_is_linked_by_its_address(run, shop):
    make_product(title="Leaf Iron™", handle="leaf-iron")
    (found,), _status = run(shop([article(0)]))
    assert found["products"] == [{"handle": "leaf-iron", "mentions": 3}]
