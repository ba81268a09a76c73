"""Reading what was handed in, a slice at a time: each article becomes an item of the run."""

import time

from django.db import transaction
from django.utils import timezone

from qnwellness.content.files import Unreadable

from ...models import ImportFile, ImportItem, ImportRun
from ..document import Rejected
from ..document.stored import to_json
from ..isolated import read_isolated
from ..readers.reader import Read
from .sources import expand, is_archive, source_of

# Articles that are stored together.
BATCH = 20
# Going on in a long file means reading it again up to there: a slice goes on for half of that time at least.
_PART_OF_SKIPPING = 0.5
_MOST_SECONDS = 10.0
_STATUS = ImportRun.Status


def read_slice(run: ImportRun, seconds: float = 2.0) -> bool:
    """Read on for about so many seconds; True when everything is read and `questions` can be asked.

    What cannot be read is an item too, with its place and what is wrong with it; a file of which nothing can be read
    says so in `error`. At least one article is read, so that a run comes to its end however short the slices are.
    """
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        file = run.files.filter(is_read=False).first()
        if file is None:
            _finish(run)
            return True
        if is_archive(file):
            expand(file)
        else:
            _read_on(run, file, until)
    return False


def _read_on(run: ImportRun, file: ImportFile, until: float) -> None:
    begun = time.monotonic()
    skip = run.items.filter(file=file).count()
    batch: list[ImportItem] = []
    is_first = True
    try:
        source, key = source_of(file)
        for article in read_isolated(source, source=key, format=run.format or None, skip=skip):
            if is_first:
                is_first = False
                skipping = min((time.monotonic() - begun) * _PART_OF_SKIPPING, _MOST_SECONDS)
                until = max(until, time.monotonic() + skipping)
            batch.append(item_of(article, run, file))
            if len(batch) == BATCH or time.monotonic() >= until:
                if not _store(run, file, batch, skip):
                    return
                skip += len(batch)
                batch = []
                if time.monotonic() >= until:
                    return
    except (Unreadable, OSError) as problem:
        file.error = str(problem)
    _store(run, file, batch, skip, is_read=True)


def item_of(article: Read, run: ImportRun, file: ImportFile | None = None) -> ImportItem:
    """Return an article that was read as an item that is not stored and has no position yet."""
    if isinstance(article, Rejected):
        return ImportItem(
            run=run,
            file=file,
            source=article.source[:255],
            place=article.place[:200],
            title="",
            error=article.reason,
            state=ImportItem.State.FAILED,
            is_chosen=False,
        )
    return ImportItem(
        run=run,
        file=file,
        source=article.source[:255],
        place=article.place[:200],
        title=(article.title or "")[:255],
        content=to_json(article),
    )


def _store(
    run: ImportRun, file: ImportFile, batch: list[ImportItem], skip: int, *, is_read: bool = False
) -> bool:
    """Store items behind those there are; False where somebody else has done it meanwhile."""
    with transaction.atomic():
        locked = ImportRun.objects.select_for_update().get(pk=run.pk)
        if locked.items.filter(file=file).count() != skip:
            return False
        position = locked.items.count()
        for number, item in enumerate(batch, start=position + 1):
            item.position = number
        ImportItem.objects.bulk_create(batch)
        if is_read:
            file.is_read = True
            file.save(update_fields=["is_read", "error"])
        ImportRun.objects.filter(pk=run.pk).update(active_at=timezone.now())
    return True


def _finish(run: ImportRun) -> None:
    ImportRun.objects.filter(pk=run.pk, status=_STATUS.READING).update(
        status=_STATUS.MAPPING, active_at=timezone.now()
    )
    run.refresh_from_db(fields=["status", "active_at"])
