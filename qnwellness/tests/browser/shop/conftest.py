"""Tabs on the shop's pages: `visiting`."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from .visit import Visit

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def visiting(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Yield `visiting(url, *hosts)`: a new visitor with an empty cache on a page, who may meet these hosts only."""
    contexts = []

    def visit(url: str, *hosts: str, **options: Any) -> Visit:
        context = browser.new_context(**{"viewport": PHONE, **options})
        contexts.append(context)
        visit = Visit(context.new_page(), {urlsplit(url).netloc, *hosts})
        visit.page.goto(url, wait_until="domcontentloaded")
        return visit

    yield visit
    for context in contexts:
        context.close()
