"""Sending what is due, again and again where that fails, and never twice at a time."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from products.models import ProductPage
from qnwellness.content.visibility import public

from ..models import ListDelivery
from .channels import GiveUp, Outgoing, Sender, TryLater
from .lists import nothing, outgoing

logger = logging.getLogger(__name__)

# After each attempt that failed; after the last one a person is needed. As long as the shop's own webhooks do.
WAITS = tuple(
    timedelta(**{unit: number})
    for unit, number in (("minutes", 1), ("minutes", 5), ("minutes", 30), ("hours", 2), ("hours", 12))
)
# Whoever has taken rows and is gone has sent them, or never will.
_TAKEN_FOR = timedelta(minutes=10)


def deliver(sender: Sender) -> int:
    """Send the lists that are due, batch by batch; return how many were delivered.

    Ends with the first batch of which nothing could be delivered: what is left is as due the next time.
    """
    delivered = 0
    while rows := _taken(sender):
        lists = _current(rows)
        try:
            refused = sender.send([lists[row.handle] for row in rows])
        except TryLater as problem:
            wait = timedelta(seconds=problem.seconds) if problem.seconds is not None else None
            _failed(rows, str(problem), wait)
            break
        except GiveUp as problem:
            _stopped(sender, str(problem))
            break
        delivered += _noted(rows, lists, refused)
    return delivered


def send_again(rows: Iterable[ListDelivery]) -> int:
    """Have lists sent the next time, whether the shop has them already or not; return how many."""
    ids = [row.pk for row in rows]
    return ListDelivery.objects.filter(pk__in=ids).update(
        delivered="", attempts=0, error="", next_attempt_at=timezone.now()
    )


def _taken(sender: Sender) -> list[ListDelivery]:
    """Return due rows that nobody else is sending."""
    now = timezone.now()
    due = ListDelivery.objects.filter(channel=sender.channel, next_attempt_at__lte=now).order_by(
        "next_attempt_at", "pk"
    )
    taken = []
    for row in due[: sender.batch]:
        until = now + _TAKEN_FOR
        if ListDelivery.objects.filter(pk=row.pk, next_attempt_at=row.next_attempt_at).update(
            next_attempt_at=until
        ):
            row.next_attempt_at = until
            taken.append(row)
    return taken


def _current(rows: Sequence[ListDelivery]) -> dict[str, Outgoing]:
    """Return each list as it is now: it may have changed again since it was noted."""
    handles = [row.handle for row in rows]
    products = {product.handle: product for product in public(ProductPage.objects.filter(handle__in=handles))}
    return {
        handle: outgoing(products[handle]) if handle in products else nothing(handle) for handle in handles
    }


def _noted(rows: Sequence[ListDelivery], lists: Mapping[str, Outgoing], refused: Mapping[str, str]) -> int:
    delivered = 0
    for row in rows:
        if row.handle in refused:
            _failed([row], refused[row.handle], None)
            continue
        delivered += 1
        digest = lists[row.handle].digest
        mine = ListDelivery.objects.filter(pk=row.pk)
        mine.update(delivered=digest, delivered_at=timezone.now(), attempts=0, error="")
        # What was noted while this was under way is due at once.
        if not mine.filter(wanted=row.wanted).update(wanted=digest, next_attempt_at=None):
            mine.exclude(wanted=digest).update(next_attempt_at=timezone.now())
    return delivered


def _failed(rows: Sequence[ListDelivery], reason: str, wait: timedelta | None) -> None:
    for row in rows:
        # A list that was noted while this was under way is due, whatever happened to the one before it.
        mine = ListDelivery.objects.filter(pk=row.pk, wanted=row.wanted)
        # Who says when to come back is there: that is no attempt that failed.
        if wait is None and row.attempts >= len(WAITS):
            logger.error("%s was not delivered and is not tried again before it changes: %s", row, reason)
            mine.update(error=reason, next_attempt_at=None)
            continue
        if row.error != reason:
            logger.warning("%s was not delivered and is tried again: %s", row, reason)
        due = timezone.now() + (WAITS[row.attempts] if wait is None else max(wait, timedelta(seconds=1)))
        mine.update(attempts=F("attempts") + int(wait is None), error=reason, next_attempt_at=due)


def _stopped(sender: Sender, reason: str) -> None:
    """Try nothing more on a channel: what keeps one list from being delivered keeps all."""
    waiting = ListDelivery.objects.filter(channel=sender.channel, next_attempt_at__isnull=False)
    number = waiting.update(error=reason, next_attempt_at=None)
    logger.error("%d lists are not sent by %s before somebody acts: %s", number, sender.channel.label, reason)
