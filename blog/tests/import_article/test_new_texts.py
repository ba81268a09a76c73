import json

import pytest
from PIL import Image

from blog.models import ArticlePage, ImportRecord, ProductMention
from qnwellness.images.models import SiteImage

from .text import TEXT, page

pytestmark = pytest.mark.django_db


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


class TestADryRun:
    def test_writes_nothing(self, run, file, product):
        Image.new("RGB", (800, 600)).save(file.parent / "leading.png")
        (report,), status = run(file, dry_run=True, publish=True)
        assert (report["action"], report["page_id"], report["url"], status) == ("create", None, None, 0)
        assert report["products"] == [{"handle": "leaf-iron", "mentions": 1}]
        assert not ArticlePage.objects.exists()
        assert not ImportRecord.objects.exists()
        assert not SiteImage.objects.exists()
