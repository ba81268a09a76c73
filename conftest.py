"""Fixtures every test may use: what lies outside the project, and what its absence means."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from hypothesis import settings

from qnwellness.answers.changes import latest
from qnwellness.answers.fragments import fragments
from qnwellness.answers.middleware import store
from qnwellness.answers.store import Store
from qnwellness.tests.html_checker import CHECKER, check_html

# A busy machine is no failure; continuous integration tries the same examples each time, one's own machine others.
settings.register_profile("suite", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("suite")

ROOT = Path(__file__).resolve().parent

# How often more a time is taken that was too long: what grows too fast is too slow each time.
MORE_TIMES = 4

Require = Callable[[object, str], None]
ValidateHtml = Callable[[str | Mapping[str, str]], list[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have what takes times tried again when it was too slow."""
    for item in items:
        if item.get_closest_marker("timed"):
            item.add_marker(pytest.mark.flaky(reruns=MORE_TIMES, reruns_delay=1))


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Empty all caches: they outlive the database a test has filled, and would tell the next one of it."""
    for name in caches:
        caches[name].clear()
    store.clear()
    fragments.clear()
    latest.forget()


@pytest.fixture
def made_anew(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """Have every answer made when it is asked for, as after a change, and without a look at what has changed."""
    monkeypatch.setattr(Store, "put", lambda *args: None)
    settings.ANSWERS_LOOK_EVERY = 3600
    monkeypatch.setattr(latest, "hear", lambda: None)


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
    require(shutil.which("java"), "there is no java to check HTML with")
    require(CHECKER.exists(), f"the HTML checker is not installed: npm ci --prefix {CHECKER.parents[4]}")

    def validate(pages: str | Mapping[str, str]) -> list[str]:
        named = {"": pages} if isinstance(pages, str) else pages
        return check_html(named, tmp_path_factory.mktemp("html"))

    return validate
