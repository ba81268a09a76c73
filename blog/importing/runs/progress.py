"""How far an import has come, for whoever watches it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Q

from ...models import ImportItem, ImportRun

_STATE = ImportItem.State


@dataclass(frozen=True, slots=True)
class Progress:
    """A run at one moment: what it does (`status`), how many articles of how many; `total` is None while files are
    read. `actions` counts what is planned or was done, `failed` what could not be read or placed."""

    status: str
    done: int
    total: int | None
    files_done: int
    files: int
    actions: Mapping[str, int] = field(default_factory=dict)
    failed: int = 0
    created: int = 0
    updated: int = 0

    @property
    def is_working(self) -> bool:
        """Tell whether another slice is to be asked for."""
        return self.status in (ImportRun.Status.READING, ImportRun.Status.RUNNING)


def progress(run: ImportRun) -> Progress:
    """Return how far a run has come. Four queries, whatever its size."""
    status = ImportRun.objects.values_list("status", flat=True).get(pk=run.pk)
    files = run.files.aggregate(all=Count("pk"), read=Count("pk", filter=Q(is_read=True)))
    states = dict(run.items.order_by().values_list("state").annotate(Count("pk")))
    rows = run.items.order_by().exclude(action="").values_list("action", "state").annotate(Count("pk"))
    actions: dict[str, int] = {}
    for action, _state, number in rows:
        actions[action] = actions.get(action, 0) + number
    done = {action: number for action, state, number in rows if state == _STATE.DONE}
    total = sum(states.values())
    if status == ImportRun.Status.READING:
        finished, total_known = total, None
    else:
        waiting = states.get(_STATE.READ, 0)
        if status not in (ImportRun.Status.MAPPING,):
            waiting += states.get(_STATE.PLANNED, 0)
        finished, total_known = total - waiting, total
    return Progress(
        status=status,
        done=finished,
        total=total_known,
        files_done=files["read"],
        files=files["all"],
        actions=actions,
        failed=states.get(_STATE.FAILED, 0),
        created=done.get("create", 0),
        updated=done.get("update", 0),
    )
