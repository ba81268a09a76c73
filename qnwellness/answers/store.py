"""Where answers are kept: in the process, up to a number of bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: its headers and its bytes, and when it was made by `time.monotonic`, in seconds."""

    headers: tuple[tuple[str, str], ...]
    content: bytes
    made: float

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return len(self.content) + sum(len(name) + len(value) for name, value in self.headers)


class Store:
    """Answers by key, all made from one state of the content; those nobody asked for longest give way.

    `most` and `most_each` are bytes; `longest` is how many seconds an answer is good at most.
    """

    def __init__(self, most: int, most_each: int, longest: float) -> None:
        self._most = most
        self._most_each = most_each
        self._longest = longest
        self._state: Hashable = None
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def find(self, state: Hashable, key: Hashable, now: float) -> Kept | None:
        """Return the answer kept for a key, if it was made from this state and is not too old."""
        with self._lock:
            kept = self._kept.get(key) if state == self._state else None
            if kept is None or now - kept.made > self._longest:
                return None
            self._kept.move_to_end(key)
            return kept

    def put(self, state: Hashable, key: Hashable, answer: Kept) -> None:
        """Keep an answer made from a state; what was made from another one is dropped."""
        with self._lock:
            if state != self._state:
                self._empty(state)
            if answer.size > self._most_each:
                return
            before = self._kept.pop(key, None)
            self._kept[key] = answer
            self._size += answer.size - (before.size if before else 0)
            while self._size > self._most:
                _key, oldest = self._kept.popitem(last=False)
                self._size -= oldest.size

    def clear(self) -> None:
        """Drop everything."""
        with self._lock:
            self._empty(None)

    def _empty(self, state: Hashable) -> None:
        self._kept.clear()
        self._size = 0
        self._state = state
