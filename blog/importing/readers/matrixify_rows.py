"""The rows of Matrixify's sheet “Blog Posts” as articles: the top row of an article is the article, further rows are
comments of readers."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from blog.importing.document import Rejected, SourceArticle
from blog.importing.readers.matrixify_columns import Columns, address, cell, comment_of, extra_of, yes
from blog.importing.readers.moments import moment_of
from blog.importing.readers.reader import Read
from blog.importing.readers.shopify_article import NO_PATH, ShopifyArticle, key_of, read_article
from qnwellness.content.files import Unreadable
from qnwellness.tables.table import Row

COMMENT = "a reader's comment"
UNCLOSED = "A quotation mark in it is never closed, so that the rows below cannot be told from it."
STRAYS = (
    "Rows that are no top row of an article and do not follow theirs; comments of readers are not imported."
)
SHORTENED = (
    "Its number was shortened by a spreadsheet ({number}), so that it is known by its handle; format the column “ID” "
    "as text before you save."
)
CUT = "Its text fills a cell of Excel to the last character ({most:,}) and may be cut off; compare the end."
_SHORTENED = re.compile(r"[0-9]+(?:[.,][0-9]+)?[eE]\+?[0-9]+")
_EXCEL_CELL = 32_767


@dataclass(slots=True)
class _Open:
    """An article whose comments may still follow."""

    row: Row
    article: ShopifyArticle
    comments: list[str] = field(default_factory=list)
    further: int = 0

    def read(self, source: str) -> Read:
        article = replace(self.article, about=tuple((words, COMMENT) for words in self.comments))
        number = max(len(self.comments), self.further)
        if number:
            what = "A comment of a reader was" if number == 1 else f"{number:,} comments of readers were"
            article = replace(article, notes=(*article.notes, f"{what} left out."))
        return read_article(article, str(self.row), f"{source} {self.row}")


def articles_of(
    rows: Iterable[Row], columns: Columns, source: str, notices: Callable[[], Iterable[str]] = tuple
) -> Iterator[Read]:
    """Yield the articles in these rows. What there is to say of the whole file is told once, with the first of them
    that comes when it is known; `notices` says what is known of its encoding so far."""
    said: set[str] = set()
    for read in _Sheet(columns, source).articles(rows):
        if isinstance(read, SourceArticle):
            about_path = (NO_PATH,) if read.path is None else ()
            about_file = (_sentence(notice) for notice in notices())
            fresh = {note.partition("(")[0]: note for note in (*columns.notes(), *about_path, *about_file)}
            notes = tuple(note for kind, note in fresh.items() if kind not in said)
            said |= fresh.keys()
            read = replace(read, notes=(*read.notes, *notes))
        yield read


def _sentence(notice: str) -> str:
    return f"Of the file: {notice}."


@dataclass(slots=True)
class _Sheet:
    columns: Columns
    source: str
    current: _Open | None = None
    strays: list[str] = field(default_factory=list)

    def articles(self, rows: Iterable[Row]) -> Iterator[Read]:
        problem = None
        try:
            for row in rows:
                yield from self._take(row)
        except (Unreadable, OSError) as broken:
            problem = Rejected(
                f"below {self.current.row}" if self.current else "below the header", str(broken)
            )
        yield from self._finish()
        if self.strays:
            yield Rejected(", ".join(self.strays[:10]) + (" …" if len(self.strays) > 10 else ""), STRAYS)
        if problem:
            yield problem

    def _take(self, row: Row) -> Iterator[Read]:
        if not row.closed:
            yield from self._finish()
            yield Rejected(str(row), UNCLOSED)
        elif self._is_top(row):
            yield from self._finish()
            yield from self._begin(row)
        elif self._continues(row):
            comment = comment_of(row.cells, self.columns)
            if self.current:
                self.current.further += 1
                self.current.comments += [comment] if comment else []
        elif self._said(row, "id") or self._said(row, "handle"):
            self.strays.append(str(row))
        else:
            yield from self._finish()
            yield Rejected(str(row), f"This row is no article: “{_first_words(row)}”.")

    def _finish(self) -> Iterator[Read]:
        if self.current:
            yield self.current.read(self.source)
        self.current = None

    def _begin(self, row: Row) -> Iterator[Read]:
        article = _article(row, self.columns)
        if self._said(row, "command").casefold() == "delete":
            yield Rejected(str(row), "The file says that it is to be deleted.", key_of(article))
            return
        comment = comment_of(row.cells, self.columns)
        self.current = _Open(row, article, [comment] if comment else [], 1 if comment else 0)

    def _is_top(self, row: Row) -> bool:
        if "top" in self.columns.fields:
            return yes(self._said(row, "top"))
        return bool(self._said(row, "title") or self._said(row, "body"))

    def _continues(self, row: Row) -> bool:
        """Whether a row belongs to the article above it: it has its id or handle, or says neither and is a comment."""
        if not self.current:
            return False
        same = {_whole(self._said(row, "id")), self._said(row, "handle")} - {""}
        if same:
            return bool(same & {self.current.article.id, self.current.article.handle})
        return bool(comment_of(row.cells, self.columns))

    def _said(self, row: Row, name: str) -> str:
        return cell(row.cells, self.columns.fields.get(name)).strip()


def _article(row: Row, columns: Columns) -> ShopifyArticle:
    def said(name: str) -> str:
        return cell(row.cells, columns.fields.get(name))

    number = _whole(said("id").strip())
    is_shortened = bool(_SHORTENED.fullmatch(number))
    published, about_date = moment_of(said("published"))
    notes = [about_date] if about_date else []
    if is_shortened:
        notes.append(SHORTENED.format(number=number))
    if max(len(said("body")), len(said("summary"))) == _EXCEL_CELL:
        notes.append(CUT.format(most=_EXCEL_CELL))
    return ShopifyArticle(
        id="" if is_shortened else number,
        blog=said("blog").strip(),
        handle=said("handle").strip(),
        title=said("title"),
        body=said("body"),
        summary=said("summary"),
        author=said("author"),
        tags=tuple(tag.strip() for tag in said("tags").split(",")),
        image=address(row.cells, columns.fields.get("image")),
        image_alt=said("image_alt"),
        published=published,
        updated=moment_of(said("updated"))[0],
        is_published=yes(said("is_published")) if said("is_published").strip() else None,
        seo_title=said("seo_title"),
        seo_description=said("seo_description"),
        url=address(row.cells, columns.fields.get("url")),
        extra=extra_of(row.cells, columns),
        notes=tuple(notes),
    )


def _whole(number: str) -> str:
    return number.removesuffix(".0")


def _first_words(row: Row) -> str:
    return " ".join(" ".join(row.cells).split())[:80]
