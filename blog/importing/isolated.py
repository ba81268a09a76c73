"""Reads a file in a process of its own, so that a hostile one costs neither memory nor time, nor the import.

The child is forked, which is quick and needs nothing written down; it runs the pure readers only, touches no
connection to a database and never returns. On systems that cannot do this the file is read here.
"""

import gc
import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any, BinaryIO, NoReturn

from .document import Rejected
from .document.stored import from_json, to_json
from .readers import SourceFile, Unreadable, read
from .readers.reader import Read

# How much a file may take beyond what the process takes already.
MEMORY = 1_000_000_000
# Seconds of work for the next article; large exports are looked through before the first one comes.
SECONDS = 20
BYTES_A_SECOND = 1_000_000
# Seconds without a word from a process that may be waiting for a disk.
PATIENCE = 60
_CHUNK = 1 << 16
_CAN_FORK = sys.platform == "linux"


def read_isolated(
    file: SourceFile,
    *,
    source: str,
    format: str | None = None,
    skip: int = 0,
    on_bytes: Callable[[int], None] | None = None,
) -> Iterator[Read]:
    """Yield the articles of a file like `readers.read`, without the first `skip` of them.

    `on_bytes` is called before each with how many bytes of the file have been read.

    Raises Unreadable at the first article where nothing of the file can be read. What breaks off later is the last
    thing yielded, a Rejected that says after which article.
    """
    if not _CAN_FORK:
        yield from _here(file, source, format, skip)
        return
    limit = SECONDS + file.size // BYTES_A_SECOND
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(receiving)
        _child(sending, file, source, format, skip, limit)
    os.close(sending)
    try:
        yield from _received(receiving, skip, limit, on_bytes)
    finally:
        os.close(receiving)
        _end(pid)


def _here(file: SourceFile, source: str, format: str | None, skip: int) -> Iterator[Read]:
    count = skip
    try:
        for number, article in enumerate(read(file, source=source, format=format)):
            if number >= skip:
                yield article
                count = number + 1
    except (Unreadable, OSError) as problem:
        if count == 0:
            raise Unreadable(str(problem)) from None
        yield _broken_off(count, str(problem))
    except Exception as problem:
        yield _broken_off(count, _words(problem))


def _child(
    sending: int, file: SourceFile, source: str, format: str | None, skip: int, limit: int
) -> NoReturn:
    """Read, write a line an article, and end without any of what a process does at its end."""
    try:
        # What belongs to the parent, connections above all, is never collected here: that would close them there.
        gc.freeze()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        _bound(limit)
        with os.fdopen(sending, "wb", closefd=False) as stream:
            for line in _lines(file, source, format, skip):
                stream.write(json.dumps(line, ensure_ascii=True).encode() + b"\n")
                stream.flush()
                _more_time(limit)
    finally:
        os._exit(0)


def _lines(file: SourceFile, source: str, format: str | None, skip: int) -> Iterator[dict[str, Any]]:
    watched = _Watched(file)
    try:
        for number, article in enumerate(read(watched.file, source=source, format=format)):
            if number < skip:
                _more_time(SECONDS + file.size // BYTES_A_SECOND)
            elif isinstance(article, Rejected):
                yield {"rejected": [article.place, article.reason, article.source], "at": watched.at}
            else:
                yield {"article": to_json(article), "at": watched.at}
        yield {"end": True}
    except Unreadable as problem:
        yield {"unreadable": str(problem)}
    except MemoryError:
        yield {"unreadable": f"It cannot be read in {MEMORY // 1_000_000_000} GB of memory."}
    except Exception as problem:
        yield {"unreadable": _words(problem)}


class _Watched:
    """A file that knows how far it was read."""

    def __init__(self, file: SourceFile) -> None:
        self._open, self._stream = file.open, None
        self.file = replace(file, open=self._opened)

    def _opened(self) -> BinaryIO:
        self._stream = self._open()
        return self._stream

    @property
    def at(self) -> int:
        """The bytes read so far, of the last time it was opened."""
        with suppress(ValueError, OSError, AttributeError):
            return self._stream.tell()
        return self.file.size


def _bound(limit: int) -> None:
    here = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()  # noqa: SIM115, PTH123
    resource.setrlimit(resource.RLIMIT_AS, (here + MEMORY, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _more_time(limit)


def _more_time(limit: int) -> None:
    """Allow so many seconds of work from now on."""
    used = time.process_time()
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + limit + 1, resource.RLIM_INFINITY))


def _received(
    receiving: int, skip: int, limit: int, on_bytes: Callable[[int], None] | None
) -> Iterator[Read]:
    count = skip
    for line in _whole_lines(receiving, limit + PATIENCE):
        said = json.loads(line)
        if "end" in said:
            return
        if "unreadable" in said:
            if count == 0:
                raise Unreadable(said["unreadable"])
            yield _broken_off(count, said["unreadable"])
            return
        if on_bytes:
            on_bytes(said["at"])
        yield Rejected(*said["rejected"]) if "rejected" in said else from_json(said["article"])
        count += 1
    reason = f"It cannot be read in {limit} seconds and {MEMORY // 1_000_000_000} GB of memory."
    if count == 0:
        raise Unreadable(reason)
    yield _broken_off(count, reason)


def _whole_lines(receiving: int, patience: float) -> Iterator[bytes]:
    """Yield what a process writes, line by line, until it ends or says nothing for too long."""
    parts: list[bytes] = []
    while select.select([receiving], [], [], patience)[0]:
        chunk = os.read(receiving, _CHUNK)
        if not chunk:
            return
        *whole, rest = chunk.split(b"\n")
        for line in whole:
            yield b"".join([*parts, line])
            parts = []
        if rest:
            parts.append(rest)


def _end(pid: int) -> None:
    """Have the child gone, whatever it does."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _broken_off(count: int, reason: str) -> Rejected:
    return Rejected(place=f"after article {count}", reason=f"The file could not be read further: {reason}")


def _words(problem: Exception) -> str:
    return f"The file could not be read: {type(problem).__name__}: {problem}".replace("\n", " ")
