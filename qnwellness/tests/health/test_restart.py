"""PostgreSQL restarted under a site that serves, with nobody to do what is queued: what is lost, and for how long."""

import os
import runpy
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from qnwellness.tests.answers.two_servers import Site
from qnwellness.tests.made_site import ROOT

# In one process: setting a site up takes long.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("restarts")]

SUITE = runpy.run_path(str(ROOT / ".ci/suite/postgres.py"))
# What was committed must survive the end of the server, if not that of the machine.
DURABLE = ("fsync=off", "listen_addresses=")
PASSWORD = "of-this-test-only-7331"
# A reader may get an error for so many seconds after the database takes connections again.
GRACE = 3
SETUP = f"""
import django; django.setup()
from django.contrib.auth import get_user_model
from blog.tests.factories import heading, make_article
get_user_model().objects.create_superuser("editor", "editor@shop.example", {PASSWORD!r})
make_article(heading("A"), title="Kept", slug="kept")
"""
FIND = """
import django; django.setup()
from blog.models import ArticlePage
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page
from wagtail.models.reference_index import ReferenceIndex
assert Page.find_problems() == ([], [], [], [], []), Page.find_problems()
copies = ArticlePage.objects.filter(slug__startswith="copy-")
assert set({saved!r}) <= set(copies.values_list("slug", flat=True)), "what was said to be saved is not there"
assert Page.objects.filter(slug__startswith="copy-").count() == copies.count(), "a page without its article"
# Wagtail copies in several transactions: a copy that was cut short, and not said to be made, may lack its revision.
done = copies.filter(slug__in={saved!r})
assert not done.filter(latest_revision=None).exists(), "an article without its revision"
queued = {{task.args_kwargs["args"][2] for task in DBTaskResult.objects.ready() if len(task.args_kwargs["args"]) > 2}}
assert {{str(pk) for pk in copies.values_list("pk", flat=True)}} <= queued, "an article that is not to be indexed"
"""
NUMBER = """
import django; django.setup()
from blog.models import ArticlePage
print(ArticlePage.objects.get(slug="kept").pk)
"""
DONE = """
import django; django.setup()
from django_tasks_db.models import DBTaskResult
from blog.models import ArticlePage
assert DBTaskResult.objects.exists() and not DBTaskResult.objects.ready().exists()
assert not DBTaskResult.objects.failed().exists(), DBTaskResult.objects.failed().first().traceback
assert ArticlePage.objects.autocomplete("copy").count() > 2
"""
LONG_AGO = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(hours=1))
"""


class Postgres:
    """A server of our own that can be restarted, at an address like the suite's."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._folder = Path(parse_qs(urlsplit(url).query)["host"][0])
        self._account = SUITE["_account"](self._folder)

    def restart(self) -> None:
        """Have it die as if the power failed, and return once it takes connections again."""
        self._control("-m", "immediate", "-w", "restart")

    def stop(self) -> None:
        self._control("-m", "fast", "-w", "stop")

    def _control(self, *command: str) -> None:
        program = SUITE["_programs"]() / "pg_ctl"
        subprocess.run(
            [program, "-D", self._folder / "data", "-s", "-l", self._folder / "data/restarts.log", *command],
            cwd=self._folder,
            check=True,
            timeout=60,
            **self._account,
        )


@dataclass
class Seen:
    """What somebody got who asks again and again: when, and with which status; 0 is no answer."""

    answers: list[tuple[float, int]] = field(default_factory=list)

    def statuses(self) -> set[int]:
        return {status for _at, status in self.answers}


@contextmanager
def again_and_again(ask: Callable[[int], int]) -> Iterator[Seen]:
    """Ask until the block ends, at most ten times a second."""
    seen, over = Seen(), Event()

    def go_on() -> None:
        number = 0
        while not over.wait(0.1):
            number += 1
            status = 0
            with suppress(OSError, HTTPException):
                status = ask(number)
            seen.answers.append((time.monotonic(), status))

    thread = Thread(target=go_on)
    thread.start()
    try:
        yield seen
    finally:
        over.set()
        thread.join(60)


@pytest.fixture(scope="module")
def postgres(require) -> Iterator[Postgres]:
    given = os.environ.pop("DATABASE_URL_POSTGRES", None)
    try:
        with SUITE["postgres"](DURABLE) as url:
            server = Postgres(url)
            yield server
            server.stop()
    except SUITE["PostgresMissing"] as missing:
        require(None, str(missing))
    finally:
        if given is not None:
            os.environ["DATABASE_URL_POSTGRES"] = given


@pytest.fixture(scope="module")
def site(postgres: Postgres, tmp_path_factory) -> Iterator[Site]:
    made = Site(tmp_path_factory, DATABASE_URL=postgres.url, TASKS="database")
    made.run("-c", SETUP)
    yield made
    made.stop()


def copying(site: Site, saved: list[str]) -> Callable[[int], int]:
    """Return an editor who copies an article each time, and notes which copies were said to be made."""
    editor = site.reader()
    answer, page = editor.post(0, "/admin/login/", username="editor", password=PASSWORD)
    assert answer.status == 302, page
    address = f"/admin/pages/{site.run('-c', NUMBER).strip()}/copy/"
    answer, form = editor.get(0, address)
    assert answer.status == 200

    def copy(number: int) -> int:
        slug = f"copy-{number}"
        answer, page = editor.send(0, address, form, new_title=slug, new_slug=slug)
        if answer.status == 302:
            saved.append(slug)
        assert answer.status in {302, 503}, page
        return answer.status

    return copy


def test_a_restart_costs_seconds_and_nothing_that_was_saved(postgres: Postgres, site: Site) -> None:
    saved: list[str] = []
    for path in ("/blog/", "/blog/kept/"):
        site.get(path)
    reader, seeker = site.reader(), site.reader()
    accepts: list[float] = []
    with (
        again_and_again(lambda number: reader.get(number % 2, "/blog/kept/")[0].status) as kept,
        again_and_again(lambda number: seeker.get(1, f"/search/?q=word{number}")[0].status) as made,
        again_and_again(copying(site, saved)) as edited,
    ):
        for _time in range(2):
            time.sleep(1)
            postgres.restart()
            accepts.append(time.monotonic())
            time.sleep(GRACE + 1)
    assert kept.statuses() == {200}
    # What has to be made fails as long as it has to, in plain words, and not a moment longer.
    assert made.statuses() | edited.statuses() <= {200, 302, 503}
    for began, ended in zip(accepts, [accepts[1] - GRACE - 1, float("inf")], strict=True):
        for seen in (made, edited):
            late = [at for at, status in seen.answers if status == 503 and began + GRACE < at < ended]
            assert late == []
            assert [at for at, status in seen.answers if status != 503 and began + GRACE < at]
    # gunicorn tells of each worker it starts.
    logs = [path.read_text() for path in sorted(Path(site.env["DATA_DIR"]).glob("server-*.log"))]
    assert [log.count("Booting worker") for log in logs] == [1, 1]
    assert len(saved) > 2
    site.run("-c", FIND.format(saved=saved))


def test_what_nobody_does_is_told_and_done_once_somebody_is_there(site: Site) -> None:
    site.run("-c", LONG_AGO)
    answer, said = site.reader().get(0, "/readyz")
    assert (answer.status, "db_worker" in said) == (200, True)
    assert site.reader().get(0, "/blog/kept/")[0].status == 200
    site.run("manage.py", "db_worker", "--batch", "--no-reload")
    assert "db_worker" not in site.reader().get(0, "/readyz")[1]
    site.run("-c", DONE)
