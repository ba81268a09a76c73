"""Pictures that could not be drawn a moment ago: trying again at once would only keep others from being drawn."""

from time import time

from django.core.cache import cache

from .turns import Busy

SECONDS = 60


def remember(path: str) -> None:
    """Note that a picture could not be drawn, by the path it would lie at."""
    cache.set(_key(path), time() + SECONDS, SECONDS)


def check(path: str) -> None:
    """Raise Busy where a picture could not be drawn in the last minute."""
    if (until := cache.get(_key(path))) is not None:
        raise Busy(max(1, min(SECONDS, int(until - time()) + 1)))


def _key(path: str) -> str:
    return f"poster-failed:{path}"
