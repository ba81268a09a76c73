"""A value of the database that every answer needs: looked up again when anything shoppers see has changed."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from .changes import latest

T = TypeVar("T")


class Remembered(Generic[T]):
    """What `make` returns, made at most once for each state of the content."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._kept: tuple[Hashable, T] | None = None
        self._lock = Lock()

    def __call__(self) -> T:
        """Return the value: at most `ANSWERS_LOOK_EVERY` seconds old."""
        state = latest.state()
        with self._lock:
            kept = self._kept
        if state is not None and kept is not None and kept[0] == state:
            return kept[1]
        made = self._make()
        with self._lock:
            self._kept = (state, made)
        return made
