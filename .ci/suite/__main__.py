"""Runs the checks and tests of this project: `python .ci/suite [lint] [unit] [slow] [postgres] [browser] [lighthouse]`.

Everything by default; `measure`, which prints all figures of `.ci/measure`, only when it is named.
Every step runs even when an earlier one failed; the exit status is 1 when any failed.
What this machine cannot run is skipped and said so; with CI=true it fails instead.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from checks import CHECKS, STYLE
from npm import LIGHTHOUSE, THEME_CHECK, VALIDATOR, Tool, install
from outcome import Outcome, closing_lines, failed
from postgres import PostgresMissing, postgres
from running import Runner
from shared_cache import RedisMissing, redis

ROOT = Path(__file__).resolve().parent.parent.parent
GROUPS = ("lint", "unit", "slow", "postgres", "browser", "lighthouse")
ALSO = ("measure",)
# Processes and browsers on a busy machine have a timing of their own: what failed is run once more, and named at the
# end (`-rR`), so that a test that often needs it is seen.
WORKERS = ["-n", "2", "--dist", "loadgroup", "--reruns", "1", "-rR"]
# Stories of one file share the sites they are about.
IN_BROWSER = [*WORKERS, "--dist", "loadfile", "-m", "browser"]
MINUTES_TO_MEASURE = 12
# What asks no database answers the same beside any; of what takes long, only what databases may differ in.
WITH_DATABASE = [*WORKERS, "-m", "django_db and not browser and (not slow or any_database)"]


def main(groups: list[str]) -> int:
    """Run the named groups of steps and return the exit status."""
    unknown = [group for group in groups if group not in GROUPS + ALSO]
    if unknown:
        print(f"No such group: {', '.join(unknown)}. There are: {', '.join(GROUPS + ALSO)}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="qnwellness-suite-") as scratch:
        # Who asks for figures wants them, or to hear what is missing.
        runner = Runner(ROOT, Path(scratch), strict=groups == ["measure"])
        outcomes = list(_run(groups or list(GROUPS), runner))
    print("\n" + "\n".join(closing_lines(outcomes)), flush=True)
    return 1 if failed(outcomes) else 0


def _run(groups: list[str], runner: Runner) -> Iterator[Outcome]:
    if "lint" in groups:
        yield from (runner.command(title, *command, **env) for title, command, env in STYLE + CHECKS)
    if {"unit", "slow", "browser", "postgres"} & set(groups):
        yield from (install(tool, runner) for tool in (VALIDATOR, THEME_CHECK))
    if "unit" in groups:
        yield runner.pytest("Tests on SQLite", *WORKERS, "-m", "not browser and not slow")
    if "slow" in groups:
        yield runner.pytest("Slow tests on SQLite", *WORKERS, "-m", "slow and not browser")
    if "postgres" in groups:
        yield _on_postgres(runner)
    if "browser" in groups:
        yield _in_browser(runner)
    # Last, so that nothing else is running.
    if "measure" in groups:
        yield from _measured("All figures", runner, [VALIDATOR, LIGHTHOUSE])
    elif "lighthouse" in groups:
        yield from _measured("Lighthouse's verdict", runner, [LIGHTHOUSE], "lighthouse")


def _on_postgres(runner: Runner) -> Outcome:
    title = "Tests on PostgreSQL and Redis"
    try:
        with postgres() as database, redis() as cache:
            return runner.pytest(title, *WITH_DATABASE, DATABASE_URL=database, REDIS_URL=cache)
    except (PostgresMissing, RedisMissing) as reason:
        return runner.missing(title, str(reason))


def _in_browser(runner: Runner) -> Outcome:
    title = "Tests in a browser"
    if missing := _no_chromium():
        return runner.missing(title, missing)
    return runner.pytest(title, *IN_BROWSER)


def _measured(title: str, runner: Runner, tools: list[Tool], *parts: str) -> Iterator[Outcome]:
    installed = [install(tool, runner) for tool in tools]
    yield from installed
    if missing := _no_chromium():
        yield runner.missing(title, missing)
    elif all(outcome.state == "passed" for outcome in installed):
        yield runner.command(title, "python", ".ci/measure", *parts, minutes=MINUTES_TO_MEASURE)


def _no_chromium() -> str:
    """Return why there is no browser to use, or nothing."""
    path = Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium")
    return "" if path.is_file() else f"there is no Chromium at {path}; CHROMIUM may name another path"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
