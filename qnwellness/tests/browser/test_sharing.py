"""A reader takes an infographic along: its pictures, a link to it, the code that shows it elsewhere."""

from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from .demo_site import DemoSite

pytestmark = pytest.mark.browser

ARTICLE = "/blog/iron-from-plants/"
TYPES = {
    "Poster (SVG)": "image/svg+xml",
    "Tall picture (PNG)": "image/png",
    "Wide picture (PNG)": "image/png",
}


@pytest.fixture
def shared(browser: Browser, demo_site: DemoSite) -> Page:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(urljoin(demo_site.url, ARTICLE))
    page.locator(".share summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".share__ways")).to_be_visible()
    yield page
    context.close()


def test_sharing_is_opened_by_keyboard_and_offers_every_picture(shared: Page, demo_site: DemoSite):
    for name, content_type in TYPES.items():
        address = shared.get_by_role("link", name=name).get_attribute("href")
        # The host of an address is the one of the site, the test's server has its own.
        answer = shared.request.get(urljoin(demo_site.url, urlsplit(address).path))
        assert answer.status == 200
        assert answer.headers["content-type"].startswith(content_type)


def test_the_code_is_copied_and_shows_the_picture_with_a_way_back(shared: Page):
    shared.get_by_role("button", name="Copy the code").click()
    expect(shared.locator("[data-said]")).to_have_text("Code copied")
    code = BeautifulSoup(shared.evaluate("navigator.clipboard.readText()"), "html.parser")
    assert code.figure.img["src"].endswith("/pin.png")
    assert code.figure.img["alt"].startswith("Iron and Vitamin C at the Table")
    assert {link["rel"][0] for link in code.find_all("a")} == {"nofollow"}
    assert unescape(code.figcaption.get_text()).startswith("Iron and Vitamin C at the Table")


def test_the_link_leads_to_the_infographic(shared: Page):
    shared.get_by_role("link", name="Link to this infographic").click()
    expect(shared.locator("[data-said]")).to_have_text("Link copied")
    fragment = shared.evaluate("navigator.clipboard.readText()").rpartition("#")[2]
    assert (
        shared.locator(f"[id='{fragment}']").evaluate("title => title.closest('figure').className")
        == "infographic"
    )


def test_sharing_stands_open_without_a_violation(shared: Page):
    expect(shared.get_by_role("button", name="Copy the code")).to_be_visible()
    assert Axe().run(shared).response["violations"] == []


def test_sharing_works_without_a_script(browser: Browser, demo_site: DemoSite):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(urljoin(demo_site.url, ARTICLE))
    page.locator(".share summary").click()
    assert page.locator(".share input").input_value().startswith("<figure>")
    assert page.get_by_role("link", name="Poster (SVG)").is_visible()
    context.close()
