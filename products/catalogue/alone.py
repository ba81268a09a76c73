"""One command at a time: who holds the lock knows that every other run of a command is dead."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from products.models import CatalogueRun


@contextmanager
def alone() -> Iterator[None]:
    """Hold the lock of this machine's imports by command; wait for another one that has it.

    The system lets go of it when a process dies, however it does.
    """
    with (Path(settings.DATA_DIR) / "catalogue-import.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def bury_dead_runs() -> list[str]:
    """Mark the runs of commands that were killed as failed, and return a line about each. Only for who is `alone`."""
    status = CatalogueRun.Status
    dead = CatalogueRun.objects.filter(
        trigger=CatalogueRun.Trigger.COMMAND, status__in=(status.PLANNED, status.RUNNING)
    )
    lines = []
    for run in dead:
        run.status, run.finished_at = status.FAILED, timezone.now()
        run.error = f"It was stopped after {run.position:,} of {run.total:,} products; import the file again."
        run.save(update_fields=["status", "finished_at", "error"])
        so_far = f"{run.position:,} of {run.total:,} products"
        lines.append(f"an earlier import of {run.source} was stopped after {so_far}")
    return lines
