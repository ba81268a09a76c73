"""Shopify's own checker finds nothing in the section, in a theme that has nothing else."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .shopify_theme import ROOT, SECTION, SOURCE

TOOL = ROOT / ".ci/theme-check"
Check = Callable[..., list[dict[str, object]]]


@pytest.fixture
def check(require: Callable[[object, str], None], tmp_path: Path) -> Check:
    """Return `check(name, source)`: what is wrong with a section of a theme."""
    node = shutil.which("node")
    require(node, "there is no node to run theme-check with")
    require((TOOL / "node_modules").is_dir(), f"theme-check is not installed: npm ci --prefix {TOOL}")

    def run(name: str, source: str) -> list[dict[str, object]]:
        theme = tmp_path / "theme"
        (theme / "sections").mkdir(parents=True)
        (theme / "sections" / name).write_text(source, encoding="utf-8")
        # Every check there is, not only what is recommended.
        (theme / ".theme-check.yml").write_text("extends: theme-check:all\n")
        environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
        done = subprocess.run(
            [str(node), TOOL / "check.mjs", theme],
            env=environment, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        return json.loads(done.stdout)

    return run


def test_nothing_is_wrong_with_the_section(check: Check) -> None:
    assert check(SECTION.name, SOURCE) == []


def test_what_is_wrong_is_found(check: Check) -> None:
    broken = SOURCE.replace("| escape }}", "| escapee }}", 1).replace(
        '"type": "range"', '"type": "slider"', 1
    )
    assert {found["check"] for found in check(SECTION.name, broken)} >= {"UnknownFilter", "ValidSchema"}
