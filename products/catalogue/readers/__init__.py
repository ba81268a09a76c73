"""Reading: bytes of a file in, a catalogue out.

Owns the formats a catalogue can come in, one a file, and how single values are read. Knows nothing of the site, its
database or the pictures beside the file.
"""

from products.catalogue.document import Catalogue
from products.catalogue.readers import shopify_csv
from products.catalogue.readers.reader import Reader
from qnwellness.content.files import MAX_BYTES, Unreadable, refuse_binary

__all__ = ["FORMATS", "MAX_BYTES", "READERS", "read"]

# The first reader that recognises a file reads it.
READERS: tuple[Reader, ...] = (shopify_csv.READER,)
FORMATS = tuple(reader.name for reader in READERS)


def read(data: bytes, *, format: str | None = None) -> Catalogue:
    """Return the catalogue in a file's bytes; `format` overrides recognition by content. Raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"The file is larger than {MAX_BYTES // 1_000_000} MB; split it.")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("The file is empty.")
    refuse_binary(data)
    return _reader_for(data, format).read(data)


def _reader_for(data: bytes, format: str | None) -> Reader:
    problem: Unreadable | None = None
    for reader in READERS:
        try:
            if reader.name == format or (format is None and reader.recognises(data)):
                return reader
        except Unreadable as error:
            problem = problem or error
    known = ", ".join(FORMATS)
    if format is not None:
        raise Unreadable(f"There is no format “{format}”; formats are: {known}.")
    raise problem or Unreadable(f"The file has no header row of a known format (formats are: {known}).")
