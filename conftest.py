"""Fixtures every test may use: what lies outside the project, and what its absence means."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure; continuous integration tries the same examples each time, one's own machine others.
settings.register_profile("suite", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("suite")

ROOT = Path(__file__).resolve().parent
CHECKER = ROOT / ".ci/validator/node_modules/vnu-jar/build/dist/vnu.jar"

Require = Callable[[object, str], None]
ValidateHtml = Callable[[str | Mapping[str, str]], list[str]]


@pytest.fixture(scope="session")
def require() -> Require:
    """Return `require(found, missing)`: skips the test, saying what is missing, unless something was found.

    With CI=true everything has to run, and the test fails instead.
    """

    def check(found: object, missing: str) -> None:
        if not found:
            (pytest.fail if os.environ.get("CI", "").lower() in {"1", "true"} else pytest.skip)(missing)

    return check


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of the customer's real files; without it the test is skipped, in CI too."""
    folder = Path(os.environ.get("SAMPLES_DIR") or ROOT.parent / "shared/samples")
    if not folder.is_dir():
        pytest.skip(f"there are no samples in {folder}; SAMPLES_DIR may name another folder")
    return folder


@pytest.fixture(scope="session")
def validate_html(require: Require, tmp_path_factory: pytest.TempPathFactory) -> ValidateHtml:
    """Return `validate_html(page)`: the errors and warnings of a whole HTML page, none when it is valid.

    Many pages are checked much faster in one call: `validate_html({name: page})` puts the names before the messages.
    """
    java = shutil.which("java")
    require(java, "there is no java to check HTML with")
    require(CHECKER.exists(), f"the HTML checker is not installed: npm ci --prefix {CHECKER.parents[4]}")

    def validate(pages: str | Mapping[str, str]) -> list[str]:
        named = {"page": pages} if isinstance(pages, str) else pages
        folder = tmp_path_factory.mktemp("html")
        files = {}
        for number, (name, html) in enumerate(named.items()):
            path = folder / f"{number}.html"
            path.write_text(html, encoding="utf-8")
            files[path.name] = name
        done = subprocess.run(
            [
                java,
                "-jar",
                CHECKER,
                "--format",
                "json",
                "--stdout",
                "--exit-zero-always",
                *map(folder.joinpath, files),
            ],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        return [
            _told(message, "" if isinstance(pages, str) else files.get(Path(message.get("url", "")).name, ""))
            for message in json.loads(done.stdout)["messages"]
            if message["type"] != "info" or message.get("subType") == "warning"
        ]

    return validate


def _told(message: Mapping[str, object], name: str) -> str:
    line = message.get("lastLine", "?")
    extract = " ".join(str(message.get("extract", "")).split())
    return f"{name + ': ' if name else ''}line {line}: {message['message']} ({extract})"
