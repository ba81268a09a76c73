"""Who may open which address of the catalogue, and how."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from products.models import CatalogueRun
from products.screens.urls import urlpatterns

pytestmark = pytest.mark.django_db
# Address -> (the method it is for, what it answers to who may).
ROUTES = {
    "index": ("get", 200),
    "fetch": ("post", 302),
    "run": ("get", 200),
    "advance": ("post", 302),
    "cancel": ("post", 302),
    "report": ("get", 200),
}
MAY = ["Catalogue", ""]
MAY_NOT = ["Editors", "Reviewers", "Importers"]
OTHER = {"get": "post", "post": "get"}


@pytest.fixture
def run() -> CatalogueRun:
    """Return a run of somebody else."""
    return CatalogueRun.objects.create(source="theirs.csv", trigger="upload", status="done")


def address(name: str, run: CatalogueRun) -> str:
    return reverse(f"catalogue:{name}", args=[] if name in {"index", "fetch"} else [run.pk])


def test_every_address_is_in_the_table() -> None:
    assert {pattern.name for pattern in urlpatterns} == set(ROUTES)


@pytest.mark.parametrize("group", MAY)
@pytest.mark.parametrize("name", ROUTES)
def test_who_keeps_the_catalogue_may(log_in: Callable, run: CatalogueRun, name: str, group: str) -> None:
    method, status = ROUTES[name]
    assert getattr(log_in(group), method)(address(name, run)).status_code == status


@pytest.mark.parametrize("group", MAY_NOT)
@pytest.mark.parametrize("name", ROUTES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_are_led_away_and_see_nothing(
    log_in: Callable, run: CatalogueRun, name: str, group: str, method: str
) -> None:
    response = getattr(log_in(group), method)(address(name, run))
    assert response.status_code == 302
    assert response["Location"] == reverse("wagtailadmin_home")
    assert "catalogue:" not in response.content.decode()
    assert b"theirs.csv" not in response.content


@pytest.mark.parametrize("name", ROUTES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_asked_to_log_in(client: Client, run: CatalogueRun, name: str, method: str) -> None:
    response = getattr(client, method)(address(name, run))
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("name", [name for name in ROUTES if name != "index"])
def test_an_address_takes_only_the_method_it_is_for(log_in: Callable, run: CatalogueRun, name: str) -> None:
    keeper = log_in("Catalogue")
    assert getattr(keeper, OTHER[ROUTES[name][0]])(address(name, run)).status_code == 405
    assert keeper.delete(address(name, run)).status_code == 405


@pytest.mark.parametrize("name", ["index", "fetch", "advance", "cancel"])
def test_nothing_is_done_for_a_form_of_another_site(log_in: Callable, run: CatalogueRun, name: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = log_in("Catalogue").cookies
    assert strict.post(address(name, run)).status_code == 403


def test_who_may_only_look_is_offered_nothing_to_do(log_in: Callable, run: CatalogueRun) -> None:
    from django.contrib.auth.models import Group, Permission

    Group.objects.get(name="Catalogue").permissions.remove(
        Permission.objects.get(codename="add_cataloguerun")
    )
    keeper = log_in("Catalogue")
    assert b'type="file"' not in keeper.get(address("index", run)).content
    planned = CatalogueRun.objects.create(source="a.csv", trigger="upload", status="running", total=2)
    page = keeper.get(address("run", planned)).content
    assert b"a.csv" in page
    assert b"data-progress-form" not in page
    for name in ("index", "fetch", "advance", "cancel"):
        assert keeper.post(address(name, planned)).status_code == 302
    planned.refresh_from_db()
    assert planned.status == "running"


def test_a_run_that_is_not_there_is_not_found(log_in: Callable) -> None:
    assert log_in("Catalogue").get("/admin/catalogue/999/").status_code == 404


@pytest.mark.parametrize(("group", "shown"), [("Catalogue", True), ("Editors", False), ("", True)])
def test_the_menu_leads_there_only_who_may(log_in: Callable, group: str, shown: bool) -> None:
    assert (b"/admin/catalogue/" in log_in(group).get("/admin/").content) is shown
