"""The command and everything behind it, on a text of our own with the same structure as a customer's."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone
from PIL import Image

from blog.importing.fingerprint import digest
from blog.importing.structure import arrange
from blog.models import ArticlePage, ImportRecord, ProductMention
from blog.tests.factories import journal
from products.tests.factories import make_product
from qnwellness.images.models import SiteImage

pytestmark = pytest.mark.django_db

TEXT = """leading.png

Iron and Vitamin C: A Pairing at the Table

Table of Contents

  1. Introduction
  2. Where Iron Comes From
  3. Closing Words

Iron does its work in every breath, and plants hold more of it than people expect. The hard part is taking it up.

Where Iron Comes From

Lentils, tofu and dark leaves carry iron the gut takes up slowly. Leaf Iron™ adds some, and so does lemon juice.

Closing Words

Eat the bean with the pepper, and drink the tea an hour later.

Back to blog
"""


@pytest.fixture
def product():
    return make_product(title="Leaf Iron™", handle="leaf-iron")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "iron.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys):
    """Import files and return the one JSON object the command prints, with its exit status."""

    def run(*files: Path, **options):
        capsys.readouterr()
        status = 0
        try:
            call_command("import_article", *map(str, files), json=True, **options)
        except SystemExit as stop:
            status = stop.code
        captured = capsys.readouterr()
        return json.loads(captured.out)["articles"], status

    return run


def page():
    return ArticlePage.objects.get()


class TestANewText:
    def test_becomes_a_draft(self, run, file, product):
        (report,), status = run(file)
        assert (report["action"], report["url"], status) == ("create", None, 0)
        assert not page().live
        assert not ProductMention.objects.exists()

    def test_is_published_if_asked_to(self, run, file, product, client):
        (report,), _ = run(file, publish=True)
        assert report["url"] == "/blog/iron-and-vitamin-c-a-pairing-at-the-table/"
        assert client.get(report["url"]).status_code == 200
        assert report["page_id"] == page().pk

    def test_is_reported_with_its_contents_and_products(self, run, file, product):
        (report,), _ = run(file, publish=True)
        assert [(entry["text"], entry["anchor"], entry["level"]) for entry in report["contents"]] == [
            ("Introduction", "introduction", 2),
            ("Where Iron Comes From", "where-iron-comes-from", 2),
            ("Closing Words", "closing-words", 2),
        ]
        assert report["products"] == [{"handle": "leaf-iron", "mentions": 1}]
        assert any("Back to blog" in warning for warning in report["warnings"])
        assert any("leading.png is not beside the text" in warning for warning in report["warnings"])

    def test_names_products_by_reference(self, run, file, product):
        run(file)
        stored = json.dumps(list(page().body.raw_data), ensure_ascii=False)
        assert f'linktype=\\"product\\" id=\\"{product.pk}\\" text=\\"name\\"' in stored

    def test_takes_a_leading_picture_that_lies_beside_it(self, run, file, product):
        Image.new("RGB", (800, 600)).save(file.parent / "leading.png")
        run(file)
        assert page().hero.title == "Leading"

    def test_keeps_a_slug_free_that_the_journal_uses_itself(self, run, file):
        file.write_text(TEXT.replace("Iron and Vitamin C: A Pairing at the Table", "Tags"), encoding="utf-8")
        run(file)
        assert page().slug == "tags-2"

    def test_with_the_title_of_another_gets_an_address_of_its_own(self, run, file):
        run(file)
        run(file, source_id="another")
        assert sorted(ArticlePage.objects.values_list("slug", flat=True)) == [
            "iron-and-vitamin-c-a-pairing-at-the-table",
            "iron-and-vitamin-c-a-pairing-at-the-table-2",
        ]

    @pytest.mark.parametrize("title", ["क्या है लौह तत्व", "ธาตุเหล็กคืออะไร", "鉄とは何か", "🥬🥬"])
    def test_may_be_in_any_script(self, run, file, title):
        file.write_text(TEXT.replace("Iron and Vitamin C: A Pairing at the Table", title), encoding="utf-8")
        (report,), _ = run(file, publish=True)
        assert report["error"] is None
        assert page().url

    def test_cannot_bring_markup_into_the_page(self, run, file, client):
        file.write_text(
            TEXT.replace("Lentils,", "<script>alert(1)</script> <b onclick=x>Lentils</b>,"), encoding="utf-8"
        )
        (report,), _ = run(file, publish=True)
        html = client.get(report["url"]).content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert "<script>alert" not in html


class TestImportingAgain:
    def test_skips_an_unchanged_text(self, run, file, product):
        run(file, publish=True)
        before = page().revisions.count()
        (report,), status = run(file, publish=True)
        assert (report["action"], status) == ("skip", 0)
        assert page().revisions.count() == before

    def test_takes_a_picture_that_was_added_later(self, run, file):
        run(file)
        Image.new("RGB", (800, 600)).save(file.parent / "leading.png")
        (report,), _ = run(file)
        assert report["action"] == "update"
        assert page().get_latest_revision_as_object().hero is not None
        assert SiteImage.objects.count() == 1

    def test_updates_a_changed_text_and_keeps_the_ids_of_blocks(self, run, file, product):
        run(file, publish=True)
        before = {
            item["value"]["text"]: item["id"] for item in page().body.raw_data if item["type"] == "heading"
        }
        file.write_text(TEXT.replace("an hour later", "two hours later"), encoding="utf-8")
        (report,), _ = run(file, publish=True)
        assert report["action"] == "update"
        after = {
            item["value"]["text"]: item["id"] for item in page().body.raw_data if item["type"] == "heading"
        }
        assert after == before
        assert "two hours later" in str(page().body)

    def test_of_a_live_article_without_publishing_leaves_the_live_page_alone(self, run, file):
        run(file, publish=True)
        file.write_text(TEXT.replace("an hour later", "two hours later"), encoding="utf-8")
        run(file)
        assert "two hours later" not in str(page().body)
        assert page().has_unpublished_changes

    def test_is_a_conflict_when_an_editor_changed_the_page(self, run, file):
        run(file, publish=True)
        draft = page().get_latest_revision_as_object()
        draft.standfirst = "An editor's words"
        draft.save_revision()
        file.write_text(TEXT.replace("an hour later", "two hours later"), encoding="utf-8")
        (report,), status = run(file, publish=True)
        assert (report["action"], status) == ("conflict", 1)
        assert any("edited here" in warning for warning in report["warnings"])
        assert page().get_latest_revision_as_object().standfirst == "An editor's words"
        assert "two hours later" not in str(page().body)

    @pytest.mark.parametrize("deed", ["lock", "schedule", "take down"])
    def test_is_a_conflict_when_an_editor_locked_scheduled_or_took_it_down(self, run, file, deed):
        run(file, publish=True)
        article = page()
        if deed == "lock":
            article.locked = True
            article.save()
        elif deed == "schedule":
            draft = article.get_latest_revision_as_object()
            draft.go_live_at = timezone.now() + timedelta(days=1)
            draft.save_revision().publish()
        else:
            article.unpublish()
        file.write_text(TEXT.replace("an hour later", "two hours later"), encoding="utf-8")
        (report,), status = run(file, publish=True)
        assert (report["action"], status) == ("conflict", 1)
        assert "two hours later" not in str(page().get_latest_revision_as_object().body)

    def test_publishes_the_draft_an_earlier_import_left(self, run, file):
        run(file)
        (report,), _ = run(file, publish=True)
        assert (report["action"], report["url"]) == ("update", page().url)
        assert page().live

    def test_leaves_a_draft_somebody_edited_unpublished_and_says_so(self, run, file):
        run(file)
        draft = page().get_latest_revision_as_object()
        draft.standfirst = "An editor's words"
        draft.save_revision()
        (report,), status = run(file, publish=True)
        assert (report["action"], status) == ("skip", 0)
        assert any("not published" in warning for warning in report["warnings"])
        assert not page().live

    def test_keeps_the_ids_of_sections_that_were_moved(self, run, file):
        run(file)
        before = {
            item["value"]["text"]: item["id"] for item in page().body.raw_data if item["type"] == "heading"
        }
        head = TEXT[: TEXT.index("Where Iron Comes From\n\nLentils")]
        where = TEXT[TEXT.index("Where Iron Comes From\n\nLentils") : TEXT.index("Closing Words\n\nEat")]
        closing = TEXT[TEXT.index("Closing Words\n\nEat") : TEXT.index("Back to blog")]
        head = head.replace(
            "  2. Where Iron Comes From\n  3. Closing Words", "  2. Closing Words\n  3. Where Iron Comes From"
        )
        file.write_text(f"{head}{closing}{where}Back to blog\n", encoding="utf-8")
        run(file)
        body = page().get_latest_revision_as_object().body.raw_data
        after = {item["value"]["text"]: item["id"] for item in body if item["type"] == "heading"}
        assert list(after) == ["Introduction", "Closing Words", "Where Iron Comes From"]
        assert after == before

    def test_makes_a_new_page_where_the_old_one_was_deleted(self, run, file):
        run(file)
        page().delete()
        (report,), _ = run(file)
        assert report["action"] == "create"


class TestADryRun:
    def test_writes_nothing(self, run, file, product):
        Image.new("RGB", (800, 600)).save(file.parent / "leading.png")
        (report,), status = run(file, dry_run=True, publish=True)
        assert (report["action"], report["page_id"], report["url"], status) == ("create", None, None, 0)
        assert report["products"] == [{"handle": "leaf-iron", "mentions": 1}]
        assert not ArticlePage.objects.exists()
        assert not ImportRecord.objects.exists()
        assert not SiteImage.objects.exists()


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
        (missing, folder), status = run(tmp_path / "nothing.txt", tmp_path)
        assert status == 1
        assert "no such file" in missing["error"]
        assert "folder" in folder["error"]

    def test_a_title_the_site_cannot_hold_is_named(self, run, file, monkeypatch):
        def too_long(article, names):
            return replace(arrange(article, names), title="word " * 80)

        monkeypatch.setattr("blog.importing.run.arrange", too_long)
        (report,), status = run(file)
        assert status == 1
        assert "title" in report["error"]
        assert not ArticlePage.objects.exists()

    def test_leaves_no_picture_behind(self, run, file, monkeypatch):
        def refused(*args):
            raise ValidationError("not today")

        Image.new("RGB", (800, 600)).save(file.parent / "leading.png")
        monkeypatch.setattr("blog.importing.apply._fill", refused)
        before = set(Path(settings.MEDIA_ROOT).rglob("leading*"))
        (report,), status = run(file)
        assert (report["error"], status) == ("cannot be placed: not today", 1)
        assert set(Path(settings.MEDIA_ROOT).rglob("leading*")) == before
        assert not SiteImage.objects.exists()

    def test_a_picture_that_cannot_be_stored_ends_one_import_and_not_the_others(self, run, file, monkeypatch):
        def full(*args):
            raise OSError("No space left on device")

        Image.new("RGB", (800, 600)).save(file.parent / "leading.png")
        monkeypatch.setattr("blog.importing.pictures.store", full)
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


class TestTheDigestOfAPage:
    def test_does_not_change_with_what_an_editors_form_adds(self, run, file, product):
        run(file)
        article = page()
        before = digest(article)
        raw = json.loads(json.dumps(list(article.body.raw_data)))
        for item in raw:
            item["id"] = "00000000-0000-0000-0000-000000000000"
            if item["type"] == "text":
                item["value"] = item["value"].replace("<p>", '<p data-block-key="a1b2c">')
        article.body = article.body.stream_block.to_python(raw)
        assert digest(article) == before

    def test_changes_with_one_word(self, run, file):
        run(file)
        article = page()
        before = digest(article)
        raw = json.loads(json.dumps(list(article.body.raw_data)).replace("Lentils", "Peas"))
        article.body = article.body.stream_block.to_python(raw)
        assert digest(article) != before
