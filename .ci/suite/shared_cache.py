"""A Redis server of our own for one run of the tests."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

SECONDS_TO_START = 20


class RedisMissing(Exception):
    """No Redis server can be used or started on this machine."""


@contextmanager
def redis() -> Iterator[str]:
    """Yield the address of a Redis server: REDIS_URL_TESTS, or one started here and ended afterwards.

    Each process of the tests takes a database of it for itself, which it empties. Raises RedisMissing when there is no
    server program, or it does not start.
    """
    if given := os.environ.get("REDIS_URL_TESTS"):
        yield given
        return
    program = shutil.which("redis-server")
    if not program:
        raise RedisMissing("there is no redis-server; install it, or name a server in REDIS_URL_TESTS")
    with tempfile.TemporaryDirectory(prefix="qnwellness-redis-") as folder:
        port = _free_port()
        command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait(port, server)
            yield f"redis://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(port: int, server: subprocess.Popen) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RedisMissing("redis-server did not start")
