"""Who imports articles, and what they do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from blog.models import ImportRun

INDEX = "/admin/articles/import/"


@pytest.fixture(autouse=True)
def root(settings: Any, tmp_path: Path) -> Path:
    """Return the folder of what waits to be imported."""
    settings.IMPORTS_ROOT = tmp_path / "imports"
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.IMPORTS_ROOT


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
def importer(log_in: Callable[[str], Client]) -> Client:
    """Return the browser of somebody who imports articles."""
    return log_in("Importers")


def post(title: str, words: str = "It holds iron, and the gut takes it up slowly.", **front: str) -> str:
    """Return an article in Markdown; `front` are lines of its front matter."""
    head = "".join(f"{name}: {value}\n" for name, value in {"title": title, **front}.items())
    return f"---\n{head}---\n\n{words}\n\n## Where it grows\n\nLentils and dark leaves grow in poor soil.\n"


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    """Return a file to hand in."""
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def hand_in(client: Client, *contents: str, pasted: str = "", **fields: str) -> Tag:
    """Hand texts in and return the page that follows, on which nothing is read yet."""
    files = [file(f"post-{number}.md", content) for number, content in enumerate(contents, start=1)]
    return soup(client.post(INDEX, {"files": files, "pasted": pasted, **fields}, follow=True))


def go_on(client: Client) -> Tag:
    """Press Continue until there is nothing to continue, and return the page."""
    page = soup(client.get(address("run")))
    for _press in range(60):
        if not page.select("form[data-progress-form]"):
            return page
        page = step(client, "advance")
    raise AssertionError("it never comes to an end")


def planned(client: Client, *contents: str, pasted: str = "", **fields: str) -> Tag:
    """Hand texts in and return the screen of the plan, or of the questions before it."""
    hand_in(client, *contents, pasted=pasted, **fields)
    return go_on(client)


def imported(client: Client, *contents: str, **fields: str) -> Tag:
    """Hand texts in, let them in, and return the screen at the end."""
    planned(client, *contents, **fields)
    step(client, "choose", do="go", **ticks(client))
    return go_on(client)


def ticks(client: Client) -> dict[str, list[str]]:
    """Return what the ticks of the plan's screen send."""
    page = soup(client.get(address("run")))
    return {
        "shown": [tag["value"] for tag in page.select("input[name=shown]")],
        "chosen": [tag["value"] for tag in page.select("input[name=chosen][checked]")],
    }


def soup(response: object) -> Tag:
    """Return the page of an answer."""
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "html.parser")


def words(tag: Tag | None) -> str:
    """Return what stands in a part of a page."""
    return " ".join(tag.get_text(" ").split()) if tag else ""


def the_run() -> ImportRun:
    """Return the newest import."""
    return ImportRun.objects.first()


def address(name: str, *more: int) -> str:
    """Return an address of the newest import."""
    return reverse(f"article_import:{name}", args=[the_run().pk, *more])


def step(client: Client, name: str, **fields: Any) -> Tag:
    """Send what a button of the newest import's screen sends, and return the page that follows."""
    return soup(client.post(address(name), fields, follow=True))
