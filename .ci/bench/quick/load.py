"""How many requests a second are answered, by wrk, on this machine's own interface, each address in turn."""

import json
import os
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qnwellness.tests.browser.serving import free_port, wait_until_it_answers

HERE = Path(__file__).resolve().parent
ROUNDS = 5
SECONDS = 3
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
_NGINX = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx-error.log; worker_processes 2;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    server {{ listen 127.0.0.1:{port}; root {folder}/static; default_type text/html; }}
}}
"""


@dataclass(frozen=True, slots=True)
class Load:
    """Requests a second, and how long the middle one and the slowest of a hundred took, in milliseconds."""

    rate: float
    median: float
    p99: float


def under_load(addresses: Mapping[str, list[str]]) -> dict[str, list[Load]]:
    """Return for each name what wrk measured in each round; all addresses are asked in each round, one after another.

    Raises RuntimeError where anything but an answer came back.
    """
    loads: dict[str, list[Load]] = {name: [] for name in addresses}
    for arguments in addresses.values():
        _asked(arguments, 1)
    for _ in range(ROUNDS):
        for name, arguments in addresses.items():
            loads[name].append(_asked(arguments, SECONDS))
    return loads


def middle(loads: list[Load]) -> Load:
    """Return the median of each figure."""
    return Load(*(statistics.median(getattr(load, name) for load in loads) for name in Load.__slots__))


def ratio(these: list[Load], others: list[Load]) -> float:
    """Return how many times as many requests a second, as the median of the rounds."""
    return statistics.median(one.rate / other.rate for one, other in zip(these, others, strict=True))


@contextmanager
def bare(folder: Path, content: bytes) -> Iterator[str]:
    """Yield the address of a view without any middleware that answers with this content, by gunicorn."""
    (folder / "content").write_bytes(content)
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    env = {"BARE_CONTENT": str(folder / "content"), "PATH": os.environ.get("PATH", os.defpath)}
    with _running(
        [*command, "--pythonpath", str(HERE), "bare:application"], env, folder / "bare.log"
    ) as server:
        address = f"http://127.0.0.1:{port}/bare/"
        wait_until_it_answers(address, server, folder / "bare.log", 20)
        yield address


@contextmanager
def static_file(folder: Path, content: bytes) -> Iterator[str]:
    """Yield the address of a file with this content, by nginx."""
    port = free_port()
    (folder / "static").mkdir()
    (folder / "static" / "file.html").write_bytes(content)
    # Run by root, nginx reads files as another user.
    folder.chmod(0o755)
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, port=port))
    with _running(
        ["nginx", "-c", str(folder / "nginx.conf")], dict(os.environ), folder / "nginx.log"
    ) as server:
        address = f"http://127.0.0.1:{port}/file.html"
        wait_until_it_answers(address, server, folder / "nginx.log", 20)
        yield address


@contextmanager
def _running(command: list[str], env: dict[str, str], log: Path) -> Iterator[subprocess.Popen]:
    with log.open("w") as written:
        server = subprocess.Popen(command, env=env, stdout=written, stderr=subprocess.STDOUT)
        try:
            yield server
        finally:
            server.terminate()
            server.wait(timeout=20)


def _asked(arguments: list[str], seconds: int) -> Load:
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "--latency", *arguments]
    said = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    if re.search(r"Non-2xx or 3xx|Socket errors:(?! connect 0, read \d+, write 0, timeout 0)", said):
        raise RuntimeError(f"Not everything was answered: {json.dumps(arguments)}\n{said}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    return Load(rate, *(_milliseconds(said, share) for share in ("50", "99")))


def _milliseconds(said: str, share: str) -> float:
    number, unit = re.search(rf"^\s+{share}%\s+([\d.]+)(us|ms|s)$", said, re.MULTILINE).groups()
    return float(number) * _UNITS[unit]
