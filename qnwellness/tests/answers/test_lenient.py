"""A site whose Redis is gone, hung or slow, with a real server."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from wagtail.test.utils.form_data import rich_text

from blog.models import ArticlePage
from blog.tests.editor.form import posted
from blog.tests.factories import journal
from qnwellness.answers import lenient
from qnwellness.answers.lenient import PAUSE, TIMEOUT, LenientRedisCache
from qnwellness.tests.test_start import user_of

PROGRAM = shutil.which("redis-server")
PASSWORD = "of-this-test-only-7331"


class Redis:
    """A server of our own on a port of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        command = [str(PROGRAM), "--port", str(self.port), "--bind", "127.0.0.1", "--save", "60 1000"]
        self.process = subprocess.Popen(
            [*command, "--dir", str(self.folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1):
                    return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("redis-server does not start")

    def stop(self) -> None:
        """End it; what it holds is written and there again when it starts."""
        self.process.terminate()
        self.process.wait(20)

    def hang(self) -> None:
        os.kill(self.process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        os.kill(self.process.pid, signal.SIGCONT)


@pytest.fixture
def redis(require, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Redis]:
    require(PROGRAM, "there is no redis-server")
    monkeypatch.setattr(lenient, "PAUSE", 0.3)
    server = Redis(tmp_path)
    yield server
    if server.process.poll() is None:
        server.go_on()
        server.stop()


@pytest.fixture
def cache(redis: Redis) -> Iterator[LenientRedisCache]:
    made = LenientRedisCache(redis.url, {"KEY_PREFIX": "test"})
    made.set("old", "value")
    assert made.get("old") == "value"
    yield made
    made.close()


def say_nothing_is_found(cache: LenientRedisCache) -> None:
    assert cache.get("old", "nothing") == "nothing"
    assert cache.get_many(["old"]) == {}
    assert "old" not in cache
    assert cache.add("new", 1) is True
    cache.set("new", 1)
    assert cache.set_many({"new": 1}) == ["new"]
    assert cache.touch("old") is False
    assert cache.delete("old") is False
    cache.delete_many(["old"])
    with pytest.raises(ValueError, match="not found"):
        cache.incr("new")
    assert cache.get_or_set("new", 7) == 7


def test_it_is_a_cache(cache: LenientRedisCache) -> None:
    cache.set("a", {"b": [1]}, 60)
    assert cache.get_many(["a", "none"]) == {"a": {"b": [1]}}
    assert cache.add("a", 2) is False
    assert cache.incr("n" if cache.add("n", 1) else "", 2) == 3
    assert cache.delete("a") is True


def test_nothing_is_found_where_it_is_stopped(redis: Redis, cache: LenientRedisCache) -> None:
    redis.stop()
    say_nothing_is_found(cache)


@pytest.mark.timed
def test_nobody_waits_for_one_that_hangs(redis: Redis, cache: LenientRedisCache) -> None:
    redis.hang()
    started = time.monotonic()
    say_nothing_is_found(cache)
    # Once for what is asked first, and not again at once.
    assert time.monotonic() - started < 2 * TIMEOUT + 0.5


@pytest.mark.timed
def test_it_is_used_again_when_it_is_back(redis: Redis, cache: LenientRedisCache) -> None:
    redis.stop()
    assert cache.get("old") is None
    redis.start()
    time.sleep(0.4)
    assert cache.get("old") == "value"


def test_what_should_have_gone_meanwhile_does_not_come_back(redis: Redis, cache: LenientRedisCache) -> None:
    redis.hang()
    cache.delete("old")
    redis.go_on()
    time.sleep(0.4)
    assert cache.get("old") is None


def test_it_is_told_once_that_it_is_gone_and_once_that_it_is_back(
    redis: Redis, cache: LenientRedisCache, caplog: pytest.LogCaptureFixture
) -> None:
    redis.hang()
    for _time in range(5):
        cache.get("old")
    time.sleep(0.4)
    cache.get("old")
    redis.go_on()
    time.sleep(0.4)
    cache.get("old")
    cache.get("old")
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]


@pytest.fixture
def site_with_it(redis: Redis, settings) -> Redis:
    backend = "qnwellness.answers.lenient.LenientRedisCache"
    settings.CACHES = {
        name: {"BACKEND": backend, "LOCATION": redis.url, "KEY_PREFIX": name}
        for name in ("default", "renditions")
    }
    return redis


@pytest.mark.django_db
def test_editors_log_in_and_save_without_it(site_with_it: Redis, client) -> None:
    user = user_of("Editors")
    user.set_password(PASSWORD)
    user.save()
    address = f"/admin/pages/add/blog/articlepage/{journal().pk}/"
    fields = posted(("text", rich_text("<p>Words.</p>")), title="Kept", slug="kept")
    site_with_it.hang()
    entered = client.post("/admin/login/", {"username": user.get_username(), "password": PASSWORD})
    assert (entered.status_code, entered.headers["Location"]) == (302, "/admin/")
    assert client.post(address, fields).status_code == 302
    assert ArticlePage.objects.filter(slug="kept").exists()


@pytest.mark.django_db
def test_pages_are_answered_without_it(site_with_it: Redis, client) -> None:
    redis = site_with_it
    assert client.get("/").status_code == 200
    redis.hang()
    assert client.get("/blog/").status_code == 200
    redis.go_on()
    redis.stop()
    assert client.get("/products/").status_code == 200
    assert isinstance(caches["default"], LenientRedisCache)


def test_it_is_asked_rarely_while_it_is_gone() -> None:
    assert PAUSE >= 5 * TIMEOUT
