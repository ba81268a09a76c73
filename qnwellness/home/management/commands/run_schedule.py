"""Publishes and takes down pages, and fetches the catalogue, when their time has come, for as long as it runs."""

import logging
import os
import signal
import time
from threading import Event, Thread
from typing import Any

from django.core.management import BaseCommand, CommandParser, call_command
from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django_tasks import task_backends
from django_tasks_db import DatabaseBackend
from wagtail.models import Revision

from blog.importing.runs.storage import forget_old
from blog.pushing.senders import send_what_changed
from products.feed.scheduled import bring_in, is_due
from qnwellness.answers.changes import forget_changes
from qnwellness.answers.front import keep_telling
from qnwellness.health.models import Heartbeat
from qnwellness.health.parts import SCHEDULE

logger = logging.getLogger(__name__)

EVERY = 60
# How soon a request to stop is noticed.
NAP = 0.5


class Command(BaseCommand):
    """Runs `publish_scheduled`, and `fetch_catalogue` where it is due, again and again until it is told to stop."""

    help = (
        "Publish and unpublish pages at their scheduled times, and fetch the catalogue where the shop's settings ask"
        " for it. Runs until it gets SIGTERM or Ctrl-C."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=float, default=EVERY, metavar="SECONDS")
        parser.add_argument(
            "--stop-with-parent",
            action="store_true",
            help="Also stop when the process that started this one is gone.",
        )

    def handle(self, *args: Any, every: float, stop_with_parent: bool, **options: Any) -> None:
        self.stopping = False
        self.parent = os.getppid() if stop_with_parent else None
        # Set here because a shell starts its background processes with Ctrl-C ignored.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        logger.info("Looking for scheduled pages every %g seconds.", every)
        stop = Event()
        telling = Thread(target=keep_telling, args=(stop,), name="front-cache")
        telling.start()
        try:
            self._go_round(every)
        finally:
            stop.set()
            telling.join()
        logger.info("Stopped looking for scheduled pages.")

    def _go_round(self, every: float) -> None:
        while not self._should_stop():
            # A connection that broke since, or has lived long enough, is not used for another round.
            close_old_connections()
            say_it_lives()
            publish_due()
            fetch_due()
            forget_abandoned()
            forget_old_changes()
            forget_done_tasks()
            send_lists()
            self._wait(every)

    def _stop(self, *args: Any) -> None:
        self.stopping = True

    def _should_stop(self) -> bool:
        return self.stopping or (self.parent is not None and os.getppid() != self.parent)

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self._should_stop() and (left := until - time.monotonic()) > 0:
            time.sleep(min(NAP, left))


def say_it_lives() -> None:
    """Note for `/readyz` that the schedule runs. What goes wrong is logged."""
    try:
        Heartbeat.beat(SCHEDULE)
    except DatabaseError:
        # The next round says so.
        logger.exception("It could not be noted that the schedule runs.")


def publish_due() -> None:
    """Publish and unpublish what is due. An error is logged and not raised: the next round tries again."""
    try:
        call_command("publish_scheduled")
    except Exception:
        # One page that cannot be published, or a database that is away for a while, must not end the schedule.
        logger.exception("Not everything that is due could be done; trying again, page by page.")
        _publish_one_by_one()


def _publish_one_by_one() -> None:
    """Publish what is due so that one page that cannot be published does not hold up those after it."""
    try:
        due = list(Revision.objects.filter(approved_go_live_at__lt=timezone.now()))
    except DatabaseError:
        return
    for revision in due:
        try:
            revision.publish(log_action="wagtail.publish.scheduled")
        except Exception:
            logger.exception("%s could not be published; trying again next round.", revision.object_str)


def fetch_due() -> None:
    """Fetch the catalogue if it is due. What goes wrong is logged, and stands in the list of runs."""
    try:
        if is_due():
            run = bring_in()
            logger.info("The catalogue was fetched: %s. %s", run.get_status_display(), run.error)
    except Exception:
        # Pages are to be published on time whatever is wrong with the catalogue.
        logger.exception("The catalogue could not be fetched; trying again when it is due.")


def forget_abandoned() -> None:
    """Delete what was handed in for imports nobody went on with. What goes wrong is logged."""
    try:
        if number := forget_old():
            logger.info("Deleted what was handed in for %d imports nobody went on with.", number)
    except Exception:
        # Pages are to be published on time whatever is wrong with the folder.
        logger.exception("What was handed in for old imports could not be deleted; trying again.")


def send_lists() -> None:
    """Tell shops of lists of related articles that have changed. What goes wrong is logged."""
    try:
        if number := send_what_changed():
            logger.info("Sent %d lists of related articles to shops.", number)
    except Exception:
        # Pages are to be published on time whatever is wrong with the shop.
        logger.exception("Lists of related articles could not be sent; trying again.")


def forget_old_changes() -> None:
    """Delete the rows by which changes were heard of. What goes wrong is logged."""
    try:
        forget_changes()
    except DatabaseError:
        # They cost little: the next round tries again.
        logger.exception("Old changes could not be forgotten; trying again.")


def forget_done_tasks() -> None:
    """Delete the rows of tasks that workers were done with a week ago. What goes wrong is logged."""
    if not isinstance(task_backends["default"], DatabaseBackend):
        return
    try:
        call_command("prune_db_task_results", queue_name="*", min_age_days=7, verbosity=0)
    except DatabaseError:
        # They cost little: the next round tries again.
        logger.exception("Tasks that are done could not be forgotten; trying again.")
