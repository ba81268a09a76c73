"""Whether anything shoppers see has changed: noted in the transaction of the change, looked up now and then."""

import logging
import time
from collections.abc import Callable, Hashable
from datetime import timedelta
from threading import Lock

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import Count, Max
from django.utils import timezone

from .models import Change

logger = logging.getLogger(__name__)

_KEPT = timedelta(days=1)
_listeners: list[Callable[[], None]] = []


def when_changed(listener: Callable[[], None]) -> None:
    """Call a function after each transaction that changed something shoppers see. The same one is called once."""
    if listener not in _listeners:
        _listeners.append(listener)


def note_change() -> None:
    """Write, with the change itself, that something shoppers see has changed. Once a transaction is enough."""
    latest.hear()
    connection = transaction.get_connection()
    # Django forgets what was registered inside a savepoint when that is rolled back, as the database does the row.
    if connection.in_atomic_block and any(entry[1] is _noted for entry in connection.run_on_commit):
        return
    Change.objects.create()
    # At once outside of a transaction.
    transaction.on_commit(_noted)


def forget_changes() -> int:
    """Delete what nobody can still be waiting for; return how many rows that were."""
    deleted, _each = Change.objects.filter(made_at__lt=timezone.now() - _KEPT).delete()
    return deleted


def _noted() -> None:
    """Stand in a transaction's list for the row it has written, and tell whoever listens."""
    for listener in _listeners:
        try:
            listener()
        except Exception:
            # The change is written; whoever made it has nothing to do with who listens.
            logger.exception("Somebody could not be told of a change.")


class Latest:
    """What this process knows of the last change."""

    def __init__(self) -> None:
        self._state: Hashable = None
        self._heard = 0
        self._looked = float("-inf")
        self._lock = Lock()

    def hear(self) -> None:
        """Know of a change this process makes itself, without waiting for the next look."""
        with self._lock:
            self._heard += 1
            self._looked = float("-inf")

    def state(self) -> Hashable:
        """Return what differs whenever anything has changed: at most `ANSWERS_LOOK_EVERY` seconds old.

        None where the database cannot say: then nothing is known to be fresh.
        """
        now = time.monotonic()
        with self._lock:
            if now - self._looked >= settings.ANSWERS_LOOK_EVERY:
                self._state = _read()
                self._looked = now
            return (self._heard, self._state) if self._state else None


def _read() -> Hashable:
    # Both: a transaction that began earlier may commit later, with a lower number.
    try:
        found = Change.objects.aggregate(count=Count("pk"), last=Max("pk"))
    except DatabaseError:
        return None
    return (found["count"], found["last"])


latest = Latest()
