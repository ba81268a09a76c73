"""Files people hand in: their bytes, or one clear line why not. Pure."""

import codecs
from pathlib import Path

# The limit for one file of an import.
MAX_BYTES = 15_000_000

_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a Word document, Excel workbook or ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document or Excel workbook"),
    (b"\x1f\x8b", "a compressed archive"),
)
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)


class Unreadable(ValueError):
    """A file that cannot be read; its message is one line for a person."""


def read_bytes(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file. Raises Unreadable if it is missing, a folder, too large or not to be opened."""
    try:
        if path.is_dir():
            raise Unreadable("This is a folder; folders cannot be imported yet, name the files in it.")
        if path.stat().st_size > max_bytes:
            raise Unreadable(f"The file is over {max_bytes // 1_000_000} MB, the limit for one file.")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("There is no such file.") from None
    except OSError as problem:
        raise Unreadable(f"The file cannot be opened: {problem.strerror}.") from None


def refuse_binary(data: bytes) -> None:
    """Raise Unreadable for the kinds of file that people mistake for text."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"The file is {what}, not text.")


def without_mark(data: bytes) -> tuple[str | None, bytes]:
    """Return the encoding a byte order mark names, or None, and the bytes behind the mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None, data
