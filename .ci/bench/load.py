"""How many lists a second the site answers that it has kept, against the least Django can do: at least 0.9 of that.

By wrk, on this machine's own interface, for a few seconds each in turn: gunicorn with two workers, production's
settings, the demo. Times are of one run on one machine; only their ratio means something elsewhere.
"""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT), str(ROOT / ".ci/measure")]

from served import served  # noqa: E402

from qnwellness.tests.browser.serving import free_port, wait_until_it_answers  # noqa: E402

LEAST = 0.9
ROUNDS = 5
SECONDS = 3
_LIST = "/api/v1/products/bone-essential/related-articles/?limit=3"
_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True, slots=True)
class Load:
    """Requests a second, and how long the slower ones of a hundred took, in milliseconds."""

    rate: float
    median: float
    p99: float


def main() -> int:
    """Measure, print the figures, and return the exit status: 1 where the promise is broken, 2 without wrk."""
    if not shutil.which("wrk"):
        print("wrk is not installed. On Debian and Ubuntu: apt install wrk", file=sys.stderr)
        return 2
    with (
        tempfile.TemporaryDirectory(prefix="load-") as folder,
        served(Path(folder), "qnwellness.wsgi") as site,
    ):
        with urlopen(site + _LIST, timeout=10) as answer:  # noqa: S310 - our own server
            content = answer.read()
            etag = answer.headers["ETag"]
        with bare(Path(folder), content) as other:
            return _report(
                {
                    "kept list": [site + _LIST],
                    "kept list, known to who asks (304)": [site + _LIST, "-H", f"If-None-Match: {etag}"],
                    "bare view": [f"{other}/bare/"],
                }
            )


@contextmanager
def bare(folder: Path, content: bytes) -> Iterator[str]:
    """Yield the address of a bare view that answers with this content."""
    (folder / "content").write_bytes(content)
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    env = {"BARE_CONTENT": str(folder / "content"), "PATH": "/usr/bin:/bin"}
    with (folder / "bare.log").open("w") as log:
        server = subprocess.Popen(
            [*command, "--pythonpath", str(HERE), "bare:application"],
            env=env,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_it_answers(f"http://127.0.0.1:{port}/bare/", server, Path(log.name), 20)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def under_load(arguments: list[str]) -> Load:
    """Return what wrk says of one address. Raises RuntimeError where anything but an answer came back."""
    command = ["wrk", "-t1", "-c8", f"-d{SECONDS}s", "--latency", *arguments]
    said = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    if re.search(r"Non-2xx or 3xx|Socket errors:(?! connect 0, read \d+, write 0, timeout 0)", said):
        raise RuntimeError(f"Not everything was answered:\n{said}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    return Load(rate, *(_milliseconds(said, share) for share in ("50", "99")))


def _milliseconds(said: str, share: str) -> float:
    number, unit = re.search(rf"^\s+{share}%\s+([\d.]+)(us|ms|s)$", said, re.MULTILINE).groups()
    return float(number) * _UNITS[unit]


def _report(addresses: dict[str, list[str]]) -> int:
    loads: dict[str, list[Load]] = {name: [] for name in addresses}
    for arguments in addresses.values():
        under_load(arguments)
    for _ in range(ROUNDS):
        for name, arguments in addresses.items():
            loads[name].append(under_load(arguments))
    rates = {name: statistics.median(load.rate for load in some) for name, some in loads.items()}
    for name, some in loads.items():
        median = statistics.median(load.median for load in some)
        p99 = statistics.median(load.p99 for load in some)
        print(f"{name:36} {rates[name]:8.0f} a second, median {median:5.1f} ms, p99 {p99:5.1f} ms")
    pairs = zip(loads["kept list"], loads["bare view"], strict=True)
    ratio = statistics.median(kept.rate / other.rate for kept, other in pairs)
    print(f"Kept against bare: {ratio:.2f}; promised: at least {LEAST}")
    return 0 if ratio >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
