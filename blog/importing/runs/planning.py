"""Planning what was read, a slice at a time: what would become of each article stands at its item, nothing on pages."""

import time

from django.utils import timezone

from ...models import ImportItem, ImportRun
from .. import report
from ..document.stored import from_json
from ..placing import Surroundings, foresee, told
from .pictures import beside

_STATE, _STATUS = ImportItem.State, ImportRun.Status
# As a file of an import calls what cannot be placed.
TWICE = "an earlier article of this import has the same key ({key}: {place}); only that one is brought in"


def plan_slice(run: ImportRun, seconds: float = 2.0) -> bool:
    """Plan on for about so many seconds; True when every article is planned and `apply_slice` can begin.

    At least one article is planned. One that breaks the rules is marked as failed and stops no other.
    """
    until = time.monotonic() + seconds
    around = Surroundings(parent=run.parent, run=run, publish=run.publishes)
    pictures = beside(run)
    for item in run.items.filter(state=_STATE.READ).iterator(chunk_size=5):
        _plan(item, around, pictures)
        if time.monotonic() >= until:
            break
    is_done = not run.items.filter(state=_STATE.READ).exists()
    status = _STATUS.PLANNED if is_done else _STATUS.MAPPING
    ImportRun.objects.filter(pk=run.pk).update(status=status, active_at=timezone.now())
    run.refresh_from_db(fields=["status", "active_at"])
    return is_done


def plan_again(run: ImportRun) -> None:
    """Have the articles of a run planned again that nothing was done with yet, as after another decision."""
    run.items.filter(state=_STATE.PLANNED).update(state=_STATE.READ, action="", is_chosen=True)
    ImportRun.objects.filter(pk=run.pk, status=_STATUS.PLANNED).update(status=_STATUS.MAPPING)
    run.refresh_from_db(fields=["status"])


def _plan(item: ImportItem, around: Surroundings, pictures) -> None:
    try:
        _foresee(item, around, pictures)
    except Exception as problem:
        # Whatever one article does to the rules, the others are planned.
        item.state, item.is_chosen = _STATE.FAILED, False
        item.error = f"cannot be planned: {type(problem).__name__}: {problem}"
    item.save(update_fields=["state", "action", "is_chosen", "title", "report", "error", "page"])


def _foresee(item: ImportItem, around: Surroundings, pictures) -> None:
    first = item.run.items.filter(source=item.source, position__lt=item.position).first()
    if first:
        item.state, item.is_chosen = _STATE.FAILED, False
        item.error = TWICE.format(key=item.source, place=first.place or f"number {first.position}")
        return
    planned = foresee(from_json(item.content), pictures, around)
    said = told(planned, around)
    item.state, item.action, item.error = _STATE.PLANNED, str(planned.action), ""
    item.title, item.report = (said.title or "")[:255], report.as_json([said])["articles"][0]
    item.page = planned.record.article if planned.record else None
    item.is_chosen = planned.writes and around.decisions.slugs.get(item.source) != ""
