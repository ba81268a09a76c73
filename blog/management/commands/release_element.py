"""Makes the element as it is now a version that shops can name, and that never changes again."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from blog.embed.released import NotReleased, release


class Command(BaseCommand):
    """Copies `blog/embed/related-articles.js` to `blog/embed/releases/` and notes its hash."""

    help = "Release the element <related-articles> under a version. Commit the two files this writes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("version", help="such as 1.2.0; above the newest")

    def handle(self, *args: Any, version: str, **options: Any) -> None:
        try:
            made = release(version)
        except NotReleased as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Released {made.version}: {made.integrity}")
