"""The real site in a real browser: `demo_site`, `watched_page` and `axe`."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .chromium import QUIET
from .demo_site import DemoSite, running
from .watch import Watch

HERE = Path(__file__).resolve().parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: `-m browser` chooses them, `-m "not browser"` leaves them out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium_path(require: Callable) -> str:
    """Return the path of the browser; without one the tests are skipped, and fail in CI."""
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    require(Path(path).is_file(), f"there is no Chromium at {path}; CHROMIUM may name another path")
    return path


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict, chromium_path: str) -> dict:
    """Use the machine's own browser; Playwright's is never downloaded."""
    return {**browser_type_launch_args, "executable_path": chromium_path, "args": QUIET}


@pytest.fixture(scope="session")
def demo_site(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoSite]:
    """Yield the site with the demo in it, running."""
    with running(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def watch(demo_site: DemoSite) -> Watch:
    """Return the watch over `watched_page`."""
    return Watch(urlsplit(demo_site.url).netloc)


@pytest.fixture
def watched_page(page: Page, watch: Watch) -> Iterator[Page]:
    """Yield a page on which nothing may go wrong.

    No console error, no failed script, nothing the content security policy refuses, no request to another host.
    """
    watch.over(page)
    yield page
    assert watch.unexpected() == []


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """Return `axe(page)`: the accessibility violations of what the page shows now, each in one line."""
    checker = Axe()

    def violations(page: Page, context: Any = None) -> list[str]:
        found = checker.run(page, context).response["violations"]
        return [
            f"{item['id']} ({item['impact']}): {item['help']}: {node['target']}"
            for item in found
            for node in item["nodes"]
        ]

    return violations
