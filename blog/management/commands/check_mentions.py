"""Compare mention rows with what articles say."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from blog.mentions.check import differences
from blog.mentions.sync import repair


class Command(BaseCommand):
    """Translates the command line for `blog.mentions.check`."""

    help = "Compare mention rows with what articles say; exit status 1 if any differ and were not repaired."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="write the rows that differ anew")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = list(differences())
        for difference in wrong:
            self.stdout.write(
                f"{difference.article.title} (page {difference.article.pk}): "
                f"{difference.found} mentions stored, {difference.expected} in the text"
            )
            if options["repair"]:
                repair(difference.article)
        if not wrong:
            self.stdout.write("Every mention row says what its article says.")
        elif options["repair"]:
            self.stdout.write(f"Repaired: {len(wrong)}.")
        else:
            self.stdout.write(f"{len(wrong)} to repair: run again with --repair.")
            sys.exit(1)
