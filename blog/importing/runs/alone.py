"""One import writes at a time, by command or in the admin; another one is told who and since when."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django.utils.formats import date_format

from qnwellness.content import alone as jobs
from qnwellness.content.alone import Busy

from ...models import ImportItem, ImportRun

__all__ = ["Busy", "alone", "bury_dead_runs", "busy_words"]

JOB = "article-import"
# A screen asks for the next slice every few seconds; one that was silent for so long is closed.
SILENT_FOR = timedelta(seconds=60)
# Longer than any slice takes, in seconds.
_SLICE = 15.0
# Any number; it names the lock among those of the database.
_KEY = 6_150_321
_STATUS = ImportRun.Status


@contextmanager
def alone(run: ImportRun | None, who: str) -> Iterator[None]:
    """Hold the lock of article imports while something is written for `run`. Raises Busy.

    An import of the admin is at work between its slices, too, until it was silent for SILENT_FOR. On PostgreSQL the
    lock is the database's, so that it holds for several machines. Another slice of the same run is waited for.
    """
    with _lock(f"{who}, import {run.pk}" if run else who), _database_lock():
        bury_dead_runs(run)
        other = _running(run).first()
        if other:
            raise Busy(_who(other), other.started_at)
        yield


def bury_dead_runs(mine: ImportRun | None = None) -> list[ImportRun]:
    """Mark the runs that were killed or left as failed, and return them; each can be gone on with.

    Only for who is `alone`: no run of a command is alive then.
    """
    dead = [
        run
        for run in _running(mine)
        if run.trigger == ImportRun.Trigger.COMMAND or run.active_at < timezone.now() - SILENT_FOR
    ]
    for run in dead:
        done = run.items.exclude(state__in=(ImportItem.State.READ, ImportItem.State.PLANNED)).count()
        run.status, run.finished_at = _STATUS.FAILED, timezone.now()
        run.error = f"It was stopped after {done:,} articles. Everything so far is whole; the rest can go on."
        run.save(update_fields=["status", "finished_at", "error"])
    return dead


def busy_words(busy: Busy) -> str:
    """Return one line for a person about the import that is at work."""
    since = date_format(timezone.localtime(busy.since), "j F, H:i") if busy.since else ""
    words = f"Another import is at work ({busy.who or 'unknown'}{f', since {since}' if since else ''})"
    return f"{words}; try again when it is done. Nothing was written."


@contextmanager
def _lock(who: str) -> Iterator[None]:
    """Hold the lock of this machine; two windows with one run take turns."""
    until = time.monotonic() + _SLICE
    while True:
        try:
            with jobs.alone(JOB, who):
                yield
            return
        except Busy as busy:
            # Without a name it is one that has just begun or is about to end.
            if busy.who not in (who, "") or time.monotonic() > until:
                raise
        time.sleep(0.1)


def _running(mine: ImportRun | None):
    return ImportRun.objects.filter(status=_STATUS.RUNNING).exclude(pk=mine.pk if mine else None)


def _who(run: ImportRun) -> str:
    return str(run.user) if run.user else run.get_trigger_display()


@contextmanager
def _database_lock() -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_KEY])
        (has_it,) = cursor.fetchone()
    if not has_it:
        other = _running(None).first()
        raise Busy(_who(other) if other else "", other.started_at if other else None)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_KEY])
