"""Runs one step as a process of its own, in an environment the caller's settings do not reach."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from outcome import Outcome, Tests, read_junit

# Set by a caller for a site or an environment of theirs, and not meant for tests.
FOREIGN = (
    "ALLOWED_HOSTS",
    "DATABASE_URL",
    "DATA_DIR",
    "DJANGO_SETTINGS_MODULE",
    "PORT",
    "PYTEST_ADDOPTS",
    "PYTHONHOME",
    "PYTHONPATH",
    "REDIS_URL",
    "SECRET_KEY",
    "SITE_URL",
    "TIME_ZONE",
    "VIRTUAL_ENV",
)
MINUTES = 20
NO_TESTS = 5


class Runner:
    """Runs steps in `root`, with `scratch` for what they write. A strict one fails where another skips."""

    def __init__(self, root: Path, scratch: Path, *, strict: bool = False) -> None:
        self.root = root
        self.scratch = scratch
        self.strict = strict or os.environ.get("CI", "").lower() in {"1", "true"}
        tools = str(Path(sys.executable).parent)
        self.env = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        self.env |= {
            "DATA_DIR": str(scratch / "data"),
            "DJANGO_SETTINGS_MODULE": "qnwellness.settings.development",
            "PATH": os.pathsep.join([tools, os.environ.get("PATH", os.defpath)]),
        }

    def command(self, title: str, *command: str, minutes: float = MINUTES, **env: str) -> Outcome:
        """Run a command that says by its exit status whether all is well."""
        status, seconds = self._run(title, list(command), env, minutes)
        return Outcome(title, "failed" if status else "passed", seconds)

    def pytest(self, title: str, *arguments: str, **env: str) -> Outcome:
        """Run pytest and count its tests. A run that finds no test has failed."""
        report = self.scratch / f"{title}.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
        status, seconds = self._run(
            title, command, {"DJANGO_SETTINGS_MODULE": "qnwellness.settings.test", **env}
        )
        note = "no test was found" if status == NO_TESTS else ""
        return Outcome(title, "failed" if status else "passed", seconds, note, read_junit(report) or Tests())

    def missing(self, title: str, reason: str) -> Outcome:
        """Say that a step cannot run here: skipped, and failed where everything has to run."""
        state = "failed" if self.strict else "skipped"
        print(f"\n--- {title}\n{state}: {reason}", flush=True)
        return Outcome(title, state, note=reason)

    def _run(
        self, title: str, command: list[str], env: dict[str, str], minutes: float = MINUTES
    ) -> tuple[int, float]:
        print(f"\n--- {title}", flush=True)
        started = time.monotonic()
        # A session of its own, so that what it started in turn can be ended with it.
        process = subprocess.Popen(
            command, cwd=self.root, env=self.env | env, stdin=subprocess.DEVNULL, start_new_session=True
        )
        try:
            status = process.wait(timeout=minutes * 60)
        except subprocess.TimeoutExpired:
            print(f"Ended after {minutes} minutes.", flush=True)
            status = 1
        finally:
            _end(process)
        return status, time.monotonic() - started


def _end(process: subprocess.Popen) -> None:
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=10)
    except ProcessLookupError:
        return
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
