"""Reading: bytes of a file in, source articles out.

Owns the formats an article can come in, one a file, and the safety of what is read: whatever leaves here is clean
inline HTML. Knows nothing of headings hidden in plain text, of products or of the site.
"""

from collections.abc import Iterator

from blog.importing.document import SourceArticle
from blog.importing.readers import text
from blog.importing.readers.reader import Reader
from qnwellness.content.files import MAX_BYTES, Unreadable

__all__ = ["MAX_BYTES", "READERS", "Unreadable", "read"]

# The first reader that recognises a file reads it, so the most particular formats come first.
READERS: tuple[Reader, ...] = (text.READER,)


def read(data: bytes, *, source: str, format: str | None = None) -> Iterator[SourceArticle]:
    """The articles in a file's bytes, in order; `source` names the file, `format` overrides recognition.

    Raises Unreadable, with one line for a person, before anything is yielded.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(f"The file is larger than {MAX_BYTES // 1_000_000} MB.")
    if not data.strip():
        raise Unreadable("The file is empty.")
    return _reader_for(data, format).read(data, source)


def _reader_for(data: bytes, format: str | None) -> Reader:
    if format is not None:
        for reader in READERS:
            if reader.name == format:
                return reader
        known = ", ".join(reader.name for reader in READERS)
        raise Unreadable(f"Unknown format “{format}”; known formats: {known}.")
    for reader in READERS:
        if reader.recognises(data):
            return reader
    raise Unreadable("The file has no known format.")
