"""Who may open which address of an import, and how."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from blog.editor.importing.urls import urlpatterns
from blog.models import BlogIndexPage, ImportDecision, ImportItem, ImportRun
from blog.tests.factories import journal

from .conftest import INDEX

pytestmark = pytest.mark.django_db
# Address -> (the methods it is for, what it answers to who may).
ROUTES = {
    "index": ({"get", "post"}, 200),
    "decisions": ({"get"}, 200),
    "decision": ({"get", "post"}, 200),
    "forget": ({"post"}, 302),
    "run": ({"get", "post"}, 200),
    "advance": ({"post"}, 302),
    "choose": ({"post"}, 302),
    "again": ({"post"}, 302),
    "leave": ({"post"}, 302),
    "undo": ({"get", "post"}, 302),
    "report": ({"get"}, 200),
    "article": ({"get"}, 200),
    "look": ({"get"}, 200),
}
MAY = ["Importers", "Editors", "Reviewers", ""]
OTHER = {"get": "post", "post": "get"}
CONTENT = {
    "kind": "SourceArticle",
    "source": "secret.txt",
    "content_hash": "1",
    "title": "Their secret plan",
    "elements": [{"kind": "Paragraph", "html": "Nobody may read this."}],
}


@pytest.fixture
def run() -> ImportRun:
    """Return an import of somebody else."""
    run = ImportRun.objects.create(trigger="admin", status="planned", parent=journal())
    run.files.create(name="secret.txt", is_read=True)
    return run


@pytest.fixture
def addresses(run: ImportRun) -> dict[str, str]:
    """Return every address, of that import."""
    item = ImportItem.objects.create(
        run=run, position=1, source="secret.txt", title="Their secret plan", content=CONTENT, state="planned"
    )
    decision = ImportDecision.objects.create(kind="tag", said="secret", means="hidden")
    own = {"index": [], "decisions": [], "decision": [decision.pk], "forget": [decision.pk]}
    own |= {"article": [run.pk, item.pk], "look": [run.pk, item.pk]}
    return {name: reverse(f"article_import:{name}", args=own.get(name, [run.pk])) for name in ROUTES}


def ask(client: Client, method: str, address: str) -> object:
    return getattr(client, method)(address)


def test_every_address_is_in_the_table() -> None:
    assert {pattern.name for pattern in urlpatterns} == set(ROUTES)


@pytest.mark.parametrize("group", MAY)
def test_who_may_add_articles_may_import(log_in: Callable, addresses: dict, group: str) -> None:
    client = log_in(group)
    found = {
        name: ask(client, min(ROUTES[name][0]), addresses[name]).status_code
        for name in ROUTES
        if name != "leave"
    }
    assert found == {name: status for name, (_methods, status) in ROUTES.items() if name != "leave"}
    assert client.post(addresses["leave"]).status_code == 302


def test_others_are_led_away_and_see_nothing(log_in: Callable, addresses: dict) -> None:
    client = log_in("Catalogue")
    for name in ROUTES:
        for method in ("get", "post"):
            response = ask(client, method, addresses[name])
            assert (name, response.status_code) == (name, 302)
            assert response["Location"] == reverse("wagtailadmin_home")
            assert b"secret" not in response.content
    assert ImportRun.objects.exists()
    assert ImportDecision.objects.exists()


def test_a_stranger_is_asked_to_log_in(client: Client, addresses: dict) -> None:
    for name in ROUTES:
        for method in ("get", "post"):
            response = ask(client, method, addresses[name])
            assert response["Location"].startswith("/admin/login/")


def test_an_import_into_another_journal_is_nobody_elses(
    log_in: Callable, run: ImportRun, addresses: dict
) -> None:
    other = BlogIndexPage(title="Quiet journal", slug="quiet")
    journal().get_parent().add_child(instance=other)
    ImportRun.objects.filter(pk=run.pk).update(parent=other)
    client = log_in("Importers")
    assert b"secret.txt" not in client.get(INDEX).content
    of_the_run = set(ROUTES) - {"index", "decisions", "decision", "forget"}
    for name in of_the_run:
        for method in ROUTES[name][0]:
            response = ask(client, method, addresses[name])
            assert (name, response.status_code) == (name, 404)
            assert b"secret plan" not in response.content


def test_nothing_but_a_post_writes(log_in: Callable, addresses: dict) -> None:
    client = log_in("Importers")
    for name, (methods, _status) in ROUTES.items():
        if methods == {"get"} or methods == {"post"}:
            other = OTHER[next(iter(methods))]
            assert (name, ask(client, other, addresses[name]).status_code) == (name, 405)
    assert ImportRun.objects.get().status == "planned"
    assert ImportDecision.objects.get().means == "hidden"


def test_nothing_is_done_for_a_form_of_another_site(log_in: Callable, addresses: dict) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = log_in("Importers").cookies
    for name, (methods, _status) in ROUTES.items():
        if "post" in methods:
            assert (name, strict.post(addresses[name]).status_code) == (name, 403)


@pytest.mark.parametrize(
    ("group", "shown"), [("Importers", True), ("Editors", True), ("Catalogue", False), ("", True)]
)
def test_the_menu_leads_there_only_who_may(log_in: Callable, group: str, shown: bool) -> None:
    assert (INDEX.encode() in log_in(group).get("/admin/").content) is shown
