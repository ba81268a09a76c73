"""From bytes to characters, or one clear line why not."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from qnwellness.content.files import Unreadable, without_mark

_WINDOWS_1252 = "tables-windows-1252"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Four accented letters in a row occur in no language that Windows-1252 is for: such a file is in another encoding.
_FOREIGN_LETTERS = re.compile(rb"[\xc0-\xff]{4}")

_HIGH = bytes(range(0x80, 0x100))
_BINARY = "The file is binary, not text."
# How many bytes are decoded at a time where a file may be long.
_PIECE = 262_144


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
    if _is_binary(removed, text):
        raise Unreadable(_BINARY)
    if removed:
        notices.append(_about_controls(removed))
    return text, tuple(notices)


class Decoding:
    """The text of a stream, a piece at a time, by the same rules as `decode`; a file of any size takes little memory.

    Iterating raises Unreadable like `decode`, and OSError where the stream cannot be read further.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lines = self._removed = self._mended_in = 0

    @property
    def notices(self) -> tuple[str, ...]:
        """What was mended in the text so far."""
        found = [_about_windows_1252(self._mended_in)] if self._mended_in else []
        return (*found, *([_about_controls(self._removed)] if self._removed else []))

    def __iter__(self) -> Iterator[str]:
        head = self._stream.read(_PIECE)
        encoding, body = _encoding(head)
        pieces = self._utf8(body) if encoding == "UTF-8" else self._strictly(body, encoding)
        for number, piece in enumerate(pieces):
            text, removed = _CONTROLS.subn("", piece)
            self._removed += removed
            if number == 0 and _is_binary(removed, text):
                raise Unreadable(_BINARY)
            yield text

    def _utf8(self, body: bytes) -> Iterator[str]:
        while True:
            piece = self._stream.read(_PIECE)
            try:
                text, taken = codecs.utf_8_decode(body, "strict", not piece)
            except UnicodeDecodeError as error:
                self._mended_in = self._mended_in or self._lines + body.count(b"\n", 0, error.start) + 1
                text, taken = self._windows_1252(body, is_last=not piece)
            self._lines += text.count("\n")
            yield text
            if not piece:
                return
            body = body[taken:] + piece

    def _windows_1252(self, body: bytes, is_last: bool) -> tuple[str, int]:
        try:
            return codecs.utf_8_decode(body, _WINDOWS_1252, is_last)
        except _Foreign as problem:
            raise _Foreign(self._lines + problem.line) from None

    def _strictly(self, body: bytes, encoding: str) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(encoding)("strict")
        try:
            while body:
                yield decoder.decode(body)
                body = self._stream.read(_PIECE)
            yield decoder.decode(b"", True)
        except UnicodeDecodeError:
            raise Unreadable(_damaged(encoding)) from None


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
    return body.decode("utf-8", _WINDOWS_1252), [_about_windows_1252(line)]


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    body, start = error.object, error.start
    if _FOREIGN_LETTERS.match(body, start):
        raise _Foreign(_line(body, start))
    try:
        return body[start : start + 1].decode("cp1252"), start + 1
    except UnicodeDecodeError:
        raise _Foreign(_line(body, start)) from None


codecs.register_error(_WINDOWS_1252, _as_windows_1252)


def _is_binary(removed: int, text: str) -> bool:
    """Whether so many control characters were in a text that it is none."""
    return removed > 3 and removed * 100 > len(text)


class _Foreign(Unreadable):
    """Bytes that are neither; `line` is where they stand."""

    def __init__(self, line: int) -> None:
        super().__init__(f"Line {line} is neither UTF-8 nor Windows-1252; save the file as “CSV UTF-8”.")
        self.line = line


def _line(body: bytes, position: int) -> int:
    return body.count(b"\n", 0, position) + 1


def _about_windows_1252(line: int) -> str:
    return (
        f"not saved as UTF-8: read as Windows-1252 where needed (first in line {line}); check accents and ™"
    )


def _about_controls(number: int) -> str:
    return f"control characters were left out ({number})"


def _damaged(encoding: str) -> str:
    return f"The file is not valid {encoding}; save it as “CSV UTF-8”."


def _decode_strictly(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(_damaged(encoding)) from None
