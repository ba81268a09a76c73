"""Undoing an import: what it means is told first, and what was kept afterwards."""

import pytest
from django.test import Client

from blog.models import ArticlePage

from .conftest import INDEX, address, imported, planned, post, soup, step, words

pytestmark = pytest.mark.django_db


def test_undoing_asks_first(importer: Client) -> None:
    page = imported(importer, post("Iron from leaves"))
    assert page.find("a", href=address("undo"))
    asked = soup(importer.get(address("undo")))
    assert "Delete the article this import created?" in words(asked)
    assert "Iron from leaves" in words(asked)
    assert ArticlePage.objects.count() == 1


def test_what_nobody_touched_goes_and_the_rest_is_kept_and_told(importer: Client) -> None:
    imported(importer, post("Iron from leaves"), post("Zinc from seeds"))
    zinc = ArticlePage.objects.get(title="Zinc from seeds")
    zinc.standfirst = "Our own words."
    zinc.save_revision()
    page = step(importer, "undo")
    assert "1 article is undone." in words(page)
    assert "1 article was kept" in words(page)
    assert ArticlePage.objects.get() == zinc
    (line,) = page.select(".catalogue-line")
    assert "Zinc from seeds" in words(line)
    assert line.select_one(".catalogue-line__error")
    # It cannot be undone twice.
    assert not page.find("a", href=address("undo"))
    assert importer.get(address("undo")).status_code == 302


def test_what_is_not_done_cannot_be_undone(importer: Client) -> None:
    planned(importer, post("Iron from leaves"))
    assert importer.get(address("undo")).status_code == 302
    assert importer.post(address("undo")).status_code == 302
    assert "Undo" not in [words(link) for link in soup(importer.get(INDEX)).select("a")]
