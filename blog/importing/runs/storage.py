"""The private folder of what was handed in: one a run, gone when the run is done."""

import shutil
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.utils import timezone

from ...models import ImportFile, ImportItem, ImportRun

# What nobody went on with is not kept for ever: drafts of posts and pictures are somebody's.
KEPT_FOR = timedelta(days=14)


def keep(run: ImportRun, name: str, chunks: Iterable[bytes]) -> ImportFile:
    """Store a file of a run under a name nobody can guess, and return its row. Raises OSError."""
    stored = f"{run.pk}/{uuid4().hex}"
    path = _root() / stored
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    size = 0
    with path.open("wb") as file:
        for chunk in chunks:
            size += file.write(chunk)
    return ImportFile.objects.create(run=run, name=name[:500], stored=stored, size=size)


def path_of(file: ImportFile) -> Path | None:
    """Return where the bytes of a file are, or None once they are deleted."""
    path = _root() / file.stored if file.stored else None
    return path if path and path.is_file() else None


def forget(run: ImportRun) -> None:
    """Delete what was handed in for a run; its rows stay."""
    shutil.rmtree(_root() / str(run.pk), ignore_errors=True)
    run.files.exclude(stored="").update(stored="")


def forget_old() -> int:
    """Delete the files of runs that nothing happened to for KEPT_FOR, and folders without a run; return how many.

    What was read of runs that are through goes then, too; what they did stays in their reports.
    """
    recent = ImportRun.objects.filter(active_at__gte=timezone.now() - KEPT_FOR)
    ended = (ImportRun.Status.DONE, ImportRun.Status.FAILED, ImportRun.Status.UNDONE)
    through = ImportRun.objects.filter(status__in=ended).exclude(pk__in=recent)
    ImportItem.objects.filter(run__in=through).exclude(content=None).update(content=None)
    kept = {str(pk) for pk in recent.values_list("pk", flat=True)}
    folders = _root().iterdir() if _root().is_dir() else ()
    gone = [folder.name for folder in folders if folder.is_dir() and folder.name not in kept]
    for name in gone:
        shutil.rmtree(_root() / name, ignore_errors=True)
    numbers = [int(name) for name in gone if name.isdecimal()]
    ImportFile.objects.filter(run__in=numbers).exclude(stored="").update(stored="")
    return len(gone)


def _root() -> Path:
    return Path(settings.IMPORTS_ROOT)
