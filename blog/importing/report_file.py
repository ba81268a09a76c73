"""The report of an import as a file to keep: a workbook, or a CSV file with the same rows one kind after another."""

from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from django.utils.translation import gettext as _

from qnwellness.content.files import Unreadable
from qnwellness.content.spreadsheets import Book, CsvSheet, Sheet, Value

# An article of a report, as `import_article --json` prints it.
Article = Mapping[str, Any]
_KINDS = (".xlsx", ".csv")


class ReportBook:
    """A workbook: a sheet with a row an article, and one each for words set aside, pictures, products and notes."""

    def __init__(self) -> None:
        self._book = Book()
        self._sheets: dict[str, Sheet] = {
            kind: self._book.sheet(title, headings) for kind, (title, headings) in _sheets().items()
        }

    def add(self, article: Article) -> None:
        """Add an article."""
        for kind, row in _rows(article):
            self._sheets[kind].append(row)

    def as_bytes(self) -> bytes:
        """Return the file. It can be asked for once."""
        return self._book.as_bytes()


class ReportCsv:
    """A CSV file whose rows begin with what they are of; text that looks like a formula has an apostrophe before it."""

    def __init__(self, stream: TextIO) -> None:
        sheets = _sheets()
        self._titles = {kind: title for kind, (title, _headings) in sheets.items()}
        self._sheet = CsvSheet(stream, [_("What"), *sheets["articles"][1]])

    def add(self, article: Article) -> None:
        """Add an article, and under it what belongs to it."""
        for kind, row in _rows(article):
            self._sheet.append([self._titles[kind], *row])


class ReportFile:
    """The file of `--report`, of the kind its name says; nothing is written to it before `close`."""

    def __init__(self, path: Path) -> None:
        """Raises Unreadable for another kind of file, and where none can be written."""
        if path.suffix.lower() not in _KINDS:
            raise Unreadable(f"{path.name}: a report is an .xlsx or a .csv file.")
        try:
            path.open("ab").close()
        except OSError as problem:
            raise Unreadable(f"{path}: the report cannot be written: {problem.strerror}.") from None
        self._path, self._stream = path, StringIO(newline="")
        self._report = ReportBook() if path.suffix.lower() == ".xlsx" else ReportCsv(self._stream)

    def add(self, article: Article) -> None:
        """Add an article."""
        self._report.add(article)

    def close(self) -> None:
        """Write the file. Raises OSError."""
        if isinstance(self._report, ReportBook):
            self._path.write_bytes(self._report.as_bytes())
        else:
            # With a mark, without which a spreadsheet takes the letters for those of another alphabet.
            self._path.write_text(self._stream.getvalue(), encoding="utf-8-sig", newline="")


def as_workbook(articles: Iterable[Article]) -> bytes:
    """Return the workbook of some articles."""
    book = ReportBook()
    for article in articles:
        book.add(article)
    return book.as_bytes()


def _sheets() -> dict[str, tuple[str, list[str]]]:
    """Return the sheets by kind, each with its title and headings."""
    first = [_("Source"), _("Title")]
    articles = [_("Result"), _("Address"), _("Page"), _("Contents"), _("Infographics"), _("Products")]
    return {
        "articles": (
            _("Articles"),
            [*first, *articles, _("Pictures"), _("Pictures missing"), _("Notes"), _("What is wrong")],
        ),
        "set_aside": (_("Set aside"), [*first, _("Words"), _("Why"), _("Place")]),
        "pictures": (_("Pictures"), [*first, _("Name"), _("Address"), _("Alternative text"), _("Here")]),
        "products": (_("Products"), [*first, _("Handle"), _("Mentions")]),
        "notes": (_("Notes"), [*first, _("Note")]),
    }


def _rows(article: Article) -> Iterator[tuple[str, list[Value]]]:
    first: list[Value] = [article.get("source") or "", article.get("title") or ""]
    pictures, notes = article.get("pictures", ()), article.get("warnings", ())
    products = article.get("products", ())
    yield (
        "articles",
        [
            *first,
            article.get("action") or _("failed"),
            article.get("url") or "",
            article.get("page_id") or "",
            len(article.get("contents", ())),
            len(article.get("infographics", ())),
            ", ".join(product["handle"] for product in products),
            len(pictures),
            sum(not picture["is_here"] for picture in pictures),
            "\n".join(notes),
            article.get("error") or "",
        ],
    )
    for aside in article.get("set_aside", ()):
        yield "set_aside", [*first, aside["text"], aside["reason"], aside["place"]]
    for picture in pictures:
        here = _("yes") if picture["is_here"] else _("no")
        yield "pictures", [*first, picture["name"], picture["address"], picture["alt"], here]
    for product in products:
        yield "products", [*first, product["handle"], product["mentions"]]
    for note in notes:
        yield "notes", [*first, note]
