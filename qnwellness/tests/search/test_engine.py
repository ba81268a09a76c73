"""A site whose search engine does not answer: only searching stops."""

import logging

import pytest
from django.db import OperationalError
from wagtail.test.utils.form_data import rich_text

from blog.models import ArticlePage
from blog.tests.editor.form import posted
from blog.tests.factories import journal
from qnwellness.content.indexing import indexing_together
from qnwellness.search import engine
from qnwellness.tests.test_start import user_of

pytestmark = pytest.mark.django_db
DATABASE = "qnwellness.search.backend"
GONE = "qnwellness.tests.search.gone.GoneSearchBackend"


@pytest.fixture
def gone(settings, monkeypatch):
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": GONE}}
    monkeypatch.setattr(engine._known, "is_down", False)


def test_readers_are_told_in_plain_words(client, gone):
    response = client.get("/search/", {"q": "magnesium"})
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
    assert "no-store" in response.headers["Cache-Control"]
    page = response.content.decode()
    assert "Searching does not work just now" in page
    assert 'value="magnesium"' in page
    assert "<footer" in page


def test_pages_are_published_and_read_all_the_same(client, gone):
    client.force_login(user_of("Editors"))
    address = f"/admin/pages/add/blog/articlepage/{journal().pk}/"
    fields = posted(("text", rich_text("<p>Words.</p>")), title="Kept", slug="kept")
    assert client.post(address, fields).status_code == 302
    article = ArticlePage.objects.get(slug="kept")
    article.save_revision().publish()
    article.refresh_from_db()
    with indexing_together():
        article.save()
    client.logout()
    assert client.get(article.url).status_code == 200
    article.delete()


def test_it_is_logged_once_and_so_is_its_end(client, gone, settings, caplog):
    caplog.set_level(logging.WARNING, engine.logger.name)
    for number in range(3):
        client.get("/search/", {"q": f"magnesium {number}"})
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": DATABASE, "SEARCH_CONFIG": "simple"}}
    for number in range(3):
        assert client.get("/search/", {"q": f"magnesium {number}"}).status_code == 200
    said = [record.levelname for record in caplog.records if record.name == engine.logger.name]
    assert said == ["ERROR", "WARNING"]


def test_monitors_are_told(client, gone):
    response = client.get("/readyz")
    assert (response.status_code, response.json()["status"]) == (200, "degraded")
    assert "Searching does not work" in response.json()["wrong"]["search"]
    assert "127.0.0.1" not in response.content.decode()


def failing(error):
    yield from ()
    raise error


class TestWhatIsNoFailureOfTheEngine:
    def test_is_left_as_it_is_where_the_database_searches(self):
        with pytest.raises(ZeroDivisionError):
            engine.read(failing(ZeroDivisionError()))

    def test_is_left_as_it_is_where_the_database_has_failed(self, gone):
        with pytest.raises(OperationalError):
            engine.read(failing(OperationalError()))
        assert not engine._known.is_down
