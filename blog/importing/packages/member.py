"""One file of a ZIP archive as a stream, without anything unpacked to a disk.

The archive is opened anew for each stream, so that another process can read it, too; and never more comes out than the
archive says there is.
"""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

_HEADER = struct.Struct("<4s22xHH")
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there, where its bytes are and how many come of them."""

    archive: Path
    path: str
    size: int
    packed: int
    at: int
    is_deflated: bool
    crc: int

    def open(self) -> BinaryIO:
        """Its bytes. Raises OSError, also while they are read, for an archive that is damaged."""
        return cast(BinaryIO, io.BufferedReader(_Stream(self), _CHUNK))


def member_of(archive: Path, path: str, info: zipfile.ZipInfo) -> Member:
    """The member an entry of an archive's directory describes, under the path it is known by."""
    deflated = info.compress_type == zipfile.ZIP_DEFLATED
    return Member(archive, path, info.file_size, info.compress_size, info.header_offset, deflated, info.CRC)


class _Stream(io.RawIOBase):
    def __init__(self, member: Member) -> None:
        super().__init__()
        self._member = member
        self._file = member.archive.open("rb")
        try:
            self._begin()
        except BaseException:
            self._file.close()
            raise

    def _begin(self) -> None:
        self._file.seek(self._member.at)
        header = self._file.read(_HEADER.size)
        if len(header) < _HEADER.size or not header.startswith(b"PK\x03\x04"):
            raise OSError(f"{self._member.path} is damaged in the archive")
        _mark, name, extra = _HEADER.unpack(header)
        self._file.seek(name + extra, io.SEEK_CUR)
        self._packed_left, self._left, self._crc = self._member.packed, self._member.size, 0
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        self._pending = b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._member.size - self._left

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Going back means beginning anew, which is slow and works."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self.tell(), io.SEEK_END: self._member.size}[whence]
        target = min(max(start + offset, 0), self._member.size)
        if target < self.tell():
            self._begin()
        while self.tell() < target and self.read(min(target - self.tell(), _CHUNK)):
            pass
        return self.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._some(min(len(buffer), self._left))
        buffer[: len(data)] = data
        self._left -= len(data)
        self._crc = zlib.crc32(data, self._crc)
        if data and not self._left and self._crc != self._member.crc:
            raise OSError(f"{self._member.path} is damaged in the archive")
        return len(data)

    def _some(self, most: int) -> bytes:
        if most == 0:
            return b""
        data = self._inflated(most) if self._member.is_deflated else self._raw(most)
        if not data:
            raise OSError(f"{self._member.path} is damaged in the archive")
        return data

    def _raw(self, most: int) -> bytes:
        data = self._file.read(min(most, self._packed_left))
        self._packed_left -= len(data)
        return data

    def _inflated(self, most: int) -> bytes:
        try:
            while not self._inflate.eof:
                packed = self._pending or self._raw(_CHUNK)
                data = self._inflate.decompress(packed, most)
                self._pending = self._inflate.unconsumed_tail
                if data or not packed:
                    return data
        except zlib.error:
            pass
        return b""

    def close(self) -> None:
        self._file.close()
        super().close()
