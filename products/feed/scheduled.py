"""Getting the catalogue on time: fetched, planned and applied without anybody watching, and always recorded."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from products.catalogue.runs import advance, start_run
from products.models import CatalogueRecord, CatalogueRun, ProductPage
from products.queries import PRICES
from qnwellness.answers.changes import note_change
from qnwellness.content.files import Unreadable
from qnwellness.fetching import NotFetched

from .lock import only_one
from .source import Source, fetch_from, the_source

# How long runs of the schedule are kept; those of people stay.
DAYS = 90
# How long one slice of applying takes, in seconds.
SLICE = 10.0
# The count of a run that only confirmed what is here.
UNCHANGED = "unchanged"


def bring_in() -> CatalogueRun:
    """Fetch the shop's catalogue, apply it, and return the run that tells of it.

    A file that is the same as the last one that went in only confirms its prices, unless somebody has saved one of its
    products since. What goes wrong is the run's error.
    Raises AlreadyRunning while another process does the same.
    """
    with only_one():
        source = the_source()
        try:
            run = _from(source)
        except (NotFetched, Unreadable) as problem:
            run = _record(source, status=CatalogueRun.Status.FAILED, error=str(problem))
        _forget_old()
        return run


def is_due() -> bool:
    """Tell whether the shop's settings ask for a fetch, and the last one is long enough ago."""
    source = the_source()
    if not source.is_scheduled:
        return False
    since = timezone.now() - timedelta(minutes=settings.CATALOGUE_EVERY)
    tried = Q(started_at__gt=since) | Q(finished_at__gt=since)
    return not _fetched().filter(tried, user=None).exists()


def _from(source: Source) -> CatalogueRun:
    data = fetch_from(source)
    last = _last_applied()
    if last and last.digest == hashlib.sha256(data).hexdigest() and _is_as_it_was_left(last):
        return _confirm(source, last)
    run = start_run(data, source=source.address, trigger=CatalogueRun.Trigger.FETCH)
    while run.status in {CatalogueRun.Status.PLANNED, CatalogueRun.Status.RUNNING}:
        run = advance(run, seconds=SLICE)
    return run


def _last_applied() -> CatalogueRun | None:
    """Return the last run that wrote anything, if all of it went in: otherwise an old file is news again."""
    run = CatalogueRun.objects.defer("report").filter(position__gt=0).first()
    is_whole = run and run.status == CatalogueRun.Status.DONE and not run.error
    return run if is_whole and not any(run.counts.get(key) for key in ("error", "conflict")) else None


def _is_as_it_was_left(last: CatalogueRun) -> bool:
    """Tell whether all products of the last file are here, and nobody has saved one of them since."""
    seen = ProductPage.objects.filter(catalogue_record__seen_at__gte=last.started_at)
    saved_since = seen.filter(latest_revision_created_at__gt=last.finished_at or last.started_at)
    return seen.count() >= last.total and not saved_since.exists()


def _confirm(source: Source, last: CatalogueRun) -> CatalogueRun:
    """Note that all products of the last file were seen again: a price is as good as its last confirmation."""
    now = timezone.now()
    note_change(PRICES)
    seen = CatalogueRecord.objects.filter(seen_at__gte=last.started_at, withdrawn_at=None).update(seen_at=now)
    return _record(source, status=CatalogueRun.Status.DONE, digest=last.digest, counts={UNCHANGED: seen})


def _record(source: Source, **found: object) -> CatalogueRun:
    """Record a try that wrote nothing; one that came out as the one before makes that one longer."""
    now = timezone.now()
    last = _fetched().filter(user=None).first()
    if last and not last.position and all(getattr(last, name) == value for name, value in found.items()):
        last.finished_at = now
        last.save(update_fields=["finished_at"])
        return last
    return CatalogueRun.objects.create(
        source=source.address, trigger=CatalogueRun.Trigger.FETCH, finished_at=now, **found
    )


def _forget_old() -> None:
    """Take away what the schedule has recorded long ago, but for the last file that went in."""
    last = _last_applied()
    old = _fetched().filter(user=None, started_at__lt=timezone.now() - timedelta(days=DAYS))
    for run in old.exclude(pk=last.pk if last else None):
        run.file.delete(save=False)
        run.delete()


def _fetched() -> QuerySet[CatalogueRun]:
    return CatalogueRun.objects.defer("report").filter(trigger=CatalogueRun.Trigger.FETCH)
