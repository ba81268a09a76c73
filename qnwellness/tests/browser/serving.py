"""Where a server of our own listens, and from when on it answers."""

import socket
import subprocess
import time
from pathlib import Path
from urllib.request import urlopen


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_answers(url: str, server: subprocess.Popen, log: Path, seconds: float) -> None:
    """Ask a server until it answers. Raises RuntimeError with its log when it ends first or takes too long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(url, timeout=5):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"The site did not start:\n{log.read_text()}")
