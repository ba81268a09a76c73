"""Which archives are Word documents, and what to do with the documents that look like one to who has them."""

import struct
from collections.abc import Iterator

from qnwellness.content.files import Unreadable

_MEMBER = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_OURS = ("word/", "docProps/", "_rels/", "customXml/", "[Content_Types].xml")
_OTHERS = ("xl/", "ppt/", "visio/")
_DO = "open it and save it as .docx (Word document)."
_REFUSED = (
    (b"{\\rtf", f"The file is an RTF document, not text; {_DO}"),
    (
        b"%PDF",
        "The file is a PDF document, not text; a PDF keeps no headings: open it in Word and save it as .docx.",
    ),
)


def recognises(head: bytes) -> bool:
    """Whether a file begins like a Word document, or like one of the kinds `refuse_others` has words for."""
    if head.startswith((_OLD, *(mark for mark, _words in _REFUSED))) or _is_open_document(head):
        return True
    names = list(_members(head))
    if not names or not names[0].startswith(_OURS):
        return False
    # A chart brings a workbook of its own, whose members stand behind the first of the document's.
    first = next((name for name in names if name.startswith(("word/", *_OTHERS))), "")
    return first.startswith("word/") or (not first and names[0] == "[Content_Types].xml")


def refuse_others(head: bytes) -> None:
    """Raise Unreadable, with what to do, for documents of other kinds."""
    for mark, words in _REFUSED:
        if head.startswith(mark):
            raise Unreadable(words)
    if _is_open_document(head):
        raise Unreadable(f"The file is an OpenDocument text (.odt); {_DO}")
    if head.startswith(_OLD):
        if _ENCRYPTED in head:
            raise Unreadable("The document has a password; save it without one.")
        raise Unreadable(f"The file is an old Word document (.doc) or Excel workbook, not text; {_DO}")


def _is_open_document(head: bytes) -> bool:
    return head.startswith(_MEMBER) and _OPEN_DOCUMENT in head[:200]


def _members(head: bytes) -> Iterator[str]:
    """The names of the members whose headers are in the beginning of an archive (APPNOTE 4.3.7)."""
    at = 0 if head.startswith(_MEMBER) else -1
    while 0 <= at <= len(head) - 30:
        length, extra = struct.unpack_from("<HH", head, at + 26)
        yield head[at + 30 : at + 30 + length].decode("utf-8", "replace")
        # The size of what is written as a stream is not in its header, so that the next one is looked for.
        at = head.find(_MEMBER, at + 30 + length + extra)
