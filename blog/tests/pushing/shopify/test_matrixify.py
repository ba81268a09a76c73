"""The file for Matrixify has every product's list, opens as text in spreadsheets, and fills what a theme reads."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from blog.pushing.lists import outgoing
from blog.pushing.shopify import matrixify
from blog.tests.factories import callout, make_article
from products.availability import State
from products.models import ProductPage
from products.tests.factories import make_product

pytestmark = pytest.mark.django_db
COLUMN = "Metafield: qnwellness.related_articles [json]"


@pytest.fixture
def product() -> ProductPage:
    found = make_product(title="Bone Essential™", handle="bone-essential")
    make_article(callout(found), title='=HYPERLINK("http://evil.example") "ü" 骨\n😀')
    return found


def rows() -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    matrixify.write_csv(stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


class TestTheFile:
    def test_has_a_row_for_each_product(self, product: ProductPage) -> None:
        make_product(title="Iron", handle="iron")
        make_product(title="In no shop", handle=None)
        bone, iron = rows()
        assert list(bone) == ["Handle", "Command", COLUMN]
        assert (bone["Handle"], bone["Command"]) == ("bone-essential", "UPDATE")
        assert json.loads(bone[COLUMN]) == outgoing(product).payload
        assert json.loads(iron[COLUMN])["articles"] == []

    def test_empties_the_list_of_a_product_that_is_hidden(self, product: ProductPage) -> None:
        product.state = State.HIDDEN
        product.save_revision().publish()
        (row,) = rows()
        assert json.loads(row[COLUMN])["articles"] == []

    def test_survives_any_encoding(self, product: ProductPage) -> None:
        stream = io.StringIO(newline="")
        matrixify.write_csv(stream)
        assert stream.getvalue().isascii()

    def test_is_a_workbook_without_formulas(self, product: ProductPage) -> None:
        content, count = matrixify.xlsx()
        sheet = openpyxl.load_workbook(io.BytesIO(content))["Products"]
        (headings, cells) = sheet.iter_rows()
        assert count == 1
        assert [cell.value for cell in headings] == ["Handle", "Command", COLUMN]
        assert {cell.data_type for cell in cells} == {"s"}
        assert json.loads(cells[2].value) == outgoing(product).payload

    def test_has_as_many_articles_as_a_cell_holds(self, product: ProductPage) -> None:
        for number in range(9):
            make_article(callout(product), title=f"Article {number} {'骨' * 200}", standfirst="骨" * 500)
        content, _count = matrixify.xlsx()
        value = openpyxl.load_workbook(io.BytesIO(content))["Products"]["C2"].value
        told = json.loads(value)
        assert len(value) <= 32_767
        assert told["count"] == len(told["articles"]) < 10
        assert len(json.loads(rows()[0][COLUMN])["articles"]) == 10

    def test_leaves_out_a_handle_that_a_spreadsheet_would_compute(self, product: ProductPage) -> None:
        ProductPage.objects.filter(pk=product.pk).update(handle='=cmd|"/c calc"!A1')
        assert rows() == []

    def test_asks_of_restricted_pages_once(
        self, product: ProductPage, django_assert_max_num_queries: Any
    ) -> None:
        for number in range(4):
            make_product(title=f"Product {number}", handle=f"product-{number}")
        with django_assert_max_num_queries(5 + 5 * 4) as asked:
            rows()
        assert sum("pageviewrestriction" in query["sql"] for query in asked.captured_queries) == 1


class TestTheCommand:
    @pytest.fixture(autouse=True)
    def _in_a_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    def test_writes_a_file_that_matrixify_knows_by_its_name(
        self, product: ProductPage, tmp_path: Path, capsys: pytest.CaptureFixture
    ) -> None:
        for kind in ("csv", "xlsx"):
            call_command("export_related_articles", format=kind)
            assert (tmp_path / f"related-articles-products.{kind}").stat().st_size > 100
        assert "1 products are in related-articles-products.csv." in capsys.readouterr().out

    def test_writes_a_workbook_where_the_name_says_so(self, product: ProductPage, tmp_path: Path) -> None:
        call_command("export_related_articles", "lists.xlsx")
        assert openpyxl.load_workbook(tmp_path / "lists.xlsx").sheetnames == ["Products"]

    def test_writes_to_standard_output(self, product: ProductPage, capsys: pytest.CaptureFixture) -> None:
        call_command("export_related_articles", "-")
        assert capsys.readouterr().out.startswith("Handle,Command,")

    def test_says_what_is_wrong(self, product: ProductPage, capsys: pytest.CaptureFixture) -> None:
        with pytest.raises(CommandError, match="cannot be written"):
            call_command("export_related_articles", "nowhere/products.csv")
        with pytest.raises(CommandError, match="standard output"):
            call_command("export_related_articles", "-", format="xlsx")
        call_command("export_related_articles", "lists.csv")
        assert "products" in capsys.readouterr().err


class TestTheDownload:
    def test_is_offered_beside_what_shops_were_told(self, admin_client: Client, product: ProductPage) -> None:
        page = BeautifulSoup(admin_client.get(reverse("deliveries")).content, "html.parser")
        links = [link["href"] for link in page.select('a[href*="matrixify"]')]
        assert len(links) == 2
        file, workbook = (admin_client.get(link) for link in links)
        assert file["Content-Disposition"] == 'attachment; filename="related-articles-products.csv"'
        assert file.content.decode().splitlines()[1].startswith("bone-essential,UPDATE,")
        assert workbook["Content-Disposition"] == 'attachment; filename="related-articles-products.xlsx"'
        assert workbook.content.startswith(b"PK")

    def test_is_for_who_may_say_what_is_sent(self, client: Client, django_user_model: Any) -> None:
        address = reverse("deliveries_matrixify", args=["csv"])
        user = django_user_model.objects.create_user("merchant")
        client.force_login(user)
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        refused = client.get(address)
        assert (refused.status_code, refused["Location"]) == (302, reverse("wagtailadmin_home"))
        user.user_permissions.add(Permission.objects.get(codename="change_sidebarsettings"))
        assert client.get(address).status_code == 200
        assert client.get(address.replace(".csv", ".exe")).status_code == 404
