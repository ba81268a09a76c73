"""From bytes to characters, or one clear line why not."""

import codecs

MAX_BYTES = 15_000_000

_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP or Word file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x1f\x8b", "a compressed file"),
)
_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
# Form feeds and vertical tabs separate words in old text files; other control characters mean nothing in an article.
_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


class Unreadable(ValueError):
    """A file that cannot be read; its message is one line for a person."""


def decode(data: bytes) -> str:
    """The text of a file with plain line feeds and no byte order mark.

    Accepts UTF-8 with or without a mark and UTF-16 with one. Raises Unreadable for binary files, for other
    encodings (with the place of the first wrong byte) and for files without a single visible character.
    """
    _refuse_binary(data)
    encoding, body = "UTF-8", data
    for mark, name in _MARKS:
        if data.startswith(mark):
            encoding, body = name, data[len(mark) :]
            break
    text = _decoded(body, encoding, offset=len(data) - len(body))
    if "\0" in text:
        raise Unreadable("The file is binary, not text.")
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS).replace("\ufeff", "")
    if not text.strip():
        raise Unreadable("The file is empty.")
    return text


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"The file is {what}, not text.")
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable("The file is binary, not text.")


def _decoded(body: bytes, encoding: str, offset: int) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"Line {line}, byte {offset + error.start}: not valid {encoding}; save the file as UTF-8."
        ) from None
