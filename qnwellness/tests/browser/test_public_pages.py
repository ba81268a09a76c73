"""Every kind of public page, as shoppers and their browsers meet it."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from .addresses import ARTICLE, PAGES
from .demo_site import DemoSite
from .watch import Watch

WIDTHS = (390, 1440)
NARROWEST = 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*PAGES])
def test_a_page_is_accessible_and_asks_nobody_else(
    demo_site: DemoSite,
    watched_page: Page,
    watch: Watch,
    axe: Callable[..., list[str]],
    name: str,
    scheme: str,
) -> None:
    watch.expect(f"{PAGES[name]})" if name.startswith("an ") else "nothing")
    watched_page.emulate_media(color_scheme=scheme)
    for width in WIDTHS:
        watched_page.set_viewport_size({"width": width, "height": 900})
        watched_page.goto(f"{demo_site.url}{PAGES[name]}")
        assert axe(watched_page) == []


@pytest.mark.parametrize("name", [*PAGES])
def test_a_page_fits_the_narrowest_screen(demo_site: DemoSite, page: Page, name: str) -> None:
    page.set_viewport_size({"width": NARROWEST, "height": 700})
    page.goto(f"{demo_site.url}{PAGES[name]}")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST


def test_pages_are_valid_html(
    demo_site: DemoSite, page: Page, validate_html: Callable[..., list[str]]
) -> None:
    sources = {name: page.request.get(f"{demo_site.url}{path}").text() for name, path in PAGES.items()}
    assert validate_html(sources) == []


def test_every_kind_of_page_crawlers_are_told_of_is_among_these(demo_site: DemoSite, page: Page) -> None:
    def kind(url: str) -> tuple[str, int]:
        """Return what tells page types apart: the stylesheet, and how deep the address is."""
        sheet = re.search(r"stylesheets/(\w+)", page.request.get(url).text())
        return sheet[1] if sheet else "", urlsplit(url).path.count("/")

    known = {kind(f"{demo_site.url}{path}") for path in PAGES.values()}
    told = re.findall(r"<loc>([^<]+)", page.request.get(f"{demo_site.url}/sitemap.xml").text())
    assert len(told) > len(known) / 2
    assert [url for url in told if kind(url) not in known] == []


class TestTheContentsList:
    def test_works_without_script(self, demo_site: DemoSite, browser: Browser) -> None:
        for width in WIDTHS:
            context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 900})
            page = context.new_page()
            page.goto(f"{demo_site.url}{ARTICLE}")
            if width == min(WIDTHS):
                page.locator("summary", has_text="On this page").click()
            page.get_by_role("navigation", name="On this page").get_by_role(
                "link", name="What the Trials Found"
            ).click()
            expect(page.locator("#what-the-trials-found")).to_be_in_viewport()
            context.close()

    def test_marks_where_a_reader_is_and_moves_the_focus(
        self, demo_site: DemoSite, watched_page: Page
    ) -> None:
        watched_page.set_viewport_size({"width": 1440, "height": 900})
        watched_page.goto(f"{demo_site.url}{ARTICLE}")
        contents = watched_page.get_by_role("navigation", name="On this page")
        link = contents.get_by_role("link", name="What the Trials Found")
        link.focus()
        watched_page.keyboard.press("Enter")
        expect(link).to_have_attribute("aria-current", "location")
        expect(watched_page.locator("#what-the-trials-found")).to_be_focused()
        expect(contents.locator("[aria-current]")).to_have_count(1)

    def test_hides_no_heading_it_leads_to(self, demo_site: DemoSite, watched_page: Page) -> None:
        watched_page.set_viewport_size({"width": 390, "height": 800})
        watched_page.goto(f"{demo_site.url}{ARTICLE}#who-should-ask-first")
        expect(watched_page.locator("#who-should-ask-first")).to_be_in_viewport()
        # What lies on top at the heading's first letters is the heading itself, once fonts and scrolling settle.
        watched_page.wait_for_function(
            """() => {
              const box = document.querySelector("#who-should-ask-first").getBoundingClientRect();
              const top = document.elementFromPoint(box.x + 5, box.y + box.height / 2);
              return Boolean(top?.closest("#who-should-ask-first"));
            }"""
        )
