"""Compare the files of pictures with what the database knows of."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from qnwellness.images.check import orphans, without_file


class Command(BaseCommand):
    """Translates the command line for `qnwellness.images.check`."""

    help = (
        "List the files of pictures that no picture has, as an import that was killed leaves them, and pictures whose"
        " file is gone. Exit status 1 if there are any and they were not repaired."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--repair", action="store_true", help="delete the files that no picture has")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        found = list(orphans())
        for storage, path in found:
            self.stdout.write(f"{path}: no picture has this file")
            if repair:
                storage.delete(path)
        lost = list(without_file())
        for image in lost:
            self.stdout.write(f"{image.title} (picture {image.pk}): its file {image.file.name} is gone")
        if not found and not lost:
            self.stdout.write("Every file has its picture, and every picture its file.")
        elif repair and found:
            self.stdout.write(f"Deleted: {len(found)}.")
        if lost or (found and not repair):
            sys.exit(1)
