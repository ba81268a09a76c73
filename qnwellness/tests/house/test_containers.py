"""The containers' files and the code they start agree. No container is started here."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from .files import ROOT
from .test_settings import SETTINGS

FOLDER = ROOT / "docs/containers"
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
OURS = {
    name: service
    for name, service in COMPOSE["services"].items()
    if service["image"].startswith("qnwellness")
}
# Read by gunicorn's start.
OF_SCRIPTS = {"WEB_CONCURRENCY"}


def read_in_settings() -> set[str]:
    code = "".join(path.read_text(encoding="utf-8") for path in SETTINGS.glob("*.py"))
    return set(re.findall(r'env(?:\.\w+)?\(\s*"([A-Z][A-Z0-9_]+)"', code))


def test_every_process_of_the_site_is_there() -> None:
    assert set(OURS) == {"release", "web", "schedule", "worker"}
    assert set(COMPOSE["services"]) - set(OURS) == {"postgres", "redis", "nginx"}


@pytest.mark.parametrize("name", OURS)
def test_variables_are_read_by_settings(name: str) -> None:
    assert set(OURS[name]["environment"]) - OF_SCRIPTS <= read_in_settings()


@pytest.mark.parametrize("name", OURS)
def test_a_process_can_write_to_its_data_and_nowhere_else(name: str) -> None:
    service = OURS[name]
    assert service["read_only"] is True
    assert (service["tmpfs"], service["volumes"], service["cap_drop"]) == (["/tmp"], ["data:/data"], ["ALL"])  # noqa: S108


def test_what_is_started_exists() -> None:
    for service in OURS.values():
        command = service["command"]
        if command[0] == "python":
            assert command[2] in get_commands()
        else:
            assert (FOLDER / Path(command[0]).name).is_file()


def test_the_release_is_made_of_commands_that_exist_and_stops_at_the_first_that_fails() -> None:
    script = (FOLDER / "release").read_text(encoding="utf-8")
    called = [shlex.split(line)[1] for line in script.splitlines() if line.startswith("manage ")]
    assert "set -eu" in script
    assert set(called) <= set(get_commands())
    assert called[1] == "migrate"
    assert called[-3:] == ["rebuild_references_index", "update_index", "check_mentions"]


@pytest.mark.parametrize("name", ["release", "web"])
def test_the_scripts_can_be_read_by_a_shell(name: str) -> None:
    assert subprocess.run(["/bin/sh", "-n", str(FOLDER / name)], check=False).returncode == 0


def test_the_image_holds_all_it_copies_and_runs_as_nobody_of_importance() -> None:
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [word for line in lines if line.startswith("COPY") for word in line.split()[1:-1]]
    kept = (ROOT / ".containerignore").read_text(encoding="utf-8")
    for path in (path for path in copied if not path.startswith("--")):
        assert (ROOT / path).exists()
        assert f"!{path}\n" in kept or f"!{Path(path).parent}\n" in kept
    assert "USER 10001" in lines
    assert kept == (ROOT / ".dockerignore").read_text(encoding="utf-8")
