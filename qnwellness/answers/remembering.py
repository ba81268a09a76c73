"""A value of the database that many answers need: looked up again when something it is made of has changed."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from .changes import latest
from .parts import made_of, recording

T = TypeVar("T")


class Remembered(Generic[T]):
    """What `make` returns, made again only when one of the parts heard while it was made has changed, or anything."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._kept: tuple[int, frozenset[str], T] | None = None
        self._lock = Lock()

    def __call__(self) -> T:
        """Return the value: at most `ANSWERS_LOOK_EVERY` seconds old."""
        state = latest.state()
        with self._lock:
            kept = self._kept
        if state is None or kept is None or latest.has_changed(kept[1], kept[0]):
            with recording() as heard:
                made = self._make()
            kept = (state or 0, frozenset(heard), made)
            with self._lock:
                self._kept = kept if state is not None else None
        made_of(*kept[1])
        return kept[2]
