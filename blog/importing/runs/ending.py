"""The end of an import: links between its articles are closed, and what was handed in is deleted."""

from django.utils import timezone

from ...models import ImportRun
from ..linking import link_open
from .storage import forget


def finish(run: ImportRun) -> None:
    """Follow up on what was placed, and mark the run as done."""
    link_open()
    ImportRun.objects.filter(pk=run.pk).update(
        status=ImportRun.Status.DONE, finished_at=timezone.now(), active_at=timezone.now(), error=""
    )
    run.refresh_from_db()
    forget(run)
