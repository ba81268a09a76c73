"""Who brings catalogues in, and what they do."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from products.models import CatalogueRun

INDEX = "/admin/catalogue/"


@pytest.fixture
def log_in(client: Client) -> Callable[[str], Client]:
    """Return a function that logs somebody of a group in; of no group, somebody who may do everything."""

    def log_in_as(group: str) -> Client:
        user = User.objects.filter(username=group or "boss").first()
        if not user:
            user = User.objects.create_user(group or "boss", password="x", is_superuser=not group)
            if group:
                user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return log_in_as


@pytest.fixture
def keeper(log_in: Callable[[str], Client], media_root: object) -> Client:
    """Return the browser of somebody who keeps the catalogue."""
    return log_in("Catalogue")


def csv(*rows: str, header: str = "Handle,Title,Variant Price") -> bytes:
    """Return a file of Shopify's."""
    return "\n".join([header, *rows, ""]).encode()


def upload(client: Client, data: bytes, name: str = "products.csv", **fields: str) -> Tag:
    """Hand a file in and return the page that follows."""
    file = SimpleUploadedFile(name, data, content_type="text/csv")
    return soup(client.post(INDEX, {"file": file, **fields}, follow=True))


def soup(response: object) -> Tag:
    """Return the page of an answer."""
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def words(tag: Tag | None) -> str:
    """Return what stands in a part of a page."""
    return " ".join(tag.get_text(" ").split()) if tag else ""


def the_run() -> CatalogueRun:
    """Return the newest run."""
    return CatalogueRun.objects.first()


def step(client: Client, name: str = "advance", **fields: str) -> Tag:
    """Send what a button of the newest run's screen sends, and return the page that follows."""
    return soup(client.post(reverse(f"catalogue:{name}", args=[the_run().pk]), fields, follow=True))
