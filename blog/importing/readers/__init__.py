"""Reading: a file in, source articles out.

Owns the formats an article can come in, one a file, and the safety of what is read: whatever leaves here is clean
inline HTML. Knows nothing of headings hidden in plain text, of products or of the site. Formats that hold markup hand
it to `blog.importing.markup`.
"""

import re
from collections.abc import Iterator

from blog.importing.readers import (
    docx,
    html,
    markdown,
    matrixify_csv,
    matrixify_xlsx,
    shopify_json,
    text,
    wordpress,
)
from blog.importing.readers.file import SourceFile, file_of, file_of_bytes
from blog.importing.readers.reader import Read, Reader
from qnwellness.content.files import MAX_BYTES, Unreadable

__all__ = [
    "MAX_BYTES",
    "READERS",
    "SourceFile",
    "Unreadable",
    "file_of",
    "file_of_bytes",
    "read",
    "read_data",
    "reader_for",
]

# The first reader that recognises a file reads it, so the most particular formats come first.
READERS: tuple[Reader, ...] = (
    matrixify_xlsx.READER,
    matrixify_csv.READER,
    docx.READER,
    wordpress.READER,
    shopify_json.READER,
    html.READER,
    markdown.READER,
    text.READER,
)


_FEED = re.compile(rb"<(?:feed|rss)[\s>]")


def read(file: SourceFile, *, source: str, format: str | None = None) -> Iterator[Read]:
    """The articles of a file, one at a time; `source` is the key of an article that has none of its own, `format`
    overrides recognition.

    Raises Unreadable, with one line for a person, before anything is yielded.
    """
    head = file.head()
    if not head.strip() and file.size <= len(head):
        raise Unreadable("The file is empty.")
    return reader_for(head, format).read(file, source)


def read_data(data: bytes, *, source: str, format: str | None = None) -> Iterator[Read]:
    """The articles in bytes that are at hand; otherwise like `read`."""
    return read(file_of_bytes(data, source), source=source, format=format)


def reader_for(head: bytes, format: str | None = None) -> Reader:
    """The reader of a file that begins like this, or the one of that name. Raises Unreadable when there is none."""
    if format is not None:
        for reader in READERS:
            if reader.name == format:
                return reader
        known = ", ".join(reader.name for reader in READERS)
        raise Unreadable(f"Unknown format “{format}”; known formats: {known}.")
    for reader in READERS:
        if reader.recognises(head):
            return reader
    if _FEED.search(head):
        raise Unreadable(
            "The file is a feed (RSS or Atom), which holds the newest posts only, and often their beginnings only;"
            " hand in an export or saved pages instead."
        )
    raise Unreadable("The file has no known format.")
