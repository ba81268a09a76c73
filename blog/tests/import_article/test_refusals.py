from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from PIL import Image

from blog.importing.arranging import arrange
from blog.models import ArticlePage
from blog.tests.factories import journal
from qnwellness.images.models import SiteImage

from .text import TEXT

pytestmark = pytest.mark.django_db


def test_an_export_that_was_cut_off_names_the_file_and_the_place_in_it(run, tmp_path):
    export = tmp_path / "posts.json"
    export.write_text('{"articles": [{"id": 1, "title": "Tea", "body_html": "<p>A leaf.</p>"}, {"id": 2, "ti')
    (placed, refused), status = run(export)
    assert status == 1
    assert placed["action"] == "create"
    assert refused["source"] == "posts.json, after article 1"
    assert "cut off" in refused["error"]


class TestWhatCannotBeImported:
    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("empty.txt", b"", "empty"),
            ("blank.txt", b" \n\n", "empty"),
            ("binary.txt", bytes(range(256)) * 20, "binary"),
            ("large.txt", b"word " * (4 * 1024**2), "15 MB"),
            ("latin.txt", "Café".encode("latin-1") + b" " * 40, "save the file as UTF-8"),
        ],
    )
    def test_gets_one_clear_line_and_the_others_are_still_placed(self, run, file, name, content, words):
        bad = file.parent / name
        bad.write_bytes(content)
        (refused, placed), status = run(bad, file)
        assert status == 1
        assert refused["source"] == name
        assert refused["action"] is None
        assert words in refused["error"]
        assert "\n" not in refused["error"]
        assert placed["action"] == "create"

    def test_a_missing_file_and_a_folder_are_told_apart(self, run, tmp_path):
        (tmp_path / "empty").mkdir()
        (missing, folder), status = run(tmp_path / "nothing.txt", tmp_path / "empty")
        assert status == 1
        assert "no such file" in missing["error"]
        assert "folder" in folder["error"]

    def test_a_title_the_site_cannot_hold_is_named(self, run, file, monkeypatch):
        def too_long(article, *known):
            return replace(arrange(article, *known), title="word " * 80)

        monkeypatch.setattr("blog.importing.placing.arrange", too_long)
        (report,), status = run(file)
        assert status == 1
        assert "title" in report["error"]
        assert not ArticlePage.objects.exists()

    def test_leaves_no_picture_behind(self, run, file, monkeypatch):
        def refused(*args):
            raise ValidationError("not today")

        Image.new("RGB", (800, 600), "teal").save(file.parent / "leading.png")
        monkeypatch.setattr("blog.importing.apply._fill", refused)
        before = set(Path(settings.MEDIA_ROOT).rglob("leading*"))
        (report,), status = run(file)
        assert (report["error"], status) == ("cannot be placed: not today", 1)
        assert set(Path(settings.MEDIA_ROOT).rglob("leading*")) == before
        assert not SiteImage.objects.exists()

    def test_a_picture_that_cannot_be_stored_ends_one_import_and_not_the_others(self, run, file, monkeypatch):
        def full(*args, **kwargs):
            raise OSError("No space left on device")

        Image.new("RGB", (800, 600)).save(file.parent / "leading.png")
        monkeypatch.setattr("qnwellness.images.storing.store_picture", full)
        other = file.parent / "other.txt"
        other.write_text(TEXT.replace("leading.png", ""), encoding="utf-8")
        (refused, placed), status = run(file, other)
        assert "No space left" in refused["error"]
        assert (placed["action"], status) == ("create", 1)


class TestAWrongCall:
    @pytest.mark.parametrize("options", [{"parent": "nowhere"}, {"source_id": "one-for-two"}])
    def test_exits_with_two(self, file, options):
        with pytest.raises(CommandError) as error:
            call_command("import_article", str(file), str(file.parent / "b.txt"), **options)
        assert error.value.returncode == 2

    def test_cannot_name_two_files_of_one_name(self, file):
        folder = file.parent / "elsewhere"
        folder.mkdir()
        twin = folder / file.name
        twin.write_text(TEXT, encoding="utf-8")
        with pytest.raises(CommandError, match=file.name) as error:
            call_command("import_article", str(file), str(twin))
        assert error.value.returncode == 2
        assert not ArticlePage.objects.exists()

    def test_names_the_journals_there_are(self, file):
        with pytest.raises(CommandError, match=journal().slug):
            call_command("import_article", str(file), parent="nowhere")
