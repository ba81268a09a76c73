"""From bytes to characters, or one clear line why not."""

import codecs
import re

from qnwellness.content.files import Unreadable, without_mark

_WINDOWS_1252 = "tables-windows-1252"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Four accented letters in a row occur in no language that Windows-1252 is for: such a file is in another encoding.
_FOREIGN_LETTERS = re.compile(rb"[\xc0-\xff]{4}")

_HIGH = bytes(range(0x80, 0x100))


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file without byte order mark and control characters, and notices about what was mended.

    Reads UTF-8, UTF-16 and, for each byte that is no UTF-8, Windows-1252, which is what spreadsheets write.
    Raises Unreadable for anything else.
    """
    encoding, body = _encoding(data)
    if encoding == "UTF-8":
        text, notices = _decode_utf8(body)
    else:
        text, notices = _decode_strictly(body, encoding), []
    text, removed = _CONTROLS.subn("", text)
    if removed * 100 > len(text):
        raise Unreadable("The file is binary, not text.")
    if removed:
        notices.append(f"control characters were left out ({removed})")
    return text, tuple(notices)


def beginning(data: bytes, size: int) -> bytes:
    """Return the first bytes of a file, without the parts of a character that is cut in two."""
    part = data[:size]
    return part if len(data) <= size or 0 in part else part.rstrip(_HIGH)


def _encoding(data: bytes) -> tuple[str, bytes]:
    marked, body = without_mark(data)
    if marked:
        return marked, body
    # Without a mark, text in UTF-16 shows as every second byte being zero.
    head = data[:200]
    if len(head) >= 4 and head[1::2].count(0) > len(head) // 3:
        return "UTF-16-LE", data
    if len(head) >= 4 and head[0::2].count(0) > len(head) // 3:
        return "UTF-16-BE", data
    return "UTF-8", data


def _decode_utf8(body: bytes) -> tuple[str, list[str]]:
    try:
        return body.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
    notice = (
        f"not saved as UTF-8: read as Windows-1252 where needed (first in line {line}); check accents and ™"
    )
    return body.decode("utf-8", _WINDOWS_1252), [notice]


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    body, start = error.object, error.start
    if _FOREIGN_LETTERS.match(body, start):
        raise Unreadable(_unknown_encoding(body, start))
    try:
        return body[start : start + 1].decode("cp1252"), start + 1
    except UnicodeDecodeError:
        raise Unreadable(_unknown_encoding(body, start)) from None


codecs.register_error(_WINDOWS_1252, _as_windows_1252)


def _unknown_encoding(body: bytes, position: int) -> str:
    line = body.count(b"\n", 0, position) + 1
    return f"Line {line} is neither UTF-8 nor Windows-1252; save the file as “CSV UTF-8”."


def _decode_strictly(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(f"The file is not valid {encoding}; save it as “CSV UTF-8”.") from None
