"""Where what was made is kept: in the process, up to a number of bytes."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from typing import Generic, Protocol, TypeVar


class Entry(Protocol):
    """Something that was made: of which parts, how many bytes it takes, and when, by `time.monotonic`, in seconds."""

    @property
    def parts(self) -> Iterable[str]: ...
    @property
    def size(self) -> int: ...
    @property
    def made(self) -> float: ...


E = TypeVar("E", bound=Entry)
HasChanged = Callable[[Iterable[str], int], bool]


class Store(Generic[E]):
    """Entries by key; those nobody asked for longest give way.

    `most` and `most_each` are bytes; `longest` is how many seconds an entry is good at most. `has_changed` tells
    whether any of some parts has changed since a state.
    """

    def __init__(self, most: int, most_each: int, longest: float, has_changed: HasChanged) -> None:
        self._most = most
        self._most_each = most_each
        self._longest = longest
        self._has_changed = has_changed
        # By key: the entry, and the last state in which nothing it is made of had changed.
        self._kept: OrderedDict[Hashable, tuple[E, int]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, key: Hashable, state: int, now: float) -> E | None:
        """Return what is kept for a key, if nothing it is made of has changed until `state` and it is not too old."""
        with self._lock:
            held = self._kept.get(key)
            if held is None:
                return None
            entry, since = held
            if now - entry.made > self._longest or (since < state and self._has_changed(entry.parts, since)):
                self._drop(key)
                return None
            if since < state:
                self._kept[key] = (entry, state)
            self._kept.move_to_end(key)
            return entry

    def find_made_since(self, key: Hashable, moment: float) -> E | None:
        """Return what is kept for a key, fresh or not, if it was made after a moment."""
        with self._lock:
            held = self._kept.get(key)
            return held[0] if held and held[0].made >= moment else None

    def put(self, key: Hashable, state: int, entry: E) -> None:
        """Keep what was made when `state` was the latest known."""
        with self._lock:
            self._drop(key)
            if entry.size > self._most_each:
                return
            self._kept[key] = (entry, state)
            self._size += entry.size
            while self._size > self._most:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Drop everything."""
        with self._lock:
            self._kept.clear()
            self._size = 0

    def _drop(self, key: Hashable) -> None:
        held = self._kept.pop(key, None)
        if held:
            self._size -= held[0].size
