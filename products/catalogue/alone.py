"""One command at a time: who holds the lock knows that every other run of a command is dead."""

from contextlib import AbstractContextManager

from django.utils import timezone

from products.models import CatalogueRun
from qnwellness.content import alone as jobs


def alone() -> AbstractContextManager[None]:
    """Hold the lock of this machine's imports by command; wait for another one that has it."""
    return jobs.alone("catalogue-import", "import_catalogue", waits=True)


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
