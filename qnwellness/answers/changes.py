"""What shoppers see and has changed: noted in the transaction of the change, looked up now and then."""

import logging
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import islice
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import Count, Max
from django.utils import timezone

from .models import Change
from .parts import ANYTHING

logger = logging.getLogger(__name__)

# Nobody waits for a change that long. Rows go once a day, because all that is kept is dropped with them.
_KEPT = timedelta(days=1)
_FORGOTTEN_AFTER = timedelta(days=2)
# A transaction that notes more single changes than this has changed about everything.
_MOST_OF_ONE_TRANSACTION = 200
_LOOKED_AT = 500
# So many of the last changes may still be joined by one that was begun before them and is committed after them.
_WINDOW = 500
# More single changes than this are not told apart any longer.
_MOST_PARTS = 100_000
_listeners: list[Callable[[], None]] = []


def when_changed(listener: Callable[[], None]) -> None:
    """Call a function after each transaction that changed something shoppers see. The same one is called once."""
    if listener not in _listeners:
        _listeners.append(listener)


class _Noted:
    """Stands in a transaction's list of what is to be done after it for the row it has written.

    Django forgets what was registered inside a savepoint when that is rolled back, as the database does the row.
    """

    def __init__(self, parts: frozenset[str], looks: int) -> None:
        self.parts = parts
        self.looks = looks

    def __call__(self) -> None:
        latest.hear()


def note_change(*parts: str) -> None:
    """Write, with the change itself, what has changed; without `parts` that is anything. One query, or none.

    What the same transaction has noted already is not noted again.
    """
    connection = transaction.get_connection()
    # Of a long transaction only the end is looked at: a row too many does no harm.
    recent = islice(reversed(connection.run_on_commit), _LOOKED_AT) if connection.in_atomic_block else ()
    registered = [function for _savepoints, function, *_rest in recent]
    earlier = [function for function in registered if isinstance(function, _Noted)]
    changed = frozenset(parts or (ANYTHING,))
    if len(earlier) >= _MOST_OF_ONE_TRANSACTION:
        changed = frozenset((ANYTHING,))
    latest.hear()
    known = [noted for noted in earlier if noted.looks == latest.looks]
    if any(changed <= noted.parts or ANYTHING in noted.parts for noted in known):
        return
    Change.objects.create(parts=sorted(changed))
    if _tell not in registered:
        # At once outside of a transaction.
        transaction.on_commit(_tell)
    transaction.on_commit(_Noted(changed, latest.looks))


def forget_changes() -> int:
    """Delete what nobody can still be waiting for, about once a day; return how many rows that were."""
    now = timezone.now()
    if not Change.objects.filter(made_at__lt=now - _FORGOTTEN_AFTER).exists():
        return 0
    deleted, _each = Change.objects.filter(made_at__lt=now - _KEPT).delete()
    return deleted


def _tell() -> None:
    for listener in _listeners:
        try:
            listener()
        except Exception:
            # The change is written; whoever made it has nothing to do with who listens.
            logger.exception("Somebody could not be told of a change.")


class Totals(NamedTuple):
    """What tells one state of the table of changes from another."""

    count: int
    last: int
    made_at: datetime | None


class Latest:
    """What this process knows of the changes that were made, by itself and by all others.

    States are numbers that grow: one for each look at the database that found something new.
    """

    def __init__(self) -> None:
        self.looks = 0
        self._lock = Lock()
        self._looked = float("-inf")
        self._is_known = False
        self._state = 0
        self._all_changed = 0
        self._changed: dict[str, int] = {}
        self._found: Totals | None = None
        # By number when each was made: a database may give the number of a row that was taken back to another one.
        self._seen: dict[int, datetime] = {}
        # Rows up to this one count without having been looked at.
        self._floor = 0

    def hear(self) -> None:
        """Know of a change this process makes itself, without waiting for the next look."""
        with self._lock:
            self._looked = float("-inf")

    def state(self) -> int | None:
        """Return a number that is greater whenever anything has changed: at most `ANSWERS_LOOK_EVERY` seconds old.

        None where the database cannot say: then nothing is known to be fresh. At most two queries.
        """
        now = time.monotonic()
        with self._lock:
            if now - self._looked >= settings.ANSWERS_LOOK_EVERY:
                self._look()
                # An attempt that failed is one as well: a database that is gone is not asked again with each request.
                self._looked = time.monotonic()
            return self._state if self._is_known else None

    def has_changed(self, parts: Iterable[str], since: int) -> bool:
        """Tell whether anything made of these parts may have changed since a state, as far as is known now."""
        if since >= self._state:
            return False
        if since < self._all_changed:
            return True
        changed = self._changed
        return any(part == ANYTHING or changed.get(part, 0) > since for part in parts)

    def forget(self) -> None:
        """Know nothing any more: whatever was made before has changed."""
        with self._lock:
            self._found = None
            self._looked = float("-inf")

    def _look(self) -> None:
        self.looks += 1
        try:
            totals = Change.objects.aggregate(count=Count("pk"), last=Max("pk"), made_at=Max("made_at"))
            found = Totals(totals["count"], totals["last"] or 0, totals["made_at"])
            if found != self._found:
                self._learn(found)
        except DatabaseError:
            if self._is_known:
                logger.warning("The database cannot say what has changed: what is kept is given as it is.")
            self._is_known = False
            # A change that is missed meanwhile is found by the next look, as the numbers differ.
            return
        self._is_known = True

    def _learn(self, found: Totals) -> None:
        self._state += 1
        if self._found is None:
            self._forget(found)
            return
        above = max(self._floor, self._found.last - _WINDOW)
        newest = Change.objects.filter(pk__gt=above, pk__lte=found.last).order_by("-pk")
        rows = list(newest.values_list("pk", "made_at", "parts")[: 4 * _WINDOW])
        new = [parts for pk, made_at, parts in rows if self._seen.get(pk) != made_at]
        # The number of rows says whether those above are all: a transaction that began earlier may commit later, with a
        # lower number.
        if not new or found.count - self._found.count != len(new) or len(self._changed) > _MOST_PARTS:
            self._forget(found)
            return
        for parts in new:
            if ANYTHING in parts:
                self._all_changed = self._state
            self._changed.update(dict.fromkeys(parts, self._state))
        self._found = found
        self._seen = {pk: made_at for pk, made_at, _parts in rows if pk > found.last - _WINDOW}

    def _forget(self, found: Totals) -> None:
        """Take everything for changed, and go on from here."""
        self._changed, self._seen = {}, {}
        self._all_changed = self._state
        self._found, self._floor = found, found.last


latest = Latest()
