"""The screen of missing pictures: from where, which, fetching them with a permission of its own."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from blog.importing.plan import latest
from blog.importing.runs.alone import alone
from blog.models import ImportRecord, MissingPicture
from blog.tests.editor.imported.test_listing import as_one_of
from blog.tests.importing.fetched import CUP, HOST, POT, Web, bring_in, draft, record_of, web
from products.tests.factories import make_image

__all__ = ["web"]
pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/imported/pictures/"
FETCH = f"{ADDRESS}fetch/"


@pytest.fixture
def importer(client: Client) -> Client:
    return as_one_of(client, "Importers")


def words(answer: Any) -> str:
    main = BeautifulSoup(answer.content, "html.parser").select_one("main")
    return " ".join(main.get_text(" ").split())


def go_on(client: Client, total: int = 3) -> dict[str, Any]:
    return client.post(FETCH, {"total": total}, headers={"Accept": "application/json"}).json()


def test_says_from_where_pictures_are_missing_and_which(web: Web, importer: Client, tmp_path: Path) -> None:
    bring_in(tmp_path)
    said = words(importer.get(ADDRESS))
    assert f"{HOST} : 3 pictures" in said
    assert "Fetch 3 pictures from these hosts" in said
    assert f"cup.png {CUP} Alternative text: A cup Tea 1 not here" in said


def test_fetches_slice_by_slice_and_says_how_far_it_is(web: Web, importer: Client, tmp_path: Path) -> None:
    bring_in(tmp_path)
    answer = importer.post(ADDRESS, {"do": "fetch"}, follow=True)
    assert answer.redirect_chain[-1][0] == f"{ADDRESS}?fetch=3"
    bar = BeautifulSoup(answer.content, "html.parser").select_one("progress")
    assert (bar["value"], bar["max"]) == ("0", "3")
    state = go_on(importer)
    assert (state["position"], state["total"], state["is_running"]) == (3, 3, False)
    assert state["words"] == "3 of 3 pictures fetched"
    assert "No picture is missing" in words(importer.get(f"{ADDRESS}?fetch=3"))
    assert len(draft()) == 5


def test_works_without_a_script(web: Web, importer: Client, tmp_path: Path) -> None:
    bring_in(tmp_path)
    answer = importer.post(FETCH, {"total": "3"}, headers={"Accept": "text/html"}, follow=True)
    assert "No picture is missing" in words(answer)


def test_failures_are_listed_and_tried_again(web: Web, importer: Client, tmp_path: Path) -> None:
    pot = web.files.pop(POT)
    bring_in(tmp_path)
    go_on(importer)
    said = words(importer.get(ADDRESS))
    assert "could not be fetched: The host answered 404" in said
    assert "Try 1 that failed again" in said
    web.files[POT] = pot
    importer.post(ADDRESS, {"do": "retry"})
    go_on(importer)
    assert not MissingPicture.objects.exists()


def test_what_is_only_in_the_library_says_why_and_can_be_taken_off(
    web: Web, importer: Client, tmp_path: Path
) -> None:
    bring_in(tmp_path)
    article = latest(record_of().article)
    article.title = "Better"
    article.save_revision()
    go_on(importer)
    said = words(importer.get(ADDRESS))
    assert "in the library, not in the article: it was edited here" in said
    assert "In the library as “Cup”" in said
    importer.get("/admin/articles/imported/")
    assert ",pictures," in record_of().needs
    rows = list(MissingPicture.objects.values_list("pk", flat=True))
    answer = importer.post(ADDRESS, {"do": "dismiss", "chosen": rows}, follow=True)
    assert "No picture is missing" in words(answer)
    importer.get("/admin/articles/imported/")
    assert ",pictures," not in record_of().needs


def test_a_leading_picture_is_not_missed_where_somebody_has_chosen_another(
    web: Web, importer: Client, tmp_path: Path
) -> None:
    bring_in(tmp_path, body="<p>Tea.</p>", image={"src": CUP})
    article = latest(record_of().article)
    article.hero = make_image()
    article.save_revision()
    importer.get("/admin/articles/imported/")
    assert ",pictures," not in record_of().needs
    assert "No picture is missing" in words(importer.get(ADDRESS))


def test_fetching_needs_its_own_permission(web: Web, client: Client, tmp_path: Path) -> None:
    bring_in(tmp_path)
    editor = as_one_of(client, "Editors")
    said = words(editor.get(ADDRESS))
    assert "Fetch 3" not in said
    assert "permission of its own" in said
    # The admin leads away from what is not allowed.
    assert editor.post(FETCH, {"total": 3}, headers={"Accept": "application/json"}).status_code == 302
    editor.post(ADDRESS, {"do": "fetch"})
    assert web.asked == []
    permission = Permission.objects.get(codename="fetch_pictures", content_type__app_label="blog")
    User.objects.get(username="Editors").user_permissions.add(permission)
    assert "Fetch 3 pictures" in words(editor.get(ADDRESS))


def test_shows_nobody_the_articles_of_others(web: Web, client: Client, tmp_path: Path) -> None:
    bring_in(tmp_path)
    assert client.get(ADDRESS).status_code == 302
    assert "Tea 1" not in words(as_one_of(client, "Catalogue").get(ADDRESS))


def test_hosts_that_are_not_allowed_say_what_to_do(
    web: Web, importer: Client, tmp_path: Path, settings: Any
) -> None:
    settings.IMPORT_PICTURE_HOSTS = []
    bring_in(tmp_path)
    said = words(importer.get(ADDRESS))
    assert "the setting IMPORT_PICTURE_HOSTS" in said
    assert "Fetch" not in said.replace("Fetching", "")


def test_another_import_at_work_is_waited_for(web: Web, importer: Client, tmp_path: Path) -> None:
    bring_in(tmp_path)
    with alone(None, "Ada"):
        state = go_on(importer)
    assert (state["is_busy"], state["is_running"]) == (True, True)
    assert "Ada" in state["words"]


def test_the_list_of_imported_articles_leads_here(importer: Client) -> None:
    tree = BeautifulSoup(importer.get("/admin/articles/imported/").content, "html.parser")
    assert tree.select_one(f'a[href="{ADDRESS}"]')


def test_the_number_of_queries_does_not_grow(web: Web, importer: Client, tmp_path: Path) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            importer.get(ADDRESS)
        return len(found)

    bring_in(tmp_path)
    queries()
    few = queries()
    record = ImportRecord.objects.get()
    MissingPicture.objects.bulk_create(
        MissingPicture(record=record, name=f"{number}.png", address=f"{CUP}?{number}") for number in range(40)
    )
    assert queries() == few
