import json
from datetime import date, timedelta

import pytest
from django.utils import timezone
from PIL import Image

from blog.importing.fingerprint import digest
from blog.models import RelatedPick
from blog.tests.factories import block, make_author
from qnwellness.images.models import SiteImage

from .text import TEXT, page

UPKEEP = {
    "reviewer": None,
    "reviewed_on": date(2026, 1, 1),
    "review_due_on": date(2026, 6, 1),
    "updated_at": timezone.now(),
    "go_live_at": timezone.now() + timedelta(days=1),
    "expire_at": timezone.now() + timedelta(days=9),
    "contents": "off",
}

pytestmark = pytest.mark.django_db


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

    @pytest.mark.parametrize("part", [*UPKEEP, "corrections", "picks"])
    def test_never_publishes_what_an_editor_has_begun_in_a_draft(self, run, file, part):
        run(file, publish=True)
        draft = page().get_latest_revision_as_object()
        if part == "corrections":
            made = {"made_on": "2026-01-01", "text": "<p>Half a senten</p>"}
            draft.corrections = draft.corrections.stream_block.to_python([block("correction", made)])
        elif part == "picks":
            draft.picks = [RelatedPick(pick=page())]
        elif part == "reviewer":
            draft.reviewer = make_author("Who has not finished")
        else:
            setattr(draft, part, UPKEEP[part])
        draft.save_revision()
        file.write_text(TEXT.replace("an hour later", "two hours later"), encoding="utf-8")
        (report,), status = run(file, publish=True)
        assert (report["action"], status) == ("conflict", 1)
        assert page().live_revision_id != page().latest_revision_id

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

    def test_updates_an_article_whose_heading_was_only_given_another_address(self, run, file, client):
        run(file, publish=True)
        draft = page().get_latest_revision_as_object()
        raw = list(draft.body.raw_data)
        place = next(n for n, item in enumerate(raw) if item["value"] and item["type"] == "heading")
        was = draft.outline.anchors[raw[place]["id"]]
        raw[place] = {**raw[place], "value": {**raw[place]["value"], "anchor": "start", "anchor_was": was}}
        draft.body = draft.body.stream_block.to_python(raw)
        draft.save_revision()
        file.write_text(TEXT.replace("an hour later", "two hours later"), encoding="utf-8")
        (report,), _ = run(file, publish=True)
        assert report["action"] == "update"
        assert report["contents"][0]["anchor"] == "start"
        html = client.get(page().url).content.decode()
        assert 'id="start"' in html
        assert f'id="{was}"' in html

    def test_makes_a_new_page_where_the_old_one_was_deleted(self, run, file):
        run(file)
        page().delete()
        (report,), _ = run(file)
        assert report["action"] == "create"


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
