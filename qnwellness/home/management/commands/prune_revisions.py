"""Deletes versions nobody will go back to: publishing gets slower with each version a page has."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db.models import ProtectedError, Q, QuerySet
from django.utils import timezone
from wagtail.models import DraftStateMixin, Revision, RevisionMixin, WorkflowState

DAYS = 90
_AT_ONCE = 200
_OPEN = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


class Command(BaseCommand):
    """Like Wagtail's `purge_revisions`, but keeps what is published too, and takes a few queries a hundred versions."""

    help = (
        "Delete old versions of pages, facts and all else that has versions. Kept are the newest and the published "
        "one of each, what is to be published at a time, and what is being reviewed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--days", type=int, default=DAYS, help=f"how old a version must be to go (default: {DAYS})"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say how many would go, and delete nothing"
        )

    def handle(self, *args: Any, days: int, dry_run: bool, verbosity: int, **options: Any) -> None:
        if days < 0:
            raise CommandError("--days is a number of days, 0 or more.")
        old = prunable(days)
        number = old.count()
        if dry_run:
            self.stdout.write(f"{number} versions older than {days} days would go; {_kept()} are there.")
            return
        deleted = 0
        for gone in _pruned(old):
            deleted += gone
            if verbosity and number > _AT_ONCE:
                self.stdout.write(f"{deleted} of {number} versions deleted ...")
        self.stdout.write(f"Deleted {deleted} versions older than {days} days; {_kept()} are kept.")


def prunable(days: int) -> QuerySet[Revision]:
    """Return the versions made more than so many days ago that nobody needs."""
    waiting = Q(approved_go_live_at__isnull=False) | Q(task_states__workflow_state__status__in=_OPEN)
    old = Revision.objects.filter(created_at__lt=timezone.now() - timedelta(days=days))
    old = old.exclude(pk__in=Revision.objects.filter(waiting).values("pk"))
    for model in apps.get_models():
        # The parents of a model hold its versions.
        if issubclass(model, RevisionMixin) and not model._meta.parents and not model._meta.abstract:
            old = old.exclude(pk__in=_held(model, "latest_revision"))
            if issubclass(model, DraftStateMixin):
                old = old.exclude(pk__in=_held(model, "live_revision"))
    return old


def _held(model: type, field: str) -> QuerySet:
    return model.objects.filter(**{f"{field}__isnull": False}).values(field)


def _pruned(old: QuerySet[Revision]) -> Iterator[int]:
    """Delete versions, a few hundred in a transaction, and yield how many have gone each time."""
    last = 0
    while keys := list(old.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:_AT_ONCE]):
        last = keys[-1]
        yield _deleted(keys)


def _deleted(keys: list[int]) -> int:
    label = Revision._meta.label
    try:
        return Revision.objects.filter(pk__in=keys).delete()[1].get(label, 0)
    except ProtectedError:
        # One that something else holds on to stays; the others go.
        return sum(_deleted([key]) for key in keys) if len(keys) > 1 else 0


def _kept() -> int:
    return Revision.objects.count()
