"""Bring articles in from files."""

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from blog.importing import proposed_facts, report
from blog.importing.plan import Action
from blog.importing.readers import READERS
from blog.importing.run import Options, import_file, source_of
from blog.models import BlogIndexPage

WRONG_CALL = 2


class Command(BaseCommand):
    """Translates the command line for `blog.importing`."""

    help = "Turn articles from files into structured, cross-referenced pages: as drafts, unless --publish is given."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="a text file")
        parser.add_argument(
            "--format",
            choices=[reader.name for reader in READERS],
            help="the format, where it should not be recognised by content",
        )
        parser.add_argument("--publish", action="store_true", help="publish what is created or updated")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would be done, and write nothing"
        )
        parser.add_argument(
            "--facts",
            action="store_true",
            help="say which figures the text repeats: facts to be confirmed in the admin",
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
        parser.add_argument(
            "--parent", metavar="SLUG", help="the journal to import into, if there are several"
        )
        parser.add_argument(
            "--source-id", help="the key of this source, instead of the name of its (one) file"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        files: list[Path] = options["files"]
        if options["source_id"] and len(files) > 1:
            raise CommandError(
                "--source-id names one file; import the others on their own.", returncode=WRONG_CALL
            )
        run = Options(
            parent=_journal(options["parent"]),
            format=options["format"],
            source_id=options["source_id"],
            publish=options["publish"],
            dry_run=options["dry_run"],
            facts=options["facts"],
        )
        _refuse_equal_names(files, run)
        reports = []
        for number, path in enumerate(files, start=1):
            self.stderr.write(f"[{number}/{len(files)}] {source_of(path, run)}")
            for article in import_file(path, run):
                reports.append(article)
                self._tell(article, as_json=options["json"])
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(reports), ensure_ascii=False, indent=2))
        if any(article.error or article.action == Action.CONFLICT for article in reports):
            sys.exit(1)

    def _tell(self, article: report.ArticleReport, *, as_json: bool) -> None:
        """Print an article for a person; what went wrong goes to standard error."""
        lines = list(report.as_text(article))
        if article.error:
            self.stderr.write(lines[0])
        elif not as_json:
            self.stdout.write("\n".join(lines))
        else:
            for warning in article.warnings:
                self.stderr.write(f"  {warning}")
            if article.facts is not None:
                for line in proposed_facts.lines(article.facts, article.facts_url):
                    self.stderr.write(f"  {line}")
            if article.checks:
                self.stderr.write(f"  {report.checks_line(article.checks)}")


def _refuse_equal_names(files: list[Path], run: Options) -> None:
    """The name of a file is its key: two files of one name would take each other's place."""
    names = Counter(source_of(path, run) for path in files)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise CommandError(
            f"Several files are called {', '.join(twice)}; import them one by one, each with its own --source-id.",
            returncode=WRONG_CALL,
        )


def _journal(slug: str | None) -> BlogIndexPage:
    journals = BlogIndexPage.objects.all()
    if slug:
        journals = journals.filter(slug=slug)
    found = list(journals[:2])
    if len(found) == 1:
        return found[0]
    slugs = ", ".join(BlogIndexPage.objects.values_list("slug", flat=True)) or "none"
    raise CommandError(
        f"Say with --parent which journal to import into. There are: {slugs}.", returncode=WRONG_CALL
    )
