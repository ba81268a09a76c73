"""One job of a kind at a time: who holds its lock knows that every other one of this machine is at its end or dead."""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

from django.conf import settings
from django.utils import timezone


class Busy(RuntimeError):
    """Another one is at work: `who` it is, and `since` when, as far as that is known."""

    def __init__(self, who: str, since: datetime | None) -> None:
        super().__init__(who)
        self.who, self.since = who, since


@contextmanager
def alone(job: str, who: str = "", *, waits: bool = False) -> Iterator[None]:
    """Hold the lock of a kind of job, saying who holds it; `waits` for another one that has it.

    Raises Busy where another process or another call of this one has it. The system lets go of it when a process
    dies, however it does.
    """
    with _file(job) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _holder(lock) from None
        _write(lock, {"who": who, "since": timezone.now().isoformat()})
        yield
        _write(lock, {})


def _file(job: str) -> TextIO:
    return (Path(settings.DATA_DIR) / f"{job}.lock").open("a+", encoding="utf-8")


def _write(lock: TextIO, said: dict[str, str]) -> None:
    lock.seek(0)
    lock.truncate()
    json.dump(said, lock)
    lock.flush()


def _holder(lock: TextIO) -> Busy:
    lock.seek(0)
    with suppress(ValueError, KeyError):
        said = json.load(lock)
        return Busy(said["who"], datetime.fromisoformat(said["since"]))
    return Busy("", None)
