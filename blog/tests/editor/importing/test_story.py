"""Texts are handed in, their plan is read, the chosen go in, and the report is kept."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from blog.editor.importing import forms
from blog.importing.runs import storage
from blog.models import ArticlePage, BlogIndexPage, ImportItem, ImportRun
from blog.tests.factories import journal, make_author

from .conftest import (
    INDEX,
    address,
    file,
    go_on,
    hand_in,
    imported,
    planned,
    post,
    soup,
    step,
    the_run,
    ticks,
    words,
)

pytestmark = pytest.mark.django_db


def titles(page: object) -> list[str]:
    return [words(line) for line in page.select(".catalogue-line__title")]


def test_an_empty_form_says_what_is_missing(importer: Client) -> None:
    page = soup(importer.post(INDEX, {"pasted": "  "}))
    assert "Choose one or more files, or paste a text" in words(page)
    assert not ImportRun.objects.exists()


def test_more_than_a_server_takes_at_once_is_refused_in_words(
    importer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "MOST_BYTES", 100)
    page = soup(importer.post(INDEX, {"files": [file("a.md", post("Iron")), file("b.md", post("Zinc"))]}))
    assert "Together they are over" in words(page)
    assert not ImportRun.objects.exists()


def test_the_first_screen_helps_and_says_that_nothing_was_imported_yet(importer: Client) -> None:
    page = words(soup(importer.get(INDEX)))
    assert "Nothing yet." in page
    assert "How do I get my posts out of Shopify" in page
    assert "Up to 15 MB a file" in page


def test_nothing_is_written_before_somebody_says_so(importer: Client) -> None:
    page = planned(importer, post("Iron from leaves"), post("Zinc from seeds"))
    assert "Nothing has been written yet" in words(page)
    assert titles(page) == ["Iron from leaves", "Zinc from seeds"]
    assert "Import the chosen ( 2 )" in words(page)
    assert not ArticlePage.objects.exists()


def test_the_chosen_go_in_as_drafts_that_can_be_opened(importer: Client) -> None:
    page = imported(importer, post("Iron from leaves"))
    article = ArticlePage.objects.get(title="Iron from leaves")
    assert not article.live
    assert "1 created" in words(page)
    assert page.find("a", href=reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert page.find("a", href=reverse("imported_articles") + f"?created_in={the_run().pk}")
    assert the_run().status == "done"


def test_what_is_not_ticked_stays_out(importer: Client) -> None:
    planned(importer, post("Iron from leaves"), post("Zinc from seeds"))
    sent = ticks(importer)
    step(importer, "choose", do="go", shown=sent["shown"], chosen=sent["chosen"][:1])
    page = go_on(importer)
    assert [article.title for article in ArticlePage.objects.all()] == ["Iron from leaves"]
    assert "1 created, 1 left out" in words(page)


def test_ticks_are_kept_and_all_none_and_new_ones_chosen_at_once(importer: Client) -> None:
    imported(importer, post("Iron from leaves"))
    planned(
        importer, post("Iron from leaves", "It holds less iron than one thinks."), post("Zinc from seeds")
    )

    def chosen() -> set[str]:
        return set(the_run().items.filter(is_chosen=True).values_list("action", flat=True))

    assert chosen() == {"update", "create"}
    step(importer, "choose", do="none")
    assert chosen() == set()
    assert "Choose one or more articles first" in words(step(importer, "choose", do="go"))
    step(importer, "choose", do="new")
    assert chosen() == {"create"}
    step(importer, "choose", do="all")
    assert chosen() == {"update", "create"}
    sent = ticks(importer)
    answer = importer.post(
        address("choose"),
        {"do": "keep", "shown": sent["shown"], "chosen": sent["chosen"][1:]},
        headers={"accept": "application/json"},
    )
    assert answer.json() == {"chosen": 1}


def test_files_that_cannot_be_read_are_named_with_the_reason(importer: Client) -> None:
    files = [file("broken.zip", b"PK\x03\x04 nothing"), file("empty.md", b""), file("iron.md", post("Iron"))]
    importer.post(INDEX, {"files": files, "pasted": ""})
    page = go_on(importer)
    unread = words(page.select_one(".importing-unread"))
    assert "broken.zip" in unread
    assert "The file is empty." in unread
    assert titles(page)[-1] == "Iron"


def test_a_pasted_text_goes_in(importer: Client) -> None:
    page = planned(importer, pasted=post("Iron from leaves"))
    assert "Pasted text" in words(page)
    assert titles(page) == ["Iron from leaves"]


def test_a_paste_too_long_for_a_field_comes_as_a_file(importer: Client) -> None:
    importer.post(INDEX, {"files": [file("pasted text", post("Iron from leaves"))], "pasted": ""})
    page = go_on(importer)
    assert titles(page) == ["Iron from leaves"]
    assert the_run().items.get().source.startswith("pasted:")


def test_an_import_in_which_no_article_is_says_so(importer: Client) -> None:
    importer.post(INDEX, {"files": [file("broken.zip", b"PK\x03\x04 nothing")], "pasted": ""})
    assert "No article was found in what you handed in" in words(go_on(importer))


def test_a_script_is_told_how_far_it_has_come(importer: Client) -> None:
    hand_in(importer, post("Iron from leaves"))
    answer = importer.post(address("advance"), headers={"accept": "application/json"}).json()
    assert answer["words"] == "1 article read, 1 of 1 file"
    assert not answer["is_running"]
    answer = importer.post(address("advance"), headers={"accept": "application/json"}).json()
    assert "1 of 1 articles looked through" in answer["words"]
    assert the_run().status == "planned"
    # A plan is carried out by nobody who has not chosen.
    importer.post(address("advance"), headers={"accept": "application/json"})
    assert not ArticlePage.objects.exists()


def test_an_import_that_was_left_can_be_taken_up_or_thrown_away(importer: Client) -> None:
    hand_in(importer, post("Iron from leaves"))
    page = soup(importer.get(INDEX))
    assert page.select_one(".catalogue-history").find("a", string="Continue")["href"] == address("run")
    folder = storage._root() / str(the_run().pk)
    assert folder.exists()
    assert "nothing was written" in words(step(importer, "leave"))
    assert not ImportRun.objects.exists()
    assert not folder.exists()


def test_a_run_that_stopped_says_so_and_goes_on(importer: Client) -> None:
    planned(importer, post("Iron from leaves"), post("Zinc from seeds"))
    step(importer, "choose", do="go", **ticks(importer))
    ImportItem.objects.filter(title="Zinc from seeds").update(state="planned")
    ArticlePage.objects.filter(title="Zinc from seeds").delete()
    ImportRun.objects.update(status="running")
    page = step(importer, "leave")
    assert "Stopped by" in words(page.select_one(".help-critical"))
    # It waits for somebody's word.
    assert not page.select("form[data-progress-form]")
    page = step(importer, "advance")
    assert the_run().status == "done"


def test_a_conflict_is_told_and_what_is_here_stays(importer: Client) -> None:
    imported(importer, post("Iron from leaves"))
    article = ArticlePage.objects.get()
    article.title = "Our own title"
    article.save_revision()
    page = planned(importer, post("Iron from leaves", "The source says something new."))
    assert "1 in conflict" in words(page)
    assert "it was edited here" in words(page.select_one(".catalogue-line"))
    assert not page.select("input[name=chosen]")
    assert "Nothing is to be done" in words(page)
    assert ArticlePage.objects.get().get_latest_revision_as_object().title == "Our own title"


def test_the_list_narrows_and_goes_on_over_pages(importer: Client) -> None:
    page = planned(importer, *[post(f"Iron {number}") for number in range(27)])
    assert len(page.select(".catalogue-line")) == 25
    url = address("run")
    assert len(soup(importer.get(f"{url}?way=create&p=2")).select(".catalogue-line")) == 2
    assert not soup(importer.get(f"{url}?way=conflict")).select(".catalogue-line__title")
    assert soup(importer.get(f"{url}?way=nonsense&p=x")).select(".catalogue-line")


def test_the_report_can_be_kept(importer: Client) -> None:
    imported(importer, post("=Iron from leaves"))
    response = importer.get(address("report"))
    assert response["Content-Disposition"].endswith('.xlsx"')
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    cell = sheet["B2"]
    assert (cell.value, cell.data_type) == ("=Iron from leaves", "s")


@pytest.mark.parametrize("number", [1, 20])
def test_the_number_of_queries_does_not_grow(
    importer: Client, django_assert_max_num_queries: object, number: int
) -> None:
    make_author("Ada Lim")
    planned(importer, *[post(f"Iron {one}", author="Ada Lim") for one in range(number)])
    for url, most in ((address("run"), 21), (INDEX, 18)):
        importer.get(url)
        with django_assert_max_num_queries(most) as queries:
            importer.get(url)
        assert len(queries) <= most


def test_with_several_journals_one_is_chosen(importer: Client) -> None:
    assert not soup(importer.get(INDEX)).select("[name=parent]")
    other = BlogIndexPage(title="Kitchen notes", slug="kitchen")
    journal().add_sibling(instance=other)
    Group.objects.get(name="Importers").page_permissions.create(
        page=other,
        permission=Permission.objects.get(codename="add_page", content_type__app_label="wagtailcore"),
    )
    assert [words(option) for option in soup(importer.get(INDEX)).select("[name=parent] option")] == [
        "Journal",
        "Kitchen notes",
    ]
    imported(importer, post("Iron from leaves"), parent=str(other.pk))
    assert ArticlePage.objects.get().get_parent().pk == other.pk
