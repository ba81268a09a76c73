"""An export of any size -> its beginning and its items, one at a time.

Each item is parsed for itself afterwards, so that one that is broken, or is larger than any article, costs itself only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from qnwellness.content.files import MAX_BYTES

_CHUNK = 1 << 20
# What a mark is cut in two by the end of a chunk.
_OVERLAP = 16
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
_MARK = re.compile(rb"<!\[CDATA\[|<item(?=[\s>])|</item\s{0,4}>")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an export: its beginning (`number` 0) or an item, from 1; `data` is empty for one that is too large.

    `is_whole` tells that its end is there.
    """

    number: int
    data: bytes
    size: int
    is_whole: bool = True


def pieces(stream: BinaryIO) -> Iterator[Piece]:
    """The beginning of an export and its items, in order. Raises OSError."""
    splitter = _Splitter()
    while chunk := stream.read(_CHUNK):
        yield from splitter.take(chunk)
    yield from splitter.rest()


class _Splitter:
    def __init__(self) -> None:
        self._tail = b""
        self._number = 0
        self._in_item = False
        self._is_literal = False
        self._parts: list[bytes] = []
        self._size = 0

    def take(self, chunk: bytes) -> Iterator[Piece]:
        data = self._tail + chunk
        start = at = 0
        while True:
            if self._is_literal:
                end = data.find(_CDATA_END, at)
                if end < 0:
                    break
                at = end + len(_CDATA_END)
                self._is_literal = False
                continue
            mark = _MARK.search(data, at)
            if mark is None:
                break
            at = mark.end()
            if mark[0] == _CDATA:
                self._is_literal = True
            elif mark[0] == b"<item":
                if not self._in_item:
                    yield from self._begin(data[start : mark.start()])
                    start = mark.start()
            elif self._in_item:
                self._keep(data[start:at])
                yield self._piece()
                self._in_item = False
                start = at
        cut = max(at, len(data) - _OVERLAP)
        self._keep(data[start:cut])
        self._tail = data[cut:]

    def rest(self) -> Iterator[Piece]:
        self._keep(self._tail)
        if self._in_item or self._number == 0:
            yield self._piece(is_whole=not self._in_item)

    def _begin(self, before: bytes) -> Iterator[Piece]:
        if self._number == 0:
            self._keep(before)
            yield self._piece()
        self._parts, self._size, self._in_item = [], 0, True
        self._number += 1

    def _keep(self, data: bytes) -> None:
        # What stands between items is white space, and the end of the file.
        if not self._in_item and self._number:
            return
        self._size += len(data)
        if self._size <= MAX_BYTES:
            self._parts.append(data)

    def _piece(self, is_whole: bool = True) -> Piece:
        data = b"".join(self._parts) if self._size <= MAX_BYTES else b""
        self._parts = []
        return Piece(self._number, data, self._size, is_whole)
