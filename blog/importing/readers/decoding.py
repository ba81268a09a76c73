"""From bytes to characters, or one clear line why not."""

import codecs
import re
from dataclasses import dataclass

from blog.importing.readers.misread import mended
from qnwellness.content.files import Unreadable, refuse_binary, without_mark

# Form feeds and vertical tabs separate words in old text files; other control characters mean nothing in an article.
_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
# Bytes that are no UTF-8, as Python keeps them. Those below 0xA0 are in no Latin-1, and so as good as a signature:
# quotation marks, dashes, the sign of a trademark.
_ESCAPED = re.compile("[\udc80-\udcff]")
_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}
# Of letters of other scripts in one byte there would be more.
_MOST_WRONG = 0.25
_NEVER_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF_32 = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))
_MOST_SAMPLED = 4_096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with plain line feeds, and what a person should know of how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> str:
    """The text of a file, as `decoded` reads it."""
    return decoded(data).text


def decoded(data: bytes, declared: str = "", *, any_western: bool = False) -> Decoded:
    """The text of a file with plain line feeds and no byte order mark.

    Accepts UTF-8 and UTF-16 with or without a mark, the encoding the file itself has `declared` if it is none of
    these, and UTF-8 in which bytes of Windows-1252 stand, or nothing but Windows-1252 (with `any_western` also where
    no byte proves it). Raises Unreadable for binary files, for other encodings (with the place of the first wrong
    byte) and for files without a single visible character.
    """
    refuse_binary(data)
    text, notes = _characters(data, declared, any_western)
    if "\0" in text:
        raise Unreadable("The file is binary, not text.")
    text, more = mended(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS).replace("\ufeff", "")
    if not text.strip():
        raise Unreadable("The file is empty.")
    return Decoded(text, (*notes, *more))


def _characters(data: bytes, declared: str, any_western: bool) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _UTF_32:
        if data.startswith(mark) and len(data) % 4 == 0:
            return _decoded(data[4:], encoding, 4), ()
    marked, body = without_mark(data)
    if marked and marked.startswith("UTF-16"):
        return _decoded(body, marked, len(data) - len(body)), ()
    if b"\0" in data:
        wide = _wide(data)
        if not wide:
            raise Unreadable("The file is binary, not text.")
        return _decoded(data, wide, 0), ()
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
    text = _as_declared(body, declared) or ""
    if text:
        return text, ()
    text = _as_windows(body, any_western)
    if not text:
        return _decoded(body, marked or "UTF-8", offset=len(data) - len(body)), ()
    return text, (
        f"Line {line}: the text is not valid UTF-8; its signs were read as Windows-1252, check them.",
    )


def _as_declared(body: bytes, declared: str) -> str | None:
    """The text in the encoding the file says it has; None if that is wrong or one of those tried anyway."""
    try:
        name = codecs.lookup(declared.strip()).name if declared.strip() else "utf-8"
        if name.startswith("utf") or name in ("ascii", "iso8859-1", "cp1252"):
            return None
        return body.decode(name)
    # Codecs of other kinds than of text raise whatever they like.
    except (LookupError, UnicodeError, ValueError, AssertionError, TypeError):
        return None


def _wide(data: bytes) -> str:
    """The UTF-16 a file without a mark is in, by where its zero bytes are; empty if it is not."""
    sample = data[:_MOST_SAMPLED]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > half * 0.3 and even <= odd * 0.02:
        return "UTF-16-LE"
    return "UTF-16-BE" if even > half * 0.3 and odd <= even * 0.02 else ""


def _as_windows(body: bytes, any_western: bool) -> str:
    """The text in which bytes that are no UTF-8 are signs of Windows-1252; empty if it cannot be that."""
    text = body.decode("utf-8", "surrogateescape")
    wrong = _ESCAPED.findall(text)
    is_western = any_western or any(sign < "\udca0" for sign in wrong)
    if not is_western or len(wrong) > _MOST_WRONG * len(text) or _NEVER_IN_TEXT.search(body):
        return ""
    return text.translate(_WINDOWS)


def _decoded(body: bytes, encoding: str, offset: int) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            f"Line {line}, byte {offset + error.start}: not valid {encoding}; save the file as UTF-8."
        ) from None
