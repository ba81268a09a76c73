"""Installs the HTML checker the tests use, at the version its lockfile names."""

import shutil
from pathlib import Path

from outcome import Outcome
from running import Runner

TITLE = "HTML checker"
FOLDER = Path(".ci/validator")


def install_validator(runner: Runner) -> Outcome:
    """Install the checker unless this version is there already."""
    for tool in ("java", "npm"):
        if not shutil.which(tool):
            return runner.missing(TITLE, f"there is no {tool}, so no page is checked for valid HTML")
    folder = runner.root / FOLDER
    wanted = (folder / "package-lock.json").read_bytes()
    installed = folder / "node_modules" / ".installed-lock.json"
    if installed.exists() and installed.read_bytes() == wanted:
        return Outcome(TITLE, "passed", note="already installed")
    # Its install script would fetch a Java of its own; the machine's is used.
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    outcome = runner.command(TITLE, "npm", "ci", "--prefix", str(folder), *quiet)
    if outcome.state == "passed":
        installed.write_bytes(wanted)
    return outcome
