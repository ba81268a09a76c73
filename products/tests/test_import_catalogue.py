import json
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from wagtail.models import Page, Revision

from products.catalogue import import_catalogue
from products.models import ProductIndexPage, ProductPage
from qnwellness.images.models import SiteImage

from .catalogue.shop_exports import write_export
from .factories import make_product, picture_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root")]

DEMO = settings.PROJECT_DIR / "qnwellness" / "demo" / "content" / "catalogue.csv"
ROOT = {"Handle": "golden-root", "Title": "Golden Root™", "Variant Price": "34.00"}
LEAF = {"Handle": "leaf-iron", "Title": "Leaf Iron™", "Variant Price": "29.00"}


def run(*arguments):
    """Return exit status, standard output and standard error of the command."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_catalogue", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as stopped:
        return stopped.code, out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def run_json(*arguments):
    status, out, _err = run(*arguments, "--json")
    return status, json.loads(out)


class TestTheCommand:
    def test_places_products_and_tells_where(self, tmp_path):
        status, answer = run_json(write_export(tmp_path, ROOT, LEAF))
        page = ProductPage.objects.get(handle="golden-root")
        assert status == 0
        assert answer["products"][0] == {
            "handle": "golden-root",
            "title": "Golden Root™",
            "action": "create",
            "page_id": page.pk,
            "url": "/products/golden-root/",
            "warnings": [],
            "error": None,
            "changes": [],
            "clashes": [],
        }
        assert answer["counts"] == {"create": 2}
        assert answer["files"] == [
            {
                "source": "export.csv",
                "format": "shopify-csv",
                "rows": 2,
                "unknown_columns": [],
                "warnings": [],
                "error": None,
            }
        ]

    def test_changes_nothing_when_it_runs_again(self, tmp_path):
        path = write_export(tmp_path, ROOT, LEAF)
        run(path)
        revisions = Revision.objects.count()
        status, answer = run_json(path)
        assert status == 0
        assert [product["action"] for product in answer["products"]] == ["skip", "skip"]
        assert Revision.objects.count() == revisions

    def test_leaves_alone_what_the_file_does_not_name(self, tmp_path):
        other = make_product("Old Drops", "old-drops")
        run(write_export(tmp_path, ROOT))
        assert ProductPage.objects.get(pk=other.pk).live

    def test_places_the_others_when_some_cannot_be(self, tmp_path):
        path = write_export(tmp_path, {"Title": "Nameless"}, {"Handle": "bare", "Variant SKU": "B"}, LEAF)
        status, answer = run_json(path)
        assert status == 1
        bare, placed, nameless = answer["products"]
        assert "row 3: the product bare has no title" in bare["error"]
        assert placed["action"] == "create"
        assert (nameless["action"], nameless["title"]) == (None, "Nameless")
        assert "row 2" in nameless["error"]

    def test_says_warnings_on_standard_error(self, tmp_path):
        path = write_export(tmp_path, {**ROOT, "Image Src": "https://x.test/a.png"})
        status, out, err = run(path)
        assert status == 0
        assert out == "create   golden-root “Golden Root™”\n"
        assert "golden-root: row 2, column “Image Src”: not fetched" in err

    def test_reads_several_files(self, tmp_path):
        first = write_export(tmp_path, ROOT, name="a.csv")
        second = write_export(tmp_path, LEAF, name="b.csv")
        status, answer = run_json(first, tmp_path / "missing.csv", second)
        assert status == 1
        assert [file["source"] for file in answer["files"]] == ["a.csv", "missing.csv", "b.csv"]
        assert ProductPage.objects.count() == 2

    @pytest.mark.parametrize("arguments", [[], ["--format", "spreadsheet", "a.csv"], ["--unknown", "a.csv"]])
    def test_refuses_a_wrong_call(self, arguments):
        from products.management.commands.import_catalogue import Command

        command = Command()
        command._called_from_command_line = True
        with pytest.raises(SystemExit) as stopped:
            command.run_from_argv(["manage.py", "import_catalogue", *arguments])
        assert stopped.value.code == 2


class TestADryRun:
    def test_says_what_would_be_done_and_writes_nothing(self, tmp_path, media_root):
        (tmp_path / "jar.png").write_bytes(picture_bytes())
        make_product("Leaf", "leaf-iron")
        path = write_export(tmp_path, {**ROOT, "Image Src": "jar.png"}, {**LEAF, "Image Src": "jar.png"})
        before = [model.objects.count() for model in (Page, Revision, SiteImage)]
        status, answer = run_json(path, "--dry-run")
        assert status == 0
        assert [product["action"] for product in answer["products"]] == ["create", "update"]
        assert answer["products"][0]["page_id"] is None
        assert [model.objects.count() for model in (Page, Revision, SiteImage)] == before
        assert list(media_root.iterdir()) == []
        assert ProductPage.objects.get(handle="leaf-iron").title == "Leaf"


@pytest.mark.slow
def test_a_file_of_an_operator_may_be_larger_than_an_upload(tmp_path):
    path = write_export(tmp_path, ROOT)
    path.write_bytes(path.read_bytes() + b"\n" * 16_000_000)
    status, answer = run_json(path)
    assert status == 0
    assert answer["counts"] == {"create": 1}


class TestFilesThatCannotBeRead:
    @pytest.mark.parametrize(
        ("name", "content", "reason"),
        [
            ("empty.csv", b"", "The file is empty"),
            ("blank.csv", b" \r\n\r\n", "The file is empty"),
            ("picture.csv", picture_bytes(), "PNG picture"),
            ("binary.csv", bytes(range(32)) * 99, "binary"),
            ("large.csv", b"Handle,Title\n" + b"x" * 60_000_000, "over 60 MB"),
            ("cyrillic.csv", "Handle,Title\nroot,Золотой корень\n".encode("cp1251"), "UTF-8"),
            ("other.csv", b"Name,Price\nRoot,3\n", "no header row of a known format"),
        ],
    )
    def test_are_named_in_one_clear_line(self, tmp_path, name, content, reason):
        (tmp_path / name).write_bytes(content)
        status, answer = run_json(tmp_path / name)
        error = answer["files"][0]["error"]
        assert status == 1
        assert error.startswith(f"{name}: ")
        assert reason in error
        assert "\n" not in error

    def test_may_be_missing_or_a_folder(self, tmp_path):
        status, out, err = run(tmp_path / "missing.csv")
        assert (status, out) == (1, "")
        assert err.startswith("missing.csv: There is no such file.\n")
        status, out, err = run(tmp_path)
        assert (status, out) == (1, "")
        assert err.startswith(f"{tmp_path.name}: This is a folder; folders cannot be imported yet")

    def test_may_have_no_place_to_go(self, tmp_path):
        ProductIndexPage.objects.get().delete()
        report = import_catalogue(write_export(tmp_path, ROOT))
        assert "no product list" in report.files[0].error


class TestRealCatalogues:
    @pytest.mark.slow
    @pytest.mark.samples
    def test_of_a_shop_load_whole(self, samples):
        export = samples / "shopify-products-apparel.csv"
        status, answer = run_json(export)
        assert status == 0
        assert len(answer["products"]) == ProductPage.objects.count() == 25
        assert answer["files"][0]["rows"] == 104
        assert {product["action"] for product in answer["products"]} == {"create"}
        assert all(
            any("not fetched" in warning for warning in product["warnings"]) for product in answer["products"]
        )
        _status, again = run_json(export)
        assert {product["action"] for product in again["products"]} == {"skip"}

    def test_of_the_demo_load_without_a_word_about_their_products(self):
        report = import_catalogue(DEMO)
        assert not report.has_errors
        assert ProductPage.objects.count() == 6
        assert [product.warnings for product in report.products] == [()] * 6
        assert ProductPage.objects.get(handle="bone-essential").picture.description
