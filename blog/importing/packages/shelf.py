"""The pictures beside a file: found by the name and the address a text gives them."""

import base64
import binascii
import hashlib
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol
from urllib.parse import unquote_to_bytes

from qnwellness.content.files import Unreadable

_CHUNK = 1 << 20
_INSIDE = re.compile(r"data:image/(?P<kind>[a-z0-9.+-]{1,20})(?P<more>(?:;[^,;]{0,60}){0,4}),", re.IGNORECASE)
_SUFFIXES = {"jpeg": "jpg", "svg+xml": "svg", "x-icon": "ico", "vnd.microsoft.icon": "ico"}


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's file, wherever it is: in a folder, in an archive, or in the text itself. `name` is its own name
    without folders; its bytes are read when they are asked for."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    def data(self, most: int) -> bytes:
        """Its bytes. Raises Unreadable when there are more than `most`, or they cannot be read."""
        if self.size > most:
            raise Unreadable("The file is too large.")
        try:
            with self.open() as stream:
                data = stream.read(most + 1)
        except OSError as problem:
            raise Unreadable(f"The file cannot be read: {problem.strerror or problem}.") from None
        if len(data) > most:
            raise Unreadable("The file is too large.")
        return data

    def digest(self) -> str:
        """The SHA-256 (hex) of its bytes. Raises Unreadable when they cannot be read."""
        digest = hashlib.sha256()
        try:
            with self.open() as stream:
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
        except OSError as problem:
            raise Unreadable(f"The file cannot be read: {problem.strerror or problem}.") from None
        return digest.hexdigest()


class Shelf(Protocol):
    """Where the pictures of one file are looked for."""

    def find(self, name: str, address: str = "") -> PictureFile | None:
        """The picture a text calls `name` and has the `address` of: a path, a URL or a data: URL. None without one."""
        ...


@dataclass(frozen=True, slots=True)
class Shelves:
    """Several shelves, the nearest first, and the pictures that are inside the text itself. Without any shelf it finds
    those only."""

    shelves: Sequence[Shelf] = ()

    def find(self, name: str, address: str = "") -> PictureFile | None:
        """As `Shelf.find`."""
        if address[:5].casefold() == "data:":
            return picture_inside(name, address)
        found = (shelf.find(name, address) for shelf in self.shelves)
        return next((picture for picture in found if picture is not None), None)


def picture_inside(name: str, address: str) -> PictureFile | None:
    """The picture that a data: URL is; None for one that is broken or something else."""
    head = _INSIDE.match(address[:400])
    if head is None:
        return None
    body = address[head.end() :]
    try:
        packed = ";base64" in head["more"].casefold()
        data = base64.b64decode(unquote_to_bytes(body)) if packed else unquote_to_bytes(body)
    except (binascii.Error, ValueError):
        return None
    if not data:
        return None
    kind = head["kind"].casefold()
    digest = hashlib.sha256(data).hexdigest()[:12]
    own_name = name or f"picture-{digest}.{_SUFFIXES.get(kind, kind)}"
    return PictureFile(own_name, len(data), lambda: io.BytesIO(data))
