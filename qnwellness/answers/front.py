"""A cache in front of the site keeps answers by keys, and is told which of them to drop.

Where one is configured (`FRONT_CACHE`), answers that are kept say for how long it may give them away without asking,
and by which keys they are dropped: the parts they are made of. Browsers still ask each time. A process of the site, the
one that runs the schedule, tells the cache of each change that was noted: once when every process knows of it, and once
more a while later, for an answer that was begun before the change and came to the cache after it was told. What could
not be told is told when the cache answers again; until then its answers are at most `LONGEST` seconds old.
"""

import logging
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Event

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.db.models import F
from django.http import HttpResponse
from wagtail.contrib.frontend_cache.utils import get_backends

from .front_backends import KeysBackend, NotPurged
from .models import Change
from .parts import ANYTHING

logger = logging.getLogger(__name__)

# Seconds a cache in front may give an answer away without asking, should it never hear of a change.
LONGEST = 60
# Stands for every answer.
ALL = "all"
# More keys than this, and an answer goes with every change: caches limit how long a header may be.
MOST_KEYS = 500
# How often each change is told, and how many seconds after it is first seen: when every process has looked, and when no
# answer that was begun before it can still be on its way.
AFTER = (0.1, 5.0)
# How often is looked for changes, in seconds.
_EVERY = 0.1
# Changes told at once; more of them are told as one that drops everything.
_AT_ONCE = 500
_ANY_CHANGE = "any"


def key_of(part: str) -> str:
    """Return the key of a part: short, and of letters and digits only."""
    return _ANY_CHANGE if part == ANYTHING else blake2b(part.encode(), digest_size=6).hexdigest()


def say_keys(response: HttpResponse, parts: Iterable[str]) -> None:
    """Tell a cache in front, where there is one, by which keys to drop an answer made of these parts."""
    headers = settings.FRONT_CACHE_HEADERS
    if not headers:
        return
    keys = sorted({key_of(part) for part in parts})
    if len(keys) > MOST_KEYS:
        keys = [_ANY_CHANGE]
    lifetime, names, separator = headers
    response.headers[lifetime] = f"max-age={LONGEST}"
    response.headers[names] = separator.join([ALL, *keys])


def keys_to_drop(changes: Iterable[Iterable[str]]) -> list[str]:
    """Return the keys of what is made of anything that changed; what depends on anything is dropped by every change."""
    parts = {part for change in changes for part in change}
    if ANYTHING in parts or len(parts) > MOST_KEYS:
        return [ALL]
    return sorted({_ANY_CHANGE, *map(key_of, parts)})


@dataclass
class Purger:
    """Tells the caches in front of changes. Only one process of a site needs one; several do no harm."""

    # By number of a change: when this process saw it first, by `time.monotonic`.
    _seen: dict[int, float] = field(default_factory=dict)
    _is_down: bool = False

    def purge_due(self) -> int:
        """Tell the caches of the changes it is time for, and return how many those were.

        One query where there are none. A cache that does not answer is told again the next time.
        """
        if not settings.WAGTAILFRONTENDCACHE:
            return 0
        now = time.monotonic()
        waiting = list(Change.objects.filter(told__lt=len(AFTER)).order_by("pk")[: _AT_ONCE + 1])
        self._seen = {change.pk: self._seen.get(change.pk, now) for change in waiting}
        due = [change for change in waiting if now - self._seen[change.pk] >= self._wait_of(change)]
        if not due:
            return 0
        is_all = len(waiting) > _AT_ONCE
        if not self._tell([ALL] if is_all else keys_to_drop(change.parts for change in due)):
            return 0
        Change.objects.filter(pk__in=[change.pk for change in due]).update(told=F("told") + 1)
        return len(due)

    def _wait_of(self, change: Change) -> float:
        return AFTER[change.told] + (0 if change.told else settings.ANSWERS_LOOK_EVERY)

    def _tell(self, keys: list[str]) -> bool:
        try:
            for backend in _backends().values():
                backend.purge_keys(keys)
        except NotPurged as problem:
            if not self._is_down:
                logger.error("The cache in front cannot be told of changes; trying again. %s", problem)
            self._is_down = True
            return False
        if self._is_down:
            logger.warning("The cache in front is told of changes again.")
        self._is_down = False
        return True


def keep_telling(stop: Event) -> None:
    """Tell the caches in front of changes until `stop` is set. Returns at once where there is none.

    In a thread of its own, as nothing else a schedule does may hold it up.
    """
    if not settings.WAGTAILFRONTENDCACHE:
        return
    purger = Purger()
    while not stop.wait(_EVERY):
        try:
            close_old_connections()
            purger.purge_due()
        except DatabaseError:
            # A change that was noted stays. That the database is gone is said by those who need it more.
            logger.debug("Changes could not be looked up; trying again.", exc_info=True)
        except Exception:
            logger.exception("Caches in front could not be told of changes; trying again.")
    connection.close()


def _backends() -> Mapping[str, KeysBackend]:
    return get_backends()
