"""The archive a Word document is: opened within limits, its parts parsed without anything from outside.

Limits as OWASP ASVS 5.1.1 asks for: members, expanded size and ratio are known before anything is expanded.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element
from xml.parsers import expat

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from blog.importing.readers.docx.names import STRICT
from qnwellness.content.files import Unreadable

MOST_MEMBERS = 500
MOST_BYTES = 50_000_000
MOST_TIMES = 100
# Text of this size is a book; with its tags it takes some 250 MB of memory and five seconds.
MOST_XML = 5_000_000
MOST_TAGS = 80_000
DEEPEST = 90
_SMALL = 5_000_000
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class Package:
    """The members of a document by name. Raises Unreadable for an archive beyond the limits."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise Unreadable("The Word document is damaged; open it in Word and save it again.") from None
        self._members = {info.filename: info for info in self._archive.infolist()}
        self._xml: dict[str, bytes] = {}
        _keep_limits(self._archive.infolist(), len(data))

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def names(self) -> Iterator[str]:
        """The names of all members."""
        return iter(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises Unreadable when they are damaged."""
        try:
            return self._archive.read(self._members[name])
        except _BROKEN:
            raise Unreadable(
                f"The Word document is damaged ({name}); open it in Word and save it again."
            ) from None

    def tree(self, name: str) -> Element | None:
        """A part as a tree; None where there is none. Raises Unreadable for one that is no XML or hostile."""
        if name not in self._members:
            return None
        data = self.xml(name)
        try:
            tree: Element = fromstring(data, forbid_dtd=True)
            return tree
        except (ParseError, DefusedXmlException, ValueError, LookupError):
            raise Unreadable(f"The Word document is damaged: {name} is not valid XML.") from None

    def xml(self, name: str) -> bytes:
        """A part of which it is known that any parser can take it: bounded, not deep, without entities of its own."""
        if name in self._xml:
            return self._xml[name]
        if sum(map(len, self._xml.values())) + self._members[name].file_size > MOST_XML:
            raise Unreadable(
                f"The text of the document is over {MOST_XML // 1_000_000} MB, the limit for one article."
            )
        data = self.read(name)
        _check(data, name)
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        self._xml[name] = data
        return data


def _keep_limits(members: list[zipfile.ZipInfo], packed: int) -> None:
    if len(members) > MOST_MEMBERS:
        raise Unreadable(f"The Word document holds more than {MOST_MEMBERS} files.")
    size = sum(member.file_size for member in members)
    if size > MOST_BYTES:
        raise Unreadable(f"The Word document is over {MOST_BYTES // 1_000_000} MB when unpacked.")
    if size > _SMALL and size > MOST_TIMES * packed:
        raise Unreadable(f"The Word document unpacks to more than {MOST_TIMES} times its size.")
    if any(member.flag_bits & 1 for member in members):
        raise Unreadable("The Word document has a password; save it without one.")
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise Unreadable(
            "The Word document is packed in a way Word does not; open it in Word and save it again."
        )


def _check(data: bytes, name: str) -> None:
    """Raise Unreadable for XML with a document type, too deep or with too many tags."""
    depth = tags = 0

    def start(_tag: str, _attributes: object) -> None:
        nonlocal depth, tags
        depth += 1
        tags += 1
        if depth > DEEPEST:
            raise Unreadable(f"The Word document is nested too deeply ({name}).")
        if tags > MOST_TAGS:
            raise Unreadable(
                f"The document is longer than an article can be: {name} has over {MOST_TAGS:,} tags."
            )

    def end(_tag: str) -> None:
        nonlocal depth
        depth -= 1

    def declared(*_of: object) -> None:
        raise Unreadable(f"The Word document declares entities of its own ({name}), which no Word does.")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = declared
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable(f"The Word document is damaged: {name} is not valid XML.") from None
