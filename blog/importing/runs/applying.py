"""Writing what was planned and chosen, a slice at a time: each article with its item in one transaction."""

import time

from django.utils import timezone

from ...models import ImportItem, ImportRun
from ..document.stored import from_json
from ..placing import Surroundings, carry_out
from .alone import alone
from .ending import finish
from .files import Handed

_STATE, _STATUS = ImportItem.State, ImportRun.Status


def apply_slice(run: ImportRun, seconds: float = 2.0) -> bool:
    """Go on for about so many seconds; True when the run is done. At least one article is placed.

    Takes up a run that was stopped by anything. Each article is placed as things are then: what was edited here since
    it was planned is a conflict. Raises Busy when another import is at work; then nothing is written.
    """
    if run.status == _STATUS.DONE:
        return True
    until = time.monotonic() + seconds
    with alone(run, str(run.user or run.get_trigger_display())):
        _begin(run)
        waiting = run.items.filter(state=_STATE.PLANNED, is_chosen=True)
        around = Surroundings(parent=run.parent, run=run, publish=run.publishes)
        handed = Handed(run)
        while item := waiting.select_related("file", "page").first():
            carry_out(from_json(item.content), handed.shelf(item.file), around, item)
            ImportRun.objects.filter(pk=run.pk).update(active_at=timezone.now())
            if time.monotonic() >= until:
                break
        if waiting.exists():
            return False
        finish(run)
    return True


def _begin(run: ImportRun) -> None:
    ImportRun.objects.filter(pk=run.pk).update(
        status=_STATUS.RUNNING, active_at=timezone.now(), finished_at=None, error=""
    )
    run.refresh_from_db(fields=["status", "active_at", "finished_at", "error"])
