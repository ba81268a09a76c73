"""What a monitor is told."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from blog.posters.tasks import draw_pictures
from qnwellness.answers.lenient import LenientRedisCache
from qnwellness.health import parts, views
from qnwellness.health.models import Heartbeat
from qnwellness.home.management.commands import run_schedule

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_told():
    views._told.clear()


@pytest.fixture
def schedule_runs():
    run_schedule.say_it_lives()


def test_a_site_with_all_its_parts_is_ready(client, schedule_runs):
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"status": "ok", "wrong": {}})


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_it_is_not_where_the_database_does_not_answer(client, monkeypatch, error):
    def gone(*args):
        raise error("the connection to db-7.internal is closed")

    monkeypatch.setattr(parts, "MigrationExecutor", gone)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["status"]) == (503, "unavailable")
    assert response.json()["wrong"] == {"database": "The database does not answer."}


def test_it_is_not_where_migrations_are_pending(client, schedule_runs, monkeypatch):
    monkeypatch.setattr(parts.MigrationExecutor, "migration_plan", lambda *args: ["one"])
    response = client.get("/readyz")
    assert (response.status_code, list(response.json()["wrong"])) == (503, ["schema"])


def wrong(client) -> dict[str, str]:
    """Return what is said to be wrong with a site that serves."""
    response = client.get("/readyz")
    assert (response.status_code, response.json()["status"]) == (200, "degraded")
    return response.json()["wrong"]


class TestAScheduleThatDoesNotRun:
    def test_is_told(self, client):
        assert "has never run" in wrong(client)["schedule"]

    def test_is_told_when_it_ran_once(self, client, schedule_runs):
        Heartbeat.objects.update(at=timezone.now() - timedelta(minutes=11))
        assert "was last alive at" in wrong(client)["schedule"]

    def test_is_told_no_more_once_it_has_gone_round(self, client, monkeypatch):
        stops = run_schedule.Command
        monkeypatch.setattr(stops, "_wait", lambda self, seconds: setattr(self, "stopping", True))
        monkeypatch.setattr("signal.signal", lambda *args: None)
        # A test's connection holds what it has written.
        monkeypatch.setattr(run_schedule, "close_old_connections", lambda: None)
        call_command("run_schedule")
        assert client.get("/readyz").json()["status"] == "ok"


def test_a_shared_cache_that_does_not_answer_is_told(client, schedule_runs, settings):
    nobody = {"BACKEND": "qnwellness.answers.lenient.LenientRedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = {"default": nobody, "renditions": nobody}
    assert list(wrong(client)) == ["cache"]
    assert LenientRedisCache("redis://127.0.0.1:1/0", {}).answers() is False


class TestAFolderForUploads:
    def test_that_cannot_be_written_is_told(self, client, schedule_runs, monkeypatch):
        monkeypatch.setattr("os.access", lambda *args: False)
        assert wrong(client) == {"uploads": "Uploads cannot be written."}

    def test_that_is_about_to_be_full_is_told(self, client, schedule_runs, monkeypatch):
        monkeypatch.setattr(parts, "_LEAST_BYTES", 10**18)
        assert "are left for uploads" in wrong(client)["uploads"]

    def test_that_is_not_made_yet_is_none(self, client, schedule_runs, settings, tmp_path: Path):
        settings.MEDIA_ROOT = tmp_path / "to" / "be" / "made"
        assert client.get("/readyz").json()["status"] == "ok"


class TestAWorkerThatDoesNotRun:
    @pytest.fixture
    def queued(self, settings, schedule_runs):
        """Have something wait in the queue."""
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        draw_pictures.enqueue(1)
        return DBTaskResult.objects.filter(task_path="blog.posters.tasks.draw_pictures")

    def test_is_told_when_what_is_queued_has_waited_long(self, client, queued):
        queued.update(enqueued_at=timezone.now() - timedelta(minutes=11))
        assert "`manage.py db_worker` must run" in wrong(client)["worker"]

    def test_is_not_told_of_what_was_queued_just_now(self, client, queued):
        assert client.get("/readyz").json()["status"] == "ok"

    def test_is_not_told_where_nothing_is_queued(self, client, queued, settings):
        queued.update(enqueued_at=timezone.now() - timedelta(minutes=11))
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
        assert client.get("/readyz").json()["status"] == "ok"


def test_what_goes_wrong_is_logged_once_and_so_is_its_end(client, caplog):
    caplog.set_level(logging.WARNING)
    for _time in range(3):
        client.get("/readyz")
    Heartbeat.beat(parts.SCHEDULE)
    for _time in range(3):
        client.get("/readyz")
    said = [record.message.partition(":")[0] for record in caplog.records]
    assert said == ["schedule", "schedule"]
