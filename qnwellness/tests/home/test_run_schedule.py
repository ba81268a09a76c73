"""The schedule: pages appear and the catalogue is fetched when their time has come, and no error ends it."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from django.db import OperationalError
from django.utils import timezone

from qnwellness.home.management.commands import run_schedule
from qnwellness.home.models import HomePage, PlainPage

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.django_db
class TestPublishingWhatIsDue:
    def test_publishes_a_page_whose_time_has_come(self) -> None:
        page = HomePage.objects.get().add_child(instance=PlainPage(title="Shipping", live=False))
        page.go_live_at = timezone.now() - timedelta(minutes=1)
        page.save_revision(approved_go_live_at=page.go_live_at)
        run_schedule.publish_due()
        page.refresh_from_db()
        assert page.live

    def test_leaves_a_page_whose_time_is_to_come(self) -> None:
        page = HomePage.objects.get().add_child(instance=PlainPage(title="Shipping", live=False))
        page.go_live_at = timezone.now() + timedelta(minutes=1)
        page.save_revision(approved_go_live_at=page.go_live_at)
        run_schedule.publish_due()
        page.refresh_from_db()
        assert not page.live

    def test_tries_a_page_that_failed_again_and_does_not_hold_up_the_next(self) -> None:
        home = HomePage.objects.get()
        first, second = (
            home.add_child(instance=PlainPage(title=title, live=False)) for title in ("One", "Two")
        )
        for minutes, page in ((2, first), (1, second)):
            page.go_live_at = timezone.now() - timedelta(minutes=minutes)
            page.save_revision(approved_go_live_at=page.go_live_at)

        def save(page: PlainPage, *args: object, **kwargs: object) -> None:
            if page.title == "One":
                raise RuntimeError("not today")
            super(PlainPage, page).save(*args, **kwargs)

        with mock.patch.object(PlainPage, "save", save):
            run_schedule.publish_due()
        second.refresh_from_db()
        assert second.live
        run_schedule.publish_due()
        first.refresh_from_db()
        assert first.live

    def test_survives_a_database_that_is_away(self, caplog: pytest.LogCaptureFixture) -> None:
        with mock.patch.object(run_schedule, "call_command", side_effect=OperationalError("gone")):
            run_schedule.publish_due()
        assert "trying again" in caplog.text


class TestTheCommand:
    @pytest.mark.timed
    @pytest.mark.slow
    def test_stops_soon_when_told_to(self, tmp_path: Path) -> None:
        env = os.environ | {
            "DJANGO_SETTINGS_MODULE": "qnwellness.settings.development",
            "DATA_DIR": str(tmp_path),
            "DATABASE_URL": "",
        }
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run_schedule", "--every", "0.1"],
            cwd=ROOT,
            env=env,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            # The database is empty: every round fails, and the schedule goes on.
            until = time.monotonic() + 30
            seen = next(line for line in process.stderr if "trying again" in line or time.monotonic() > until)
            assert "trying again" in seen
            process.send_signal(signal.SIGTERM)
            started = time.monotonic()
            assert process.wait(timeout=20) == 0
            assert time.monotonic() - started < 5
        finally:
            process.kill()


@pytest.mark.django_db
class TestFetchingTheCatalogue:
    @pytest.fixture
    def told(self, monkeypatch) -> list[str]:
        """Return what was fetched."""
        fetched: list[str] = []
        monkeypatch.setattr(
            run_schedule, "bring_in", lambda: fetched.append("catalogue") or mock.Mock(error="")
        )
        return fetched

    @pytest.mark.parametrize("due", [True, False])
    def test_fetches_it_when_it_is_due(self, told: list[str], monkeypatch, due: bool) -> None:
        monkeypatch.setattr(run_schedule, "is_due", lambda: due)
        run_schedule.fetch_due()
        assert told == (["catalogue"] if due else [])

    def test_a_site_without_a_schedule_fetches_nothing(self, told: list[str]) -> None:
        run_schedule.fetch_due()
        assert told == []

    def test_goes_on_when_it_cannot_be_fetched(self, monkeypatch, caplog) -> None:
        monkeypatch.setattr(run_schedule, "is_due", mock.Mock(side_effect=OperationalError("away")))
        run_schedule.fetch_due()
        assert "could not be fetched" in caplog.text
