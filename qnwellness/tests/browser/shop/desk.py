"""Somebody who edits our site while the shop is open, without a browser."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..demo_site import DemoSite

ROOT = Path(__file__).resolve().parents[4]
# Runs each line it is sent, and says when what that changed is in the database, with whatever was left in `told`.
_DESK = """
import json, sys
import django
django.setup()
names = {}
for line in sys.stdin:
    exec(json.loads(line), names)
    print(json.dumps({"told": names.get("told")}), flush=True)
"""


class Desk:
    """A process beside the server, on the same database."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def do(self, code: str) -> Any:
        """Run code and return what it put into `told`. Raises RuntimeError when it fails."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(code) + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            if line.startswith('{"told"'):
                return json.loads(line)["told"]
        raise RuntimeError("The desk gave up; what it said stands above.")


@contextmanager
def desk(site: DemoSite) -> Iterator[Desk]:
    """Yield a desk at a running site."""
    command = [sys.executable, "-c", _DESK]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=site.env, stdin=pipe, stdout=pipe, text=True) as process:
        yield Desk(process)
        process.stdin.close()
