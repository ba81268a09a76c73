"""Fetches the pictures imported articles name, from the hosts in IMPORT_PICTURE_HOSTS."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from blog.importing.fetching_pictures import Fetched, fetch_slice, hosts_of, try_again, waiting
from blog.importing.runs.alone import Busy, alone, busy_words
from blog.models import MissingPicture


class Command(BaseCommand):
    """Goes on where it was stopped; each picture is stored once and put into the articles nobody has changed since."""

    help = (
        "Fetch the pictures imported articles name, from the hosts in the setting IMPORT_PICTURE_HOSTS. Can be stopped"
        " and called again. Exit status 1 when a picture could not be fetched."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Define what can be asked for."""
        parser.add_argument(
            "--list", action="store_true", help="say from where pictures are missing, fetch nothing"
        )
        parser.add_argument("--retry", action="store_true", help="try those again that could not be fetched")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fetch, and say what came of it. Raises CommandError when another import is at work or pictures failed."""
        rows = MissingPicture.objects.all()
        if options["list"]:
            self._list()
            return
        try:
            with alone(None, "fetch_pictures"):
                if options["retry"]:
                    try_again(rows)
                failed = self._fetch()
        except Busy as busy:
            raise CommandError(busy_words(busy)) from None
        if failed:
            raise CommandError(f"{failed:,} could not be fetched; the list of missing pictures says why.")

    def _fetch(self) -> int:
        rows = MissingPicture.objects.all()
        total, done = waiting(rows).count(), Fetched()
        while left := waiting(rows).count():
            some = fetch_slice(rows)
            done.attached += some.attached
            done.stored += some.stored
            done.failed += some.failed
            self.stdout.write(f"{total - waiting(rows).count():,} of {total:,}")
            if waiting(rows).count() == left:
                break
        self.stdout.write(
            f"{done.attached:,} put into their articles, {done.stored:,} in the library only, {done.failed:,} failed"
        )
        for row in rows.filter(state=MissingPicture.State.FAILED).select_related("record"):
            self.stderr.write(f"{row.record.source}: {row.address}: {row.error}")
        return rows.filter(state=MissingPicture.State.FAILED).count()

    def _list(self) -> None:
        for host in hosts_of(MissingPicture.objects.all()):
            allowed = "" if host.is_allowed else "  (not in IMPORT_PICTURE_HOSTS)"
            self.stdout.write(f"{host.pictures:7,}  {host.host}{allowed}")
