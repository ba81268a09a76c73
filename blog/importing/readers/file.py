"""A file as readers see it: its name, its size, and its bytes as often as they are asked for."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from qnwellness.content.files import MAX_BYTES, Unreadable

# Enough to recognise any format by.
HEAD = 65_536


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of an import. `name` is what a person calls it, with the folder or archive it lies in."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    def head(self) -> bytes:
        """The first HEAD bytes."""
        with self.open() as stream:
            return stream.read(HEAD)

    def whole(self) -> bytes:
        """All bytes, for formats that are one article or cannot be read in pieces.

        Raises Unreadable when there are more than MAX_BYTES, the limit for one article.
        """
        if self.size > MAX_BYTES:
            raise Unreadable(f"The file is over {MAX_BYTES // 1_000_000} MB, the limit for one article.")
        with self.open() as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise Unreadable(f"The file is over {MAX_BYTES // 1_000_000} MB, the limit for one article.")
        return data


def file_of(path: Path, name: str = "") -> SourceFile:
    """The file at a path. Raises Unreadable when there is none or it cannot be opened."""
    try:
        if path.is_dir():
            raise Unreadable("This is a folder; name the files in it.")
        with path.open("rb"):
            return SourceFile(name or path.name, path.stat().st_size, lambda: path.open("rb"))
    except FileNotFoundError:
        raise Unreadable("There is no such file.") from None
    except OSError as problem:
        raise Unreadable(f"The file cannot be opened: {problem.strerror}.") from None


def file_of_bytes(data: bytes, name: str) -> SourceFile:
    """Bytes that are at hand, as a file: what was pasted, for example."""
    return SourceFile(name, len(data), lambda: io.BytesIO(data))
