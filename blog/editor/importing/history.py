"""How an import is shown in a line: what it is called, how it stands, and its numbers in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...importing.runs.starting import PASTED
from ...models import ImportFile, ImportItem, ImportRun
from .actions import WAYS, way

_STATUS = ImportRun.Status
_KINDS = {_STATUS.FAILED: "bad", _STATUS.DONE: "good", _STATUS.UNDONE: "good"}
OVER = (_STATUS.DONE, _STATUS.UNDONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an import stands, in words; `kind` is good, mixed, waiting or bad."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """An import as the list shows it: whether it can be continued, and where it can be undone, if it can."""

    run: ImportRun
    url: str
    name: str
    who: str
    standing: Standing
    counts: str
    is_open: bool
    undo_url: str


def named(runs: QuerySet[ImportRun]) -> QuerySet[ImportRun]:
    """Return runs that come with what `name_of` needs: the first of their files, and how many were handed in."""
    first = ImportFile.objects.filter(run=OuterRef("pk")).order_by("pk").values("name")[:1]
    # What was inside an archive has its name before its own.
    handed_in = Count("files", filter=~Q(files__name__contains="/"), distinct=True)
    annotated = runs.annotate(first_name=Subquery(first), handed_in=handed_in)
    return annotated.order_by("-started_at", "-pk")


def name_of(run: ImportRun) -> str:
    """Return what an import is called: its file, or the first of them."""
    name = run.first_name or ""
    if name == PASTED:
        name = _("Pasted text")
    if not name:
        return _("Import by command")
    if run.handed_in < 2:
        return name
    others = run.handed_in - 1
    return ngettext("%(name)s and %(n)s more", "%(name)s and %(n)s more", others) % {
        "name": name,
        "n": others,
    }


def lines(runs: Iterable[ImportRun]) -> list[Line]:
    """Return runs as lines. Two queries, whatever their number."""
    runs = list(runs)
    counted = counts_of(runs)
    return [_line(run, counted[run.pk]) for run in runs]


def counts_of(runs: Iterable[ImportRun]) -> dict[int, Counter[str]]:
    """Return how many articles of each run go which way. Two queries."""
    found: dict[int, Counter[str]] = {run.pk: Counter() for run in runs}
    for is_over in (False, True):
        chosen = [run.pk for run in runs if (run.status in OVER) is is_over]
        if chosen:
            items = ImportItem.objects.filter(run__in=chosen).order_by().annotate(way=way(is_over=is_over))
            for pk, key, number in items.values_list("run", "way").annotate(Count("pk")):
                found[pk][key] = number
    return found


def who(run: ImportRun) -> str:
    """Return who started an import, or what."""
    name = (run.user.get_full_name() or run.user.get_username()) if run.user else ""
    return name or str(run.get_trigger_display())


def in_words(run: ImportRun, counts: Counter[str]) -> str:
    """Return the counts of a run as words, the most telling first; what there is none of is left out."""
    is_over = run.status in OVER
    return ", ".join(
        f"{counts[one.key]} {one.done if is_over else one.planned}" for one in WAYS if counts[one.key]
    )


def standing_of(run: ImportRun, counts: Counter[str]) -> Standing:
    """Return how a run stands."""
    if run.status == _STATUS.DONE and (counts["failed"] or counts["conflict"]):
        return Standing("mixed", _("done, look at it"))
    return Standing(_KINDS.get(run.status, "waiting"), str(run.get_status_display()))


def _line(run: ImportRun, counts: Counter[str]) -> Line:
    is_undoable = run.status == _STATUS.DONE and counts["create"]
    return Line(
        run=run,
        url=reverse("article_import:run", args=[run.pk]),
        name=name_of(run),
        who=who(run),
        standing=standing_of(run, counts),
        counts=in_words(run, counts),
        is_open=run.status not in OVER and run.trigger == ImportRun.Trigger.ADMIN,
        undo_url=reverse("article_import:undo", args=[run.pk]) if is_undoable else "",
    )
