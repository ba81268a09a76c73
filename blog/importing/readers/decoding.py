"""From bytes to characters, or one clear line why not."""

from qnwellness.content.files import Unreadable, refuse_binary, without_mark

# Form feeds and vertical tabs separate words in old text files; other control characters mean nothing in an article.
_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}


def decode(data: bytes) -> str:
    """The text of a file with plain line feeds and no byte order mark.

    Accepts UTF-8 with or without a mark and UTF-16 with one. Raises Unreadable for binary files, for other
    encodings (with the place of the first wrong byte) and for files without a single visible character.
    """
    refuse_binary(data)
    marked, body = without_mark(data)
    if b"\0" in data and not (marked or "").startswith("UTF-16"):
        raise Unreadable("The file is binary, not text.")
    text = _decoded(body, marked or "UTF-8", offset=len(data) - len(body))
    if "\0" in text:
        raise Unreadable("The file is binary, not text.")
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS).replace("\ufeff", "")
    if not text.strip():
        raise Unreadable("The file is empty.")
    return text


def _decoded(body: bytes, encoding: str, offset: int) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"Line {line}, byte {offset + error.start}: not valid {encoding}; save the file as UTF-8."
        ) from None
