"""The pictures beside a file: found by the name and the address a text gives them."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from qnwellness.content.files import Unreadable

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture's file, wherever it is: in a folder, in an archive, or in the text itself. `name` is its own name
    without folders; its bytes are read when they are asked for."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    def data(self, most: int) -> bytes:
        """Its bytes. Raises Unreadable when there are more than `most`, or they cannot be read."""
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
