"""Bring articles in from files."""

import json
import os
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from blog.importing import proposed_facts, report
from blog.importing.plan import Action
from blog.importing.readers import READERS
from blog.importing.report_file import ReportFile
from blog.importing.run import Options, Position, import_paths
from blog.importing.runs.alone import Busy, busy_words
from blog.models import BlogIndexPage
from qnwellness.content.files import Unreadable

WRONG_CALL = 2
# Seconds between two lines about how far a long file is.
_EVERY = 2.0


class Command(BaseCommand):
    """Translates the command line for `blog.importing`."""

    help = (
        "Turn articles from files, folders and ZIP archives into structured, cross-referenced pages: as drafts, unless"
        " --publish is given."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", nargs="+", metavar="PATH", type=Path, help="a file, folder or ZIP archive"
        )
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
            "--report", metavar="FILE", type=Path, help="write the report to this .xlsx or .csv file, too"
        )
        parser.add_argument(
            "--parent", metavar="SLUG", help="the journal to import into, if there are several"
        )
        parser.add_argument(
            "--source-id", help="the key of this source, instead of the name of its (one) file"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        paths: list[Path] = options["files"]
        _refuse_wrong_calls(paths, options["source_id"])
        file = _report_file(options["report"])
        run = Options(
            parent=_journal(options["parent"]),
            format=options["format"],
            source_id=options["source_id"],
            publish=options["publish"],
            dry_run=options["dry_run"],
            facts=options["facts"],
            user=f"import_article, process {os.getpid()}",
        )
        reports: list[report.ArticleReport] = []
        counts: Counter[str] = Counter()
        for article in self._import(paths, run):
            counts["failed" if article.error else article.action or ""] += 1
            self._tell(article, as_json=options["json"])
            if options["json"]:
                reports.append(article)
            if file:
                file.add(report.as_json([article])["articles"][0])
        self._finish(reports, counts, file, as_json=options["json"])
        if not counts or counts["failed"] or counts[Action.CONFLICT]:
            sys.exit(1)

    def _import(self, paths: list[Path], options: Options) -> Iterator[report.ArticleReport]:
        try:
            yield from import_paths(paths, options, _Progress(self.stderr.write))
        except Busy as busy:
            raise CommandError(busy_words(busy)) from None

    def _finish(
        self,
        reports: list[report.ArticleReport],
        counts: Counter[str],
        file: ReportFile | None,
        *,
        as_json: bool,
    ) -> None:
        if as_json:
            self.stdout.write(json.dumps(report.as_json(reports), ensure_ascii=False, indent=2))
        words = ", ".join(f"{number:,} {what}" for what, number in sorted(counts.items()))
        if not counts or counts.total() > 1:
            self.stderr.write(words or "There is no article in what was named.")
        if file:
            try:
                file.close()
            except OSError as problem:
                raise CommandError(f"The report could not be written: {problem}") from None

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


class _Progress:
    """Says which file is read, and from time to time how far a long one is."""

    def __init__(self, write: Any) -> None:
        self._write, self._next = write, 0.0

    def __call__(self, position: Position) -> None:
        now = time.monotonic()
        if position.at == 0 and position.articles == 0:
            self._write(f"[{position.number}/{position.of}] {position.name}")
            self._next = now + _EVERY
        elif now >= self._next:
            read = f"{position.at / 1_000_000:,.1f} of {position.size / 1_000_000:,.1f} MB read"
            self._write(f"[{position.number}/{position.of}] {position.articles:,} articles, {read}")
            self._next = now + _EVERY


def _refuse_wrong_calls(paths: list[Path], source_id: str | None) -> None:
    """The name of a file is its key: two files of one name would take each other's place."""
    if source_id and (len(paths) > 1 or paths[0].is_dir()):
        raise CommandError(
            "--source-id names one file; import the others on their own.", returncode=WRONG_CALL
        )
    names = Counter(path.name for path in paths if not path.is_dir())
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        raise CommandError(
            f"Several files are called {', '.join(twice)}; import them one by one, each with its own --source-id.",
            returncode=WRONG_CALL,
        )


def _report_file(path: Path | None) -> ReportFile | None:
    try:
        return ReportFile(path) if path else None
    except Unreadable as problem:
        raise CommandError(str(problem), returncode=WRONG_CALL) from None


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
