"""The encoding of an export: found in its beginning, used for each piece."""

import codecs
import re
from dataclasses import dataclass
from typing import BinaryIO, cast

from blog.importing.readers.decoding import decoded
from qnwellness.content.files import Unreadable

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{1,40})")
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of an export become text. `is_wide` tells that they are UTF-16, which its stream turns to UTF-8."""

    declared: str = ""
    is_wide: bool = False

    def stream(self, raw: BinaryIO) -> BinaryIO:
        """A stream whose bytes can be looked through for markup."""
        if not self.is_wide:
            return raw
        return cast(BinaryIO, codecs.EncodedFile(raw, "utf-8", "utf-16", "replace"))

    def text(self, data: bytes) -> tuple[str, tuple[str, ...]]:
        """The text of a piece, and what a person should know of how it was read. Raises Unreadable."""
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError:
            pass
        try:
            found = decoded(data.replace(b"\0", b""), self.declared, any_western=True)
        except Unreadable as problem:
            raise Unreadable(f"Its text is in no known encoding. {problem}") from None
        return found.text, tuple(note.partition(": ")[2].capitalize() or note for note in found.notes)


def encoding_of(head: bytes) -> Encoding:
    """The encoding of an export that begins like this."""
    if any(head.startswith(mark) for mark, _name in _WIDE):
        return Encoding(is_wide=True)
    found = _DECLARED.search(head[:2_000])
    return Encoding(found[1].decode("ascii") if found else "")
