"""Reading: bytes of a file in, a catalogue out.

Owns the formats a catalogue can come in, one a file, and how single values are read. Knows nothing of the site, its
database or the pictures beside the file.
"""

from datetime import datetime

from products.catalogue.document import Catalogue
from products.catalogue.readers import google_tsv, google_xml, shopify_csv, woocommerce_csv
from products.catalogue.readers.reader import Reader
from products.catalogue.readers.seen import what_was_seen
from qnwellness.content.files import MAX_BYTES, Unreadable, refuse_binary

__all__ = ["FORMATS", "MAX_BYTES", "READERS", "read"]

# The first reader that recognises a file reads it.
READERS: tuple[Reader, ...] = (
    google_xml.RSS,
    google_xml.ATOM,
    shopify_csv.READER,
    woocommerce_csv.READER,
    google_tsv.READER,
)
FORMATS = tuple(reader.name for reader in READERS)


def read(
    data: bytes, *, format: str | None = None, now: datetime | None = None, max_bytes: int = MAX_BYTES
) -> Catalogue:
    """Return the catalogue in a file's bytes; `format` overrides recognition by content. Raises Unreadable.

    `now` is the moment whose sale prices and expiry dates count, the present one if not given; its zone is that of
    dates without one. `max_bytes` may be larger where the file comes from an operator.
    """
    if len(data) > max_bytes:
        raise Unreadable(f"The file is larger than {max_bytes // 1_000_000} MB; split it.")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("The file is empty.")
    refuse_binary(data)
    return _reader_for(data, format).read(data, now or datetime.now().astimezone())


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
    raise problem or Unreadable(f"{what_was_seen(data)} (formats are: {known}).")
