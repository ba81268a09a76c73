"""Installs the tools that come from npm, at the versions their lockfiles name."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from outcome import Outcome
from running import Runner


@dataclass(frozen=True)
class Tool:
    """A tool in a folder of its own, with a lockfile; `needs` are the programs it runs with."""

    title: str
    folder: Path
    needs: tuple[str, ...]
    without: str


VALIDATOR = Tool("HTML checker", Path(".ci/validator"), ("java", "npm"), "no page is checked for valid HTML")
THEME_CHECK = Tool(
    "Shopify's theme-check", Path(".ci/theme-check"), ("node", "npm"), "no section for Shopify is checked"
)
LIGHTHOUSE = Tool("Lighthouse", Path(".ci/lighthouse"), ("node", "npm"), "no page is judged by Lighthouse")


def install(tool: Tool, runner: Runner) -> Outcome:
    """Install a tool unless this version is there already."""
    for program in tool.needs:
        if not shutil.which(program):
            return runner.missing(tool.title, f"there is no {program}, so {tool.without}")
    folder = runner.root / tool.folder
    wanted = (folder / "package-lock.json").read_bytes()
    installed = folder / "node_modules" / ".installed-lock.json"
    if installed.exists() and installed.read_bytes() == wanted:
        return Outcome(tool.title, "passed", note="already installed")
    # Install scripts would fetch a Java or a browser of their own; the machine's are used.
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    outcome = runner.command(tool.title, "npm", "ci", "--prefix", str(folder), *quiet)
    if outcome.state == "passed":
        installed.write_bytes(wanted)
    return outcome
