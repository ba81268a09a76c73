"""The way of files by command: read, planned, placed and reported one article at a time, however many there are."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone

from qnwellness.content.files import Unreadable

from ..models import BlogIndexPage, ImportFile, ImportItem, ImportRun
from . import report
from .document import Rejected
from .isolated import read_isolated
from .keys import Keys
from .packages import Package, packages, pictures_in
from .placing import Surroundings, carry_out, foresee, remember_failure, told, unforeseen
from .readers.reader import Read
from .runs.alone import alone
from .runs.ending import finish
from .runs.reading import item_of

# How often a long import says that it is alive, in seconds.
_SIGN_OF_LIFE = 5.0


@dataclass(frozen=True, slots=True)
class Options:
    """How files are imported. `user` is who does it, in words."""

    parent: BlogIndexPage
    format: str | None = None
    source_id: str | None = None
    publish: bool = False
    dry_run: bool = False
    facts: bool = False
    user: str = "import_article"


@dataclass(slots=True)
class Position:
    """How far an import has come: the file that is read, its number of how many, its articles so far, and the bytes
    read of all it has."""

    name: str
    number: int
    of: int
    articles: int = 0
    at: int = 0
    size: int = 0


OnProgress = Callable[[Position], None]


def import_file(path: Path, options: Options) -> list[report.ArticleReport]:
    """Import every article of a file, folder or archive. Like `import_paths`."""
    return list(import_paths([path], options))


def import_paths(
    paths: Iterable[Path], options: Options, on_progress: OnProgress | None = None
) -> Iterator[report.ArticleReport]:
    """Import every article of these files, folders and archives, and yield the report of each when it is placed.

    What cannot be read or placed is reported, and the rest still placed. Unless it is a dry run, a row of ImportRun
    keeps what was done, and links between the articles are closed at the end. Raises Busy before anything is written
    when another import is at work.
    """
    found = _found(list(paths))
    if options.dry_run:
        yield from _Import(options, None, on_progress).each(found)
        return
    with alone(None, options.user):
        run = ImportRun.objects.create(
            trigger=ImportRun.Trigger.COMMAND,
            status=ImportRun.Status.RUNNING,
            parent=options.parent,
            format=options.format or "",
            publishes=options.publish,
        )
        yield from _Import(options, run, on_progress).each(found)
        finish(run)


def _found(paths: list[Path]) -> list[Package | Rejected]:
    found = list(packages(paths))
    used = {package.given for package in found if isinstance(package, Package)}
    # A folder of pictures is there for the articles handed in with it.
    empty = [
        path for path in paths if path.is_dir() and path not in used and not (used and pictures_in(path))
    ]
    return [
        *found,
        *(Rejected(path.name or str(path), "There is no article in this folder.") for path in empty),
    ]


@dataclass
class _Import:
    """One call: its keys so far, and the rows it keeps unless it is a dry run."""

    options: Options
    run: ImportRun | None
    on_progress: OnProgress | None
    keys: Keys = field(default_factory=Keys)
    articles: int = 0
    alive: float = 0.0

    def each(self, found: list[Package | Rejected]) -> Iterator[report.ArticleReport]:
        """Yield the reports of the articles in these packages."""
        self.around = Surroundings(
            self.options.parent, self.run, publish=self.options.publish, facts=self.options.facts
        )
        for number, package in enumerate(found, start=1):
            if isinstance(package, Rejected):
                yield self._one(package, None, None)
            else:
                yield from self._package(package, Position(package.file.name, number, len(found)))

    def _package(self, package: Package, position: Position) -> Iterator[report.ArticleReport]:
        source = self.options.source_id or package.source
        row = self._row(package)
        position.size = package.file.size

        def tell(at: int) -> None:
            position.at = at
            if self.on_progress:
                self.on_progress(position)

        tell(0)
        try:
            for article in read_isolated(
                package.file, source=source, format=self.options.format, on_bytes=tell
            ):
                position.articles += 1
                yield self._one(article, package, row)
        except Unreadable as problem:
            yield self._one(Rejected(package.file.name, str(problem), source), package, row)

    def _row(self, package: Package) -> ImportFile | None:
        if self.run is None:
            return None
        name, size = package.file.name[:500], package.file.size
        return ImportFile.objects.create(run=self.run, name=name, size=size, is_read=True)

    def _one(self, article: Read, package: Package | None, row: ImportFile | None) -> report.ArticleReport:
        self.articles += 1
        said = self._placed(article, package, row)
        if self.options.facts and said.facts is None:
            said.facts = []
        if self.run and time.monotonic() > self.alive + _SIGN_OF_LIFE:
            self.alive = time.monotonic()
            ImportRun.objects.filter(pk=self.run.pk).update(active_at=timezone.now())
        return said

    def _placed(self, article: Read, package: Package | None, row: ImportFile | None) -> report.ArticleReport:
        item = self._item(article, row)
        error = _rejection(article, package)
        if not error:
            error = self.keys.repeated(article.source, _where(article, package))
        if error:
            said = report.failed(article.source or _where(article, package), error)
            if item:
                remember_failure(item, error)
            return said
        shelf = package.folder if package else None
        if item:
            return carry_out(article, shelf, self.around, item)
        try:
            return told(foresee(article, shelf, self.around), self.around, dry_run=True)
        except Exception as problem:
            return report.failed(article.source, f"cannot be placed: {unforeseen(problem)}")

    def _item(self, article: Read, row: ImportFile | None) -> ImportItem | None:
        """Return a row that is not stored yet; a command can be called again, so that it keeps no content."""
        if self.run is None:
            return None
        item = item_of(article, self.run, row)
        item.content, item.position = None, self.articles
        return item


def _where(article: Read, package: Package | None) -> str:
    """Return the file, and the place in it if there is one."""
    places = [package.file.name if package else "", article.place]
    return ", ".join(dict.fromkeys(filter(None, places)))


def _rejection(article: Read, package: Package | None) -> str:
    if not isinstance(article, Rejected):
        return ""
    is_said = not article.source or article.place in ("", package.file.name if package else "")
    return article.reason if is_said else f"{article.place}: {article.reason}"
