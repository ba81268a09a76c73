"""Runs the checks and tests of this project: `python .ci/suite [lint] [unit] [postgres] [browser]`.

Everything by default. Every step runs even when an earlier one failed; the exit status is 1 when any failed.
What this machine cannot run is skipped and said so; with CI=true it fails instead.
"""

import os
import sys
import tempfile
from pathlib import Path

from checks import CHECKS, STYLE
from outcome import Outcome, closing_lines, failed
from postgres import PostgresMissing, postgres
from running import Runner
from validator import install_validator

ROOT = Path(__file__).resolve().parent.parent.parent
GROUPS = ("lint", "unit", "postgres", "browser")
WORKERS = ["-n", "2"]
NOT_BROWSER = [*WORKERS, "-m", "not browser"]


def main(groups: list[str]) -> int:
    """Run the named groups of steps and return the exit status."""
    unknown = [group for group in groups if group not in GROUPS]
    if unknown:
        print(f"No such group: {', '.join(unknown)}. There are: {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="qnwellness-suite-") as scratch:
        runner = Runner(ROOT, Path(scratch))
        outcomes = list(_run(groups or list(GROUPS), runner))
    print("\n" + "\n".join(closing_lines(outcomes)), flush=True)
    return 1 if failed(outcomes) else 0


def _run(groups: list[str], runner: Runner):
    if "lint" in groups:
        yield from (runner.command(title, *command, **env) for title, command, env in STYLE + CHECKS)
    if {"unit", "browser", "postgres"} & set(groups):
        yield install_validator(runner)
    if "unit" in groups:
        yield runner.pytest("Tests on SQLite", *NOT_BROWSER)
    if "postgres" in groups:
        yield _on_postgres(runner)
    if "browser" in groups:
        yield _in_browser(runner)


def _on_postgres(runner: Runner) -> Outcome:
    title = "Tests on PostgreSQL"
    try:
        with postgres() as url:
            return runner.pytest(title, *NOT_BROWSER, DATABASE_URL=url)
    except PostgresMissing as reason:
        return runner.missing(title, str(reason))


def _in_browser(runner: Runner) -> Outcome:
    title = "Tests in a browser"
    chromium = Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium")
    if not chromium.is_file():
        return runner.missing(title, f"there is no Chromium at {chromium}; CHROMIUM may name another path")
    return runner.pytest(title, "-m", "browser")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
