"""Fetch the catalogue from the shop's address and apply it: for cron."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from products.feed.lock import AlreadyRunning
from products.feed.scheduled import UNCHANGED, bring_in
from products.models import CatalogueRun


class Command(BaseCommand):
    """Translates the command line for `products.feed`."""

    help = (
        "Fetch the catalogue from the address in the shop's settings, and apply it. The host must be named in"
        " CATALOGUE_HOSTS. Exit status 1 when anything went wrong; the dashboard of the admin says what."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            run = bring_in()
        except AlreadyRunning as problem:
            self.stderr.write(str(problem))
            sys.exit(1)
        if run.error:
            self.stderr.write(run.error)
        self.stdout.write(_said(run))
        if run.error or run.status == CatalogueRun.Status.FAILED or run.counts.get("error"):
            sys.exit(1)


def _said(run: CatalogueRun) -> str:
    if UNCHANGED in run.counts:
        return f"unchanged: the prices of {run.counts[UNCHANGED]} products are confirmed"
    if run.status == CatalogueRun.Status.FAILED and not run.counts:
        return "nothing was changed"
    counts = ", ".join(f"{number} {action}" for action, number in sorted(run.counts.items()) if number)
    return f"{run.get_status_display()}: {counts or 'nothing to change'}"
