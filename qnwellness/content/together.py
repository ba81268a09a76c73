"""Lets what follows from many saved objects be done once for all of them when a job asks for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Follow = Callable[[list[int]], None]
_waiting: ContextVar[dict[Follow, dict[int, None]] | None] = ContextVar("waiting_together", default=None)


def together(follow: Follow, key: int) -> None:
    """Call `follow` with this key: at once, or, inside `all_together`, with all keys when that ends."""
    waiting = _waiting.get()
    if waiting is None:
        follow([key])
    else:
        waiting.setdefault(follow, {})[key] = None


@contextmanager
def all_together() -> Iterator[None]:
    """Gather what is to follow inside, and do it at the end. Nothing follows when it ends with an error."""
    waiting: dict[Follow, dict[int, None]] = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    for follow, keys in waiting.items():
        follow(list(keys))
