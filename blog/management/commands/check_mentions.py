"""Compare mention rows and the reference index with what articles say."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from blog.mentions.check import differences, repair
from blog.mentions.reference_index import left_behind


class Command(BaseCommand):
    """Translates the command line for `blog.mentions.check`."""

    help = (
        "Compare mention rows, relation rows and Wagtail's reference index with what articles say."
        " Exit status 1 if any differ and were not repaired."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--repair", action="store_true", help="write what differs anew, from the articles"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        faults = 0
        for article, found in differences():
            faults += len(found)
            self.stdout.write(f"{article.title} (page {article.pk}):")
            for fault in found:
                self.stdout.write(f"  {fault}")
            if options["repair"]:
                repair(article)
        faults += self._left_behind(is_repaired=options["repair"])
        self._sum_up(faults, is_repaired=options["repair"])

    def _left_behind(self, *, is_repaired: bool) -> int:
        """Tell of, and perhaps delete, what the index holds of articles that are gone; return how much."""
        rows = left_behind()
        for row in rows:
            self.stdout.write(
                f"reference of page {row.object_id}, which is gone, to page {row.to_object_id}: extra"
            )
        count = len(rows)
        if is_repaired:
            rows.delete()
        return count

    def _sum_up(self, faults: int, *, is_repaired: bool) -> None:
        if not faults:
            self.stdout.write("Every mention row, relation row and reference says what its article says.")
        elif is_repaired:
            self.stdout.write(f"Repaired: {faults}.")
        else:
            self.stdout.write(f"{faults} to repair: run again with --repair.")
            sys.exit(1)
