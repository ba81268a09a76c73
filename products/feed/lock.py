"""One fetch at a time on a machine, however many are started."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings


class AlreadyRunning(RuntimeError):
    """Another process is fetching the catalogue."""


@contextmanager
def only_one() -> Iterator[None]:
    """Hold the lock while the block runs. Raises AlreadyRunning; the end of a process, however it ends, frees it."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.DATA_DIR / "fetch_catalogue.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning("The catalogue is being fetched already.") from None
        yield
