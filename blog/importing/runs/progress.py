"""How far an import has come, for whoever watches it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Q

from ...models import ImportItem, ImportRun

_STATE = ImportItem.State
# State, action, whether it is chosen, and how many.
_Row = tuple[str, str, bool, int]


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
    """Return how far a run has come. Three queries, whatever its size."""
    status = ImportRun.objects.values_list("status", flat=True).get(pk=run.pk)
    files = run.files.aggregate(all=Count("pk"), read=Count("pk", filter=Q(is_read=True)))
    rows = list(run.items.order_by().values_list("state", "action", "is_chosen").annotate(Count("pk")))
    done, total = _so_far(status, rows)
    return Progress(
        status=status,
        done=done,
        total=total,
        files_done=files["read"],
        files=files["all"],
        actions=_counted((action, number) for _state, action, _chosen, number in rows if action),
        failed=sum(number for state, _action, _chosen, number in rows if state == _STATE.FAILED),
        **{
            name: sum(
                number for state, said, _chosen, number in rows if (state, said) == (_STATE.DONE, action)
            )
            for name, action in (("created", "create"), ("updated", "update"))
        },
    )


def _so_far(status: str, rows: list[_Row]) -> tuple[int, int | None]:
    """Return how many articles are through with what a run does now, of how many: only chosen ones are placed."""
    counts = _counted((state, number) for state, _action, is_chosen, number in rows)
    if status == ImportRun.Status.READING:
        return sum(counts.values()), None
    if status == ImportRun.Status.MAPPING:
        return sum(counts.values()) - counts.get(_STATE.READ, 0), sum(counts.values())
    waiting = sum(n for state, _action, chosen, n in rows if state == _STATE.PLANNED and chosen)
    through = sum(n for state, _action, _chosen, n in rows if state not in (_STATE.PLANNED, _STATE.READ))
    return through, through + waiting


def _counted(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for name, number in pairs:
        counts[name] += number
    return dict(counts)
