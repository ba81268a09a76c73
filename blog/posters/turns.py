"""Who may draw now: one drawing of the same picture at a time, few at once, and not too many a minute.

Turns are locks on files, shared by all processes of a machine and given back by the system when a process ends,
however it ends. The number a minute is counted by each process for itself.
"""

import fcntl
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import BinaryIO
from zlib import crc32

from django.conf import settings

AT_ONCE = 2
A_MINUTE = 60
# Of these, so many for one article: whoever asks for all of it does not keep others from theirs.
OF_ONE_ARTICLE = 40
# A visitor waits this long for a picture somebody else is drawing; a worker that waits serves nobody.
PATIENCE = 4.0

_PICTURES = 32
_begun: deque[tuple[float, int]] = deque()
_counting = Lock()


class Busy(Exception):
    """Too much is being drawn. `seconds` says when to come again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"come again in {seconds} seconds")
        self.seconds = seconds


@contextmanager
def own_turn(picture: str) -> Iterator[None]:
    """Keep everybody else from the picture of this name. Raises Busy where somebody else has it for too long."""
    # A few files serve for all pictures: two that share one wait for each other, which does no harm.
    with ExitStack() as held:
        held.enter_context(_first_free([f"picture-{crc32(picture.encode()) % _PICTURES}"]))
        yield


@contextmanager
def drawing_turn(article: int) -> Iterator[None]:
    """Draw for an article as one of few. Raises Busy where too many are drawing, or have drawn in the last minute."""
    with ExitStack() as held:
        held.enter_context(_first_free([f"drawing-{number}" for number in range(AT_ONCE)]))
        _count(article)
        yield


def _count(article: int) -> None:
    now = monotonic()
    with _counting:
        while _begun and _begun[0][0] <= now - 60:
            _begun.popleft()
        own = [begun for begun, drawn_for in _begun if drawn_for == article]
        if len(own) >= OF_ONE_ARTICLE or len(_begun) >= A_MINUTE:
            first = own[0] if len(own) >= OF_ONE_ARTICLE else _begun[0][0]
            raise Busy(int(first + 60 - now) + 1)
        _begun.append((now, article))


@contextmanager
def _first_free(names: Iterable[str]) -> Iterator[None]:
    folder = Path(settings.DATA_DIR) / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        opened = [files.enter_context((folder / name).open("ab")) for name in names]
        end = monotonic() + PATIENCE
        while not any(_lock(file) for file in opened):
            if monotonic() > end:
                raise Busy(int(PATIENCE) + 1)
            sleep(0.05)
        yield


def _lock(file: BinaryIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
