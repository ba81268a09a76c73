"""Writing what was planned and chosen, a slice at a time: each article with its item in one transaction."""

import time

from django.utils import timezone

from ...models import ImportItem, ImportRun
from .. import report
from ..document.stored import from_json
from ..placing import Surroundings, foresee, place, told
from .alone import alone
from .ending import finish
from .pictures import beside

_STATE, _STATUS = ImportItem.State, ImportRun.Status


def apply_slice(run: ImportRun, seconds: float = 2.0) -> bool:
    """Go on for about so many seconds; True when the run is done. At least one article is placed.

    Takes up a run that was stopped by anything. Raises Busy when another import is at work; then nothing is written.
    """
    if run.status == _STATUS.DONE:
        return True
    until = time.monotonic() + seconds
    with alone(run, str(run.user or run.get_trigger_display())):
        _begin(run)
        around = Surroundings(parent=run.parent, run=run, publish=run.publishes)
        pictures = beside(run)
        for item in run.items.filter(state=_STATE.PLANNED, is_chosen=True).iterator(chunk_size=5):
            _apply(item, around, pictures)
            ImportRun.objects.filter(pk=run.pk).update(active_at=timezone.now())
            if time.monotonic() >= until:
                break
        if run.items.filter(state=_STATE.PLANNED, is_chosen=True).exists():
            return False
        finish(run)
    return True


def _begin(run: ImportRun) -> None:
    ImportRun.objects.filter(pk=run.pk).update(
        status=_STATUS.RUNNING, active_at=timezone.now(), finished_at=None, error=""
    )
    run.refresh_from_db(fields=["status", "active_at", "finished_at", "error"])


def _apply(item: ImportItem, around: Surroundings, pictures) -> None:
    """Place one article as things are now: they may have changed since it was planned."""
    try:
        plan = foresee(from_json(item.content), pictures, around)
        said = place(plan, around, item) if plan.writes else told(plan, around)
    except Exception as problem:
        said = report.failed(item.source, f"cannot be placed: {type(problem).__name__}: {problem}")
    if said.error:
        # What was undone in the database is still in memory.
        item = ImportItem.objects.get(pk=item.pk)
        item.state, item.error = _STATE.FAILED, said.error
        item.save(update_fields=["state", "error"])
    elif item.state != _STATE.DONE:
        item.state, item.action, item.report = (
            _STATE.DONE,
            said.action or "",
            report.as_json([said])["articles"][0],
        )
        item.save(update_fields=["state", "action", "report"])
