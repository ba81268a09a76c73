"""Articles of a Shopify shop as CSV, as Matrixify exports them and spreadsheets save them again."""

from collections.abc import Iterator

from blog.importing.readers.file import SourceFile
from blog.importing.readers.matrixify_columns import Columns, columns_of, is_ours
from blog.importing.readers.matrixify_rows import articles_of
from blog.importing.readers.reader import Read, Reader
from qnwellness.content.files import Unreadable
from qnwellness.tables.decoding import Decoding, beginning, decode
from qnwellness.tables.table import read_header, stream_table

_HEAD = 60_000


def recognises(head: bytes) -> bool:
    """Whether the header row names what Matrixify's sheet of blog posts has."""
    try:
        text, _notices = decode(beginning(head, _HEAD))
        return is_ours(columns_of(read_header(text)))
    except Unreadable:
        return False


def read(file: SourceFile, source: str) -> Iterator[Read]:
    """The articles of a file, one at a time. Raises Unreadable for a table without a title and a text."""
    articles = _articles(file, source)
    next(articles)
    return (read for read in articles if read is not None)


def _articles(file: SourceFile, source: str) -> Iterator[Read | None]:
    """None as soon as it is known that the file can be read, and then its articles."""
    with file.open() as stream:
        decoding = Decoding(stream)
        header, rows = stream_table(decoding)
        columns = columns_of(header)
        check(columns)
        yield None
        yield from articles_of(rows, columns, source, lambda: decoding.notices)


def check(columns: Columns) -> None:
    """Raise Unreadable for a sheet that has no articles."""
    missing = [
        name for name, field in (("Title", "title"), ("Body HTML", "body")) if field not in columns.fields
    ]
    if missing:
        raise Unreadable(f"The table has no column “{'” and no column “'.join(missing)}”.")


READER = Reader(
    name="matrixify-csv", label="Shopify articles as CSV (Matrixify)", recognises=recognises, read=read
)
