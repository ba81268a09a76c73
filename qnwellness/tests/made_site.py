"""A site as an operator sets it up for production, made once for all who need one in a run of the tests."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOST = "shop.example"
# The caller's own, and not meant for the site.
FOREIGN = ("ALLOWED_HOSTS", "DATABASE_URL", "DATA_DIR", "REDIS_URL", "SITE_URL", "TIME_ZONE")
_STEPS = (
    ("manage.py", "migrate", "--verbosity", "0"),
    ("manage.py", "set_site_address"),
    ("manage.py", "collectstatic", "--noinput", "--verbosity", "0"),
)


def environment(folder: Path, **env: str) -> dict[str, str]:
    """Return the environment of production for a site with its data in `folder`."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN} | {
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "qnwellness.settings.production",
        "SECRET_KEY": "of-this-test-only-0123456789-abcdefghijklmnopqrstuvwxyz",
        "SITE_URL": f"https://{HOST}",
        **env,
    }


def run(env: dict[str, str], *command: str) -> str:
    """Run Python with these arguments, and return what it says. Raises AssertionError where it fails."""
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=env, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def make_site(factory: pytest.TempPathFactory, folder: Path, **env: str) -> dict[str, str]:
    """Set a site up as the operators' guide says, with its data in `folder`; return its environment.

    What all sites of a run have in common is copied: setting one up takes half a minute of a processor.
    """
    made = environment(folder, **env)
    shutil.copytree(_model(factory), folder, dirs_exist_ok=True)
    if "DATABASE_URL" in env:
        for step in _STEPS[:2]:
            run(made, *step)
    return made


def _model(factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site nobody has used, which the processes of one run share."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    model = shared / "model-of-sites"
    model.mkdir(exist_ok=True)
    with (shared / "model-of-sites.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (model / "made").exists():
            for step in _STEPS:
                run(environment(model), *step)
            (model / "made").touch()
    return model
