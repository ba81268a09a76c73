"""Sending soon after a change, where the site has workers; the schedule sends what is left."""

from django.core.cache import cache
from django_tasks import task, task_backends
from django_tasks.backends.immediate import ImmediateBackend

from .senders import send_what_changed

_QUEUED = "lists-are-about-to-be-sent"
# Many changes in a row, as of an import, are one round.
_SECONDS = 20


@task()
def send_lists() -> None:
    """Send what has changed, on every channel that is on."""
    cache.delete(_QUEUED)
    send_what_changed()


def send_soon() -> None:
    """Have a worker send what has changed. Without workers nothing is sent here: no editor waits for a shop."""
    if not isinstance(task_backends[send_lists.backend], ImmediateBackend) and cache.add(
        _QUEUED, True, _SECONDS
    ):
        send_lists.enqueue()
