"""A cache in front of the site: what it is told, when, and that nothing is lost on the way."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread

import pytest
from django.http import HttpResponse

from blog.tests.factories import heading, make_article
from qnwellness.answers import front
from qnwellness.answers.changes import note_change
from qnwellness.answers.front import ALL, Purger, key_of, keys_to_drop, say_keys
from qnwellness.answers.front_backends import CloudflareBackend, FastlyBackend, NotPurged, VarnishBackend
from qnwellness.answers.models import Change
from qnwellness.answers.parts import ANYTHING, row

pytestmark = pytest.mark.django_db
SURROGATE = ("Surrogate-Control", "Surrogate-Key", " ")


class FakeBackend:
    """A cache in front that remembers what it was told, or cannot be reached."""

    told: list[list[str]] = []
    is_gone = False

    def __init__(self, params: dict[str, str]) -> None:
        pass

    def purge_keys(self, keys: list[str]) -> None:
        if FakeBackend.is_gone:
            raise NotPurged("gone")
        FakeBackend.told.append(keys)


@pytest.fixture
def told(settings, monkeypatch) -> list[list[str]]:
    """Put a cache in front that is told at once, and return what it hears."""
    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": f"{__name__}.FakeBackend"}}
    settings.FRONT_CACHE_HEADERS = SURROGATE
    monkeypatch.setattr(FakeBackend, "told", [])
    monkeypatch.setattr(FakeBackend, "is_gone", False)
    monkeypatch.setattr(front, "AFTER", (0.0, 0.0))
    return FakeBackend.told


class TestAnAnswer:
    def test_says_what_it_is_made_of_and_for_how_long_it_is_good(self, client, told):
        article = make_article(heading("A"), title="Kept")
        response = client.get(article.url)
        assert response.headers["Surrogate-Control"] == "max-age=60"
        assert {ALL, key_of(row("page", article.pk))} <= set(response.headers["Surrogate-Key"].split())
        assert response.headers["Cache-Control"] == "public, no-cache"

    def test_says_so_too_to_a_cache_that_has_it_already(self, client, told):
        article = make_article(heading("A"), title="Kept")
        etag = client.get(article.url).headers["ETag"]
        response = client.get(article.url, headers={"If-None-Match": etag})
        assert (response.status_code, response.headers["Surrogate-Control"]) == (304, "max-age=60")

    def test_says_nothing_where_there_is_no_cache(self, client):
        assert "Surrogate-Key" not in client.get("/").headers

    def test_for_somebody_says_nothing(self, client, told, admin_user):
        client.force_login(admin_user)
        assert "Surrogate-Key" not in client.get("/").headers

    def test_of_too_many_parts_goes_with_every_change(self, told):
        response = HttpResponse()
        say_keys(response, [row("page", number) for number in range(1_000)])
        assert response.headers["Surrogate-Key"].split() == [ALL, "any"]
        assert "any" in keys_to_drop([["page:5000"]])

    def test_has_headers_a_cache_can_read(self, told):
        response = HttpResponse()
        say_keys(response, [row("page", number) for number in range(front.MOST_KEYS)])
        assert len(response.headers["Surrogate-Key"]) < 8_000


class TestAChange:
    def test_is_told_twice_and_then_no_more(self, told):
        note_change("page:7")
        purger = Purger()
        assert [purger.purge_due() for _time in range(3)] == [1, 1, 0]
        assert told == [sorted([key_of("page:7"), "any"])] * 2

    def test_of_anything_drops_everything(self, told):
        note_change(ANYTHING)
        Purger().purge_due()
        assert told == [[ALL]]

    def test_is_told_only_when_every_process_knows_of_it(self, told, settings, monkeypatch):
        settings.ANSWERS_LOOK_EVERY = 0.5
        now = [100.0]
        monkeypatch.setattr(front.time, "monotonic", lambda: now[0])
        note_change("page:7")
        purger = Purger()
        assert purger.purge_due() == 0
        now[0] += 0.4
        assert purger.purge_due() == 0
        now[0] += 0.2
        assert purger.purge_due() == 1

    def test_that_could_not_be_told_is_told_later_by_whoever_comes(self, told, monkeypatch, caplog):
        caplog.set_level(logging.WARNING)
        monkeypatch.setattr(FakeBackend, "is_gone", True)
        note_change("page:7")
        purger = Purger()
        assert [purger.purge_due() for _time in range(3)] == [0, 0, 0]
        monkeypatch.setattr(FakeBackend, "is_gone", False)
        assert purger.purge_due() == 1
        assert key_of("page:7") in told[0]
        assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]

    def test_of_a_process_that_was_killed_is_told_by_the_next(self, told):
        note_change("page:7")
        Purger().purge_due()
        assert Purger().purge_due() == 1

    def test_among_very_many_drops_everything(self, told):
        Change.objects.bulk_create(Change(parts=[f"page:{number}"]) for number in range(600))
        purger = Purger()
        while purger.purge_due():
            pass
        assert told[0] == [ALL]
        assert not Change.objects.filter(told__lt=2).exists()

    def test_costs_a_query_where_there_is_none(self, told, django_assert_num_queries):
        with django_assert_num_queries(1):
            Purger().purge_due()

    def test_is_not_looked_for_without_a_cache(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            Purger().purge_due()
            front.keep_telling(Event())


@contextmanager
def heard(answer: bytes = b"{}", status: int = 200) -> Iterator[tuple[str, list]]:
    """Yield the address of a server and the list of what it hears."""
    requests: list = []

    class Handler(BaseHTTPRequestHandler):
        def hear(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            requests.append((self.command, self.path, dict(self.headers), body))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(answer)

        do_POST = do_PURGEKEYS = hear  # noqa: N815 - names the server looks for

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", requests
    finally:
        server.shutdown()
        server.server_close()


class TestWhatIsSent:
    def test_to_varnish_is_a_pattern(self):
        with heard() as (url, requests):
            VarnishBackend({"LOCATION": url}).purge_keys(["a1", "b2"])
        [(method, _path, headers, _body)] = requests
        assert (method, headers["Purge-Keys"]) == ("PURGEKEYS", "a1|b2")

    def test_to_fastly_are_surrogate_keys(self):
        with heard() as (url, requests):
            FastlyBackend({"SERVICE": "shop/1", "TOKEN": "secret", "API": url}).purge_keys(["a1"] * 300)
        assert [len(json.loads(body)["surrogate_keys"]) for *_rest, body in requests] == [256, 44]
        assert (requests[0][1], requests[0][2]["Fastly-Key"]) == ("/service/shop%2F1/purge", "secret")

    def test_to_cloudflare_are_tags(self):
        with heard(b'{"success": true}') as (url, requests):
            CloudflareBackend({"ZONE": "z", "TOKEN": "secret", "API": url}).purge_keys(["a1"])
        [(_method, path, headers, body)] = requests
        assert (path, json.loads(body)) == ("/zones/z/purge_cache", {"tags": ["a1"]})
        assert headers["Authorization"] == "Bearer secret"

    @pytest.mark.parametrize("answer", [b'{"success": false}', b"<html>", b"[]", b""])
    def test_to_cloudflare_is_not_taken_for_done_where_it_says_otherwise(self, answer):
        with heard(answer) as (url, _requests), pytest.raises(NotPurged):
            CloudflareBackend({"ZONE": "z", "TOKEN": "secret", "API": url}).purge_keys(["a1"])

    def test_and_refused_is_an_error_that_names_no_secret(self):
        with heard(status=403) as (url, _requests), pytest.raises(NotPurged) as refused:
            FastlyBackend({"SERVICE": "s", "TOKEN": "secret", "API": url}).purge_keys(["a1"])
        assert "secret" not in str(refused.value)

    def test_to_nobody_is_an_error(self):
        with pytest.raises(NotPurged):
            VarnishBackend({"LOCATION": "http://127.0.0.1:1"}).purge_keys(["a1"])
