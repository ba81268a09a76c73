"""Planning what was read, a slice at a time: what would become of each article stands at its item, nothing on pages."""

import time

from django.utils import timezone

from ...models import ImportItem, ImportRun
from .. import report
from ..document.stored import from_json
from ..keys import twice
from ..placing import Surroundings, foresee, told, unforeseen
from .files import Handed

_STATE, _STATUS = ImportItem.State, ImportRun.Status


def plan_slice(run: ImportRun, seconds: float = 2.0) -> bool:
    """Plan on for about so many seconds; True when every article is planned and `apply_slice` can begin.

    At least one article is planned. One that breaks the rules is marked as failed and stops no other. Articles that
    change something are chosen, unless somebody decided to leave them out.
    """
    until = time.monotonic() + seconds
    around = Surroundings(parent=run.parent, run=run, publish=run.publishes)
    handed = Handed(run)
    waiting = run.items.filter(state=_STATE.READ)
    while item := waiting.select_related("file").first():
        _plan(item, around, handed)
        if time.monotonic() >= until:
            break
    is_done = not waiting.exists()
    ImportRun.objects.filter(pk=run.pk, status__in=(_STATUS.MAPPING, _STATUS.PLANNED)).update(
        status=_STATUS.PLANNED if is_done else _STATUS.MAPPING, active_at=timezone.now()
    )
    run.refresh_from_db(fields=["status", "active_at"])
    return is_done


def plan_again(run: ImportRun) -> None:
    """Have the articles of a run planned again that nothing was done with yet, as after another decision."""
    run.items.filter(state=_STATE.PLANNED).update(state=_STATE.READ, action="", is_chosen=True)
    ImportRun.objects.filter(pk=run.pk, status=_STATUS.PLANNED).update(status=_STATUS.MAPPING)
    run.refresh_from_db(fields=["status"])


def _plan(item: ImportItem, around: Surroundings, handed: Handed) -> None:
    try:
        _foresee(item, around, handed)
    except Exception as problem:
        _fail(item, f"cannot be planned: {unforeseen(problem)}")
    item.save(update_fields=["state", "action", "is_chosen", "title", "report", "error", "page"])


def _foresee(item: ImportItem, around: Surroundings, handed: Handed) -> None:
    same = item.run.items.filter(source=item.source, position__lt=item.position).exclude(content=None)
    if first := same.select_related("file").first():
        names = filter(None, [first.file.name if first.file else "", first.place])
        _fail(item, twice(item.source, ", ".join(names)))
        return
    planned = foresee(from_json(item.content), handed.shelf(item.file), around)
    said = told(planned, around)
    item.state, item.action, item.error = _STATE.PLANNED, str(planned.action), ""
    item.title, item.report = (said.title or "")[:255], report.as_json([said])["articles"][0]
    item.page = planned.record.article if planned.record else None
    item.is_chosen = planned.writes and around.decisions.slugs.get(item.source) != ""


def _fail(item: ImportItem, error: str) -> None:
    item.state, item.is_chosen, item.error = _STATE.FAILED, False, error
