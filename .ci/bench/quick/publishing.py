"""What publishing costs, and how much of it is ours: `python publishing.py`, the address of an article on stdin.

With tasks queued: what is done later holds nobody up. Ours is all that happens in receivers of signals of this
project. Prints JSON: milliseconds and queries of publishing, and of what is ours.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.db import connection
from django.dispatch import Signal

ROOT = Path(__file__).resolve().parents[3]
ROUNDS = 15
OURS = ("blog.", "products.", "qnwellness.")


class Ours:
    """Counts the time and the queries of receivers of ours, also of those that others call."""

    def __init__(self) -> None:
        self.seconds, self.queries, self._depth = 0.0, 0, 0

    def count(self, execute: Callable, *arguments: Any) -> Any:
        """Count a query, if one of ours asks it."""
        self.queries += self._depth > 0
        return execute(*arguments)

    def timed(self, receiver: Callable) -> Callable:
        """Return a receiver that is counted, if it is one of ours."""
        if not receiver.__module__.startswith(OURS):
            return receiver

        def call(*args: Any, **kwargs: Any) -> Any:
            begun = time.perf_counter()
            self._depth += 1
            try:
                return receiver(*args, **kwargs)
            finally:
                self._depth -= 1
                if not self._depth:
                    self.seconds += time.perf_counter() - begun

        return call


@contextmanager
def counted(ours: Ours) -> Iterator[None]:
    """Have all receivers of signals counted while the block runs."""
    live = Signal._live_receivers

    def receivers(signal: Signal, sender: Any) -> tuple[list, list]:
        plain, asynchronous = live(signal, sender)
        return [ours.timed(receiver) for receiver in plain], asynchronous

    Signal._live_receivers = receivers
    try:
        with connection.execute_wrapper(ours.count):
            yield
    finally:
        Signal._live_receivers = live


def main(address: str) -> None:
    """Measure and print."""
    django.setup()
    from django.test.utils import CaptureQueriesContext

    from blog.models import ArticlePage

    slug = address.rstrip("/").rpartition("/")[2]
    rounds = []
    for number in range(ROUNDS + 1):
        draft = ArticlePage.objects.get(slug=slug).get_latest_revision_as_object()
        draft.standfirst = f"Said for the {number}th time"
        ours = Ours()
        with counted(ours), CaptureQueriesContext(connection) as asked:
            begun = time.perf_counter()
            revision = draft.save_revision()
            revision.publish()
            taken = time.perf_counter() - begun
        # The first one fills what is remembered.
        rounds += [(taken * 1000, len(asked), ours.seconds * 1000, ours.queries)] if number else []
        draft.revisions.exclude(pk=revision.pk).delete()
    names = ("ms", "queries", "ours_ms", "ours_queries")
    print(json.dumps(dict(zip(names, map(statistics.median, zip(*rounds, strict=True)), strict=True))))


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main(sys.stdin.read().strip())
