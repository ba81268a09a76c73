"""Varnish in front of a site, with the rules of the operators' guide."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from qnwellness.tests.made_site import ROOT

PROGRAM = shutil.which("varnishd")
SECONDS_TO_START = 30
RULES = ROOT / "docs/varnish.vcl"


@contextmanager
def varnish(folder: Path, port: int, site: str) -> Iterator[str]:
    """Yield the address of Varnish on a port, before the server at `site`."""
    rules = RULES.read_text(encoding="utf-8")
    rules = re.sub(r'\.port = "\d+"', f'.port = "{urlsplit(site).port}"', rules)
    (folder / "site.vcl").write_text(rules, encoding="utf-8")
    address = f"127.0.0.1:{port}"
    command = [
        str(PROGRAM),
        "-j",
        "none",
        "-F",
        "-n",
        str(folder / "work"),
        "-a",
        address,
        "-f",
        str(folder / "site.vcl"),
    ]
    with (folder / "varnish.log").open("w") as log:
        server = subprocess.Popen([*command, "-s", "malloc,32m"], stdout=log, stderr=log)
        try:
            _wait(port, server, folder / "varnish.log")
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait(20)


def _wait(port: int, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@contextmanager
def schedule(env: dict[str, str], folder: Path) -> Iterator[None]:
    """Run a site's schedule, which tells the cache in front of changes, and has begun to when the block does."""
    said = folder / "schedule.log"
    with said.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run_schedule"], cwd=ROOT, env=env, stdout=log, stderr=log
        )
        try:
            until = time.monotonic() + SECONDS_TO_START
            while time.monotonic() < until and "Looking for" not in said.read_text():
                time.sleep(0.1)
            yield
        finally:
            process.terminate()
            process.wait(20)
