"""Reading what was handed in, a slice at a time: each article becomes an item of the run."""

import time

from django.db import transaction
from django.utils import timezone

from qnwellness.content.files import Unreadable

from ...models import ImportFile, ImportItem, ImportRun
from ..document import Rejected
from ..document.stored import to_json
from ..isolated import read_isolated
from ..packages import Package
from ..readers.reader import Read
from .files import Handed

# Articles that are stored together.
BATCH = 20
# Going on in a long file means reading it again up to there: a slice goes on for half of that time at least.
_PART_OF_SKIPPING = 0.5
_MOST_SECONDS = 10.0
GONE = "The file of this import is not kept any more; hand it in again."
_STATUS = ImportRun.Status


def read_slice(run: ImportRun, seconds: float = 2.0) -> bool:
    """Read on for about so many seconds; True when everything is read and `questions` can be asked.

    What cannot be read is an item too, with its place and what is wrong with it; a file of which nothing can be read
    says so in `error`. At least one article is read, so that a run comes to its end however short the slices are.
    """
    if run.status != _STATUS.READING:
        return True
    until = time.monotonic() + seconds
    handed = Handed(run)
    handed.lay_out()
    while file := run.files.filter(is_read=False).first():
        package = handed.package(file)
        if package is None:
            file.error = GONE
            _store(run, file, [], run.items.filter(file=file).count(), is_read=True)
        else:
            _read_on(run, file, package, handed.key(package), until)
        if time.monotonic() >= until:
            break
    if run.files.filter(is_read=False).exists():
        return False
    _finish(run)
    return True


def item_of(article: Read, run: ImportRun, file: ImportFile | None = None) -> ImportItem:
    """Return an article that was read as an item that is not stored and has no position yet."""
    item = ImportItem(run=run, file=file, source=article.source[:255], place=article.place[:200])
    if isinstance(article, Rejected):
        item.error, item.state, item.is_chosen = article.reason, ImportItem.State.FAILED, False
    else:
        item.title, item.content = (article.title or "")[:255], to_json(article)
    return item


def _read_on(run: ImportRun, file: ImportFile, package: Package, key: str, until: float) -> None:
    """Read a file from where it was left, until its end or until the time is over."""
    begun = time.monotonic()
    skip = run.items.filter(file=file).count()
    batch: list[ImportItem] = []
    try:
        for article in read_isolated(package.file, source=key, format=run.format or None, skip=skip):
            if begun:
                skipping = min((time.monotonic() - begun) * _PART_OF_SKIPPING, _MOST_SECONDS)
                until, begun = max(until, time.monotonic() + skipping), 0
            batch.append(item_of(article, run, file))
            is_over = time.monotonic() >= until
            if is_over or len(batch) == BATCH:
                if not _store(run, file, batch, skip) or is_over:
                    return
                skip, batch = skip + len(batch), []
    except (Unreadable, OSError) as problem:
        file.error = str(problem)
    _store(run, file, batch, skip, is_read=True)


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
