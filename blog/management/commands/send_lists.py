"""Tells shops of lists of related articles that have changed."""

from typing import Any

from django.core.management import BaseCommand, CommandParser

from blog.pushing.changed import look_again
from blog.pushing.deliver import send_again
from blog.pushing.senders import send_what_changed

from ...models import ListDelivery


class Command(BaseCommand):
    """One round of what `run_schedule` does every minute."""

    help = "Send the lists of related articles that have changed to the shops that are told of them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="also what the shops have already")

    def handle(self, *args: Any, **options: Any) -> None:
        look_again()
        if options["all"]:
            send_again(ListDelivery.objects.all())
        self.stdout.write(f"Sent {send_what_changed()} lists.")
        if waiting := ListDelivery.objects.exclude(error="").count():
            self.stdout.write(f"{waiting} could not be sent.")
