"""A file is handed in, its plan is read, it is applied, and its report is read."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from products.models import CatalogueRecord, CatalogueRun, ProductPage
from products.screens import apply as applying
from products.screens import planned
from products.tests.screens.conftest import INDEX, csv, soup, step, the_run, upload, words

pytestmark = pytest.mark.django_db
ROWS = ("jar,Jar,10.00", "tin,Tin,12.00")


def bring_in(client: Client, *rows: str, **fields: str) -> None:
    upload(client, csv(*rows), **fields)
    step(client)


def many(number: int) -> list[str]:
    return [f"jar-{n},Jar {n},10.00" for n in range(number)]


def test_nothing_is_written_before_the_plan_is_applied(keeper: Client) -> None:
    page = upload(keeper, csv(*ROWS))
    assert "Nothing has been written yet" in words(page)
    assert [words(line) for line in page.select(".catalogue-line__title")] == ["Jar", "Tin"]
    assert "2 to create" in words(page)
    assert not ProductPage.objects.exists()
    assert the_run().status == "planned"


def test_an_applied_plan_is_a_report_that_leads_to_the_products(keeper: Client) -> None:
    upload(keeper, csv(*ROWS))
    page = step(keeper)
    assert "2 created" in words(page)
    jar = ProductPage.objects.get(handle="jar")
    assert page.find("a", string="Jar")["href"] == reverse("wagtailadmin_pages:edit", args=[jar.pk])
    run = the_run()
    assert (run.status, run.user.username, run.source) == ("done", "Catalogue", "products.csv")
    assert not run.file


def test_a_change_shows_the_old_and_the_new_value(keeper: Client) -> None:
    bring_in(keeper, *ROWS)
    page = upload(keeper, csv("jar,Jar,11.50", ROWS[1]))
    row = page.select_one(".catalogue-changes tbody tr")
    assert [words(cell) for cell in row.find_all(["th", "td"])] == ["price", "10.00", "11.50"]
    assert "1 to change" in words(page)
    assert ProductPage.objects.get(handle="jar").price == 10
    step(keeper)
    assert ProductPage.objects.get(handle="jar").price == 11.5


def test_a_conflict_shows_both_values_and_what_is_here_stays(keeper: Client) -> None:
    bring_in(keeper, *ROWS)
    jar = ProductPage.objects.get(handle="jar")
    jar.title = "Our jar"
    jar.save_revision().publish()
    page = upload(keeper, csv("jar,Their jar,10.00", ROWS[1]))
    row = page.select_one(".catalogue-changes tbody tr")
    assert "Our jar" in words(row)
    assert "Their jar" in words(row)
    assert "what is here stays" in words(row)
    assert "one field in conflict" in words(page)
    step(keeper)
    assert ProductPage.objects.get(handle="jar").title == "Our jar"


def test_a_row_that_cannot_be_placed_is_named_with_what_to_do(keeper: Client) -> None:
    page = upload(keeper, csv(",Nameless,1.00", "jar,Jar,10.00"))
    error = page.select_one(".catalogue-line__error")
    assert "row 2" in words(error).lower()
    # What needs a person comes first.
    assert page.select_one(".catalogue-line").select_one(".catalogue-line__error")
    assert ProductPage.objects.count() == 0
    step(keeper)
    assert ProductPage.objects.get().handle == "jar"


def test_columns_without_a_field_are_listed(keeper: Client) -> None:
    data = csv("jar,Jar,red", header="Handle,Title,Colour of the lid")
    assert "Colour of the lid" in words(upload(keeper, data).select_one(".catalogue-facts"))
    assert "Colour of the lid" in words(step(keeper).select_one(".catalogue-facts"))


def test_what_is_missing_from_a_whole_catalogue_is_withdrawn_after_it_was_shown(keeper: Client) -> None:
    bring_in(keeper, *ROWS)
    page = upload(keeper, csv(ROWS[0]), is_full="on")
    assert "1 to withdraw" in words(page)
    assert "Tin" in words(page.select_one(".catalogue-lines"))
    page = step(keeper)
    assert "1 withdrawn" in words(page)
    assert ProductPage.objects.get(handle="tin").state == "hidden"


def test_what_is_missing_from_some_products_stays(keeper: Client) -> None:
    bring_in(keeper, *ROWS)
    bring_in(keeper, ROWS[0])
    assert ProductPage.objects.get(handle="tin").state == "live"


@pytest.mark.parametrize(("fields", "left"), [({}, 8), ({"withdraw": "on"}, 1)])
def test_withdrawing_most_products_takes_a_second_word(keeper: Client, fields: dict, left: int) -> None:
    bring_in(keeper, *many(8))
    page = upload(keeper, csv(many(1)[0]), is_full="on")
    assert "7 products are missing" in words(page.select_one(".help-warning"))
    assert "7" in words(page.select_one(".catalogue-filters"))
    step(keeper, **fields)
    assert ProductPage.objects.filter(state="live").count() == left


def test_the_list_narrows_to_one_action_and_goes_on_over_pages(keeper: Client) -> None:
    page = upload(keeper, csv(",Nameless,1.00", *many(60)))
    assert len(page.select(".catalogue-line")) == 50
    assert "Page 1 of 2" in words(page)
    url = reverse("catalogue:run", args=[the_run().pk])
    assert len(soup(keeper.get(f"{url}?action=create&p=2")).select(".catalogue-line")) == 10
    assert len(soup(keeper.get(f"{url}?action=error")).select(".catalogue-line")) == 1
    assert soup(keeper.get(f"{url}?action=nonsense&p=x")).select(".catalogue-line")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"\x89PNG\r\n", "PNG picture"),
        (b"PK\x03\x04", "Excel workbook"),
        (b"some words\nand more\n", "format"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(keeper: Client, data: bytes, says: str) -> None:
    page = upload(keeper, data)
    assert says in words(page.select_one(".w-field__errors"))
    assert not CatalogueRun.objects.exists()


def test_a_form_without_a_file_says_so(keeper: Client) -> None:
    assert "Choose the file" in words(soup(keeper.post(INDEX)))


def test_a_file_over_the_limit_is_refused_before_it_is_read(keeper: Client, monkeypatch) -> None:
    monkeypatch.setattr("products.screens.forms.MAX_BYTES", 10)
    assert "over 0 MB" in words(upload(keeper, csv(*ROWS)))


def test_a_script_is_told_how_far_a_run_has_come(keeper: Client, monkeypatch) -> None:
    monkeypatch.setattr(applying, "SECONDS", 0)
    upload(keeper, csv(*many(120)))
    url = reverse("catalogue:advance", args=[the_run().pk])
    told = [keeper.post(url, headers={"Accept": "application/json"}).json() for _ in range(4)]
    assert [state["position"] for state in told] == [50, 100, 120, 120]
    assert [state["is_running"] for state in told] == [True, True, True, False]
    # One more, of somebody who came late, changes nothing.
    assert not keeper.post(url, headers={"Accept": "application/json"}).json()["is_running"]
    assert ProductPage.objects.count() == 120


def test_a_run_is_left_and_gone_on_with_by_a_button(keeper: Client, monkeypatch) -> None:
    monkeypatch.setattr(applying, "SECONDS", 0)
    upload(keeper, csv(*many(60)))
    page = step(keeper)
    assert "50 of 60 products" in words(page)
    assert page.find("button", string="Continue")
    step(keeper)
    assert "60 created" in words(step(keeper))


def test_a_run_that_is_stopped_leaves_whole_products_and_says_who_stopped_it(
    keeper: Client, monkeypatch
) -> None:
    monkeypatch.setattr(applying, "SECONDS", 0)
    upload(keeper, csv(*many(60)))
    step(keeper)
    page = step(keeper, "cancel")
    assert "Stopped by Catalogue after 50 of 60 products" in words(page)
    assert ProductPage.objects.filter(live=True).count() == CatalogueRecord.objects.count() == 50
    step(keeper)
    assert ProductPage.objects.count() == 50
    assert not the_run().file


def test_a_plan_that_is_left_is_gone_with_its_file(keeper: Client, media_root) -> None:
    upload(keeper, csv(*ROWS))
    assert list((media_root / "catalogues").iterdir())
    assert "nothing was written" in words(step(keeper, "cancel"))
    assert not CatalogueRun.objects.exists()
    assert not list((media_root / "catalogues").iterdir())


def test_a_plan_nobody_applied_is_thrown_away(keeper: Client, media_root) -> None:
    upload(keeper, csv(*ROWS))
    CatalogueRun.objects.update(started_at="2020-01-01T00:00Z")
    upload(keeper, csv(ROWS[0]))
    assert CatalogueRun.objects.count() == 1
    assert len(list((media_root / "catalogues").iterdir())) == 1


def test_the_report_is_a_spreadsheet_without_formulas(keeper: Client) -> None:
    upload(keeper, csv('jar,"=HYPERLINK(""x"")",10.00', ",Nameless,1.00"))
    step(keeper)
    response = keeper.get(reverse("catalogue:report", args=[the_run().pk]))
    assert "attachment" in response["Content-Disposition"]
    sheet = load_workbook(BytesIO(response.content)).active
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}
    cells = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert any("=HYPERLINK" in row[1] for row in cells)
    assert any("not placed" in row for row in cells)


def test_the_list_of_runs_says_when_who_what_and_how_it_ended(keeper: Client) -> None:
    bring_in(keeper, *ROWS)
    bring_in(keeper, *ROWS)
    CatalogueRun.objects.create(
        source="https://shop.example/feed", trigger="fetch", status="failed", error="The shop answered 500."
    )
    page = soup(keeper.get(INDEX))
    rows = [words(row) for row in page.select(".catalogue-history tbody tr")]
    assert "https://shop.example/feed" in rows[0]
    assert "The shop answered 500." in rows[0]
    assert "fetched from its address" in rows[0]
    assert "2 unchanged" in rows[1]
    assert "2 created" in rows[2]
    assert "Catalogue" in rows[2]


def test_the_number_of_queries_does_not_grow_with_the_runs(
    keeper: Client, django_assert_max_num_queries
) -> None:
    CatalogueRun.objects.bulk_create(
        CatalogueRun(source=f"{n}.csv", trigger="upload", status="done") for n in range(60)
    )
    keeper.get(INDEX)
    with django_assert_max_num_queries(20):
        page = soup(keeper.get(INDEX))
    assert "Page 1 of 3" in words(page)


def test_markup_in_a_file_is_shown_and_never_run(keeper: Client) -> None:
    page = upload(keeper, csv("jar,<script>alert(1)</script><b>Jar</b>,10.00"), name="<img src=x>.csv")
    assert "<b>Jar</b>" in words(page.select_one(".catalogue-lines"))
    assert not page.select(".catalogue :is(b, script, img)")


def test_a_file_name_leads_nowhere(keeper: Client) -> None:
    file = SimpleUploadedFile("../../etc/passwd.csv", csv(*ROWS))
    soup(keeper.post(INDEX, {"file": file}, follow=True))
    assert the_run().source == "passwd.csv"


def test_a_plan_that_takes_too_long_shows_the_first_products_and_says_so(
    keeper: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planned, "PATIENCE", 0)
    page = upload(keeper, csv(*ROWS))
    assert [words(line) for line in page.select(".catalogue-line__title")] == ["Jar"]
    assert "The list holds the first 1 of 2 products; applying it places all of them." in words(page)
    assert "2 created" in words(step(keeper))
