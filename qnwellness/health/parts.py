"""What the site is made of while it runs, and what is wrong with each part of it.

Each function returns nothing where all is well, else what is wrong in a sentence that names no host and no secret.
"""

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from qnwellness.answers.lenient import LenientRedisCache

from .models import Heartbeat

SCHEDULE = "schedule"
# The schedule looks once a minute, and may be held up by a fetch or an import.
_SILENT = timedelta(minutes=10)
# A worker takes what is queued within seconds.
_WAITING = timedelta(minutes=10)
# A few dozen pictures with all their sizes.
_LEAST_BYTES = 200_000_000


def schema() -> str:
    """Tell whether the database holds the tables of this version. Raises `django.db.Error` where it does not answer."""
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return "Migrations are pending: run `manage.py migrate`." if pending else ""


def cache() -> str:
    """Tell whether the shared cache answers, where there is one."""
    shared = caches["default"]
    if isinstance(shared, LenientRedisCache) and not shared.answers():
        return "Redis does not answer: the site goes on without it, more slowly."
    return ""


def uploads() -> str:
    """Tell whether files can be kept, where they are kept on this machine."""
    if not isinstance(default_storage, FileSystemStorage):
        return ""
    folder = default_storage.location
    # It is made with the first upload.
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:  # noqa: PTH112, PTH120 - a storage knows text
        folder = os.path.dirname(folder)  # noqa: PTH120
    if not os.access(folder, os.W_OK):
        return "Uploads cannot be written."
    if shutil.disk_usage(folder).free < _LEAST_BYTES:
        return f"Less than {_LEAST_BYTES // 1_000_000} MB are left for uploads."
    return ""


def search() -> str:
    """Tell whether the engine that searches answers, where it is not the database."""
    if not get_search_backend().catch_indexing_errors:
        return ""
    try:
        list(Page.objects.search("a", order_by_relevance=False)[:1])
    except Error:
        raise
    except Exception:
        # Each engine has errors of its own, with nothing in common.
        return "Searching does not work: its engine does not answer. All else does."
    return ""


def schedule() -> str:
    """Tell whether `manage.py run_schedule` runs."""
    last = Heartbeat.last(SCHEDULE)
    if last is None:
        return "`manage.py run_schedule` has never run: nothing is published at its time."
    if timezone.now() - last > _SILENT:
        return f"`manage.py run_schedule` was last alive at {last:%Y-%m-%d %H:%M} UTC."
    return ""


def worker() -> str:
    """Tell whether somebody does what is queued, where the site has a queue."""
    if not settings.TASKS["default"]["BACKEND"].startswith("django_tasks_db."):
        return ""
    from django_tasks_db.models import DBTaskResult

    waiting = DBTaskResult.objects.ready().order_by("enqueued_at")
    oldest = waiting.values_list("enqueued_at", flat=True).first()
    if oldest and timezone.now() - oldest > _WAITING:
        return f"Nobody does what was queued at {oldest:%Y-%m-%d %H:%M} UTC: `manage.py db_worker` must run."
    return ""


# Without the first the site cannot serve; without the others it can, for a while.
VITAL: Mapping[str, Callable[[], str]] = {"schema": schema}
OTHERS: Mapping[str, Callable[[], str]] = {
    "cache": cache,
    "uploads": uploads,
    "search": search,
    "schedule": schedule,
    "worker": worker,
}
