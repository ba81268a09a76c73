"""How far an import has come, in words and for a bar."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...importing.runs.progress import progress
from ...models import ImportItem, ImportRun
from .stages import Stage

_STATE = ImportItem.State


@dataclass(frozen=True, slots=True)
class Told:
    """The place on a bar of `total`, and a sentence."""

    position: int
    total: int
    words: str


def told(run: ImportRun, stage: Stage) -> Told:
    """Return how far a run has come. Five queries at most, whatever its size."""
    if stage in (Stage.RUNNING, Stage.STOPPED):
        return _written(run)
    number = run.items.count()
    if stage is Stage.READING:
        return _read(run, number)
    # Once everything is planned the run itself counts what is written.
    done = number - run.items.filter(state=_STATE.READ).count()
    words = _("%(done)s of %(all)s articles looked through") % {"done": done, "all": number}
    return Told(done, max(1, number), words)


def _read(run: ImportRun, number: int) -> Told:
    now = progress(run)
    articles = ngettext("%(n)s article read", "%(n)s articles read", number) % {"n": number}
    files = ngettext("%(done)s of %(all)s file", "%(done)s of %(all)s files", now.files) % {
        "done": now.files_done,
        "all": now.files,
    }
    return Told(now.files_done, max(1, now.files), f"{articles}, {files}")


def _written(run: ImportRun) -> Told:
    """Return how many of the chosen articles have been placed."""
    chosen = run.items.filter(is_chosen=True)
    total = chosen.count()
    done = total - chosen.filter(state=_STATE.PLANNED).count()
    return Told(done, max(1, total), _("%(done)s of %(all)s articles") % {"done": done, "all": total})
