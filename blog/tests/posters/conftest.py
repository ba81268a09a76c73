"""What tests of pictures share: a storage of their own, and drawings that are counted."""

from collections.abc import Callable

import pytest
from django.core.cache import cache

from blog.infographics.poster.value import Poster
from blog.posters import pictures, turns


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    """Keep pictures, and the locks of those who draw, in a folder that is empty before each test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA_DIR = tmp_path
    turns._begun.clear()
    cache.clear()
    return tmp_path / "media" / "posters"


@pytest.fixture
def drawn(monkeypatch) -> list[str]:
    """Return the names of the pictures that are drawn while the test runs."""
    names: list[str] = []
    really: Callable[[Poster, str], bytes] = pictures.draw

    def draw(poster: Poster, name: str) -> bytes:
        names.append(name)
        return really(poster, name)

    monkeypatch.setattr(pictures, "draw", draw)
    return names


@pytest.fixture
def nothing_is_drawn(monkeypatch) -> None:
    """Let the test fail where anything is drawn."""

    def refuse(*args: object) -> bytes:
        raise AssertionError("something was drawn")

    monkeypatch.setattr(pictures, "draw", refuse)
    monkeypatch.setattr("blog.posters.drawing.svg", refuse)
    monkeypatch.setattr("blog.posters.drawing.rasterised", refuse)
