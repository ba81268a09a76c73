"""A reader wants to know where a figure is from."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.facts.sourced import make_fact, make_full_fact, state
from blog.tests.factories import block, heading, infographic, make_article, text
from blog.tests.sources.sources import make_source
full, bare = make_full_fact(make_source("Milk and bone", authors="Ada, B.", year=2019)), make_fact(1000, 5000, "IU")
words = "What the gut takes up of a meal depends on more than the meal, as trials of many years have shown. " * 3
bar = {"low": None, "high": None, "fact": full.pk}
bars = [block("item", {"label": label, **bar}) for label in ("Summer", "Winter")]
article = make_article(
    heading("Uptake"), text(f"<p>{words}It is {state(full)} at best.</p>"), text(f"<p>{words}</p>" * 6),
    infographic(block("bars", {"title": "Uptake", "unit": "%", "bars": bars, "note": f"<p>At {state(bare)}.</p>"})),
    heading("More"), text(f"<p>{words}Again {state(full)}.</p>"),
    title="What a meal gives",
)
print(json.dumps(article.slug))
"""


@pytest.fixture(scope="module")
def address(demo_site: DemoSite) -> str:
    """Return the address of an article that states two facts, one of them in its infographic as well."""
    made = demo_site.manage("shell", "--verbosity", "0", "-c", MAKE).strip().splitlines()[-1]
    return f"{demo_site.url}/blog/{json.loads(made)}/"


def figure(page: Page, place: str = "stated-1-1") -> Locator:
    return page.locator(f"#{place}")


def note(page: Page) -> Locator:
    return page.locator(".source-note")


@pytest.mark.parametrize("width", [390, 1440])
def test_opens_it_in_place_by_keyboard(
    address: str, watched_page: Page, axe: Callable[..., list[str]], width: int
) -> None:
    page = watched_page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert axe(page) == []
    figure(page).focus()
    page.keyboard.press("Enter")
    expect(note(page)).to_be_focused()
    expect(note(page)).to_have_accessible_name("30–40%")
    for words in ("Source 1: Ada 2019", "Randomised trial", "women after menopause", "2 Mar 2026"):
        expect(note(page)).to_contain_text(words)
    expect(note(page)).to_be_in_viewport(ratio=1)
    assert axe(page) == []
    ids = page.locator("[id]").evaluate_all("all => all.map((one) => one.id)")
    assert len(ids) == len(set(ids))
    page.keyboard.press("Escape")
    expect(note(page)).to_be_hidden()
    expect(figure(page)).to_be_focused()


def test_opens_it_in_an_infographic_and_closes_it_by_pressing_it_again(
    address: str, watched_page: Page
) -> None:
    page = watched_page
    page.goto(address)
    for place in ("stated-1-2", "stated-2-1"):
        figure(page, place).click()
        expect(note(page)).to_be_visible()
        figure(page, place).click()
        expect(note(page)).to_be_hidden()


def test_goes_on_to_the_source_and_back(address: str, watched_page: Page) -> None:
    page = watched_page
    page.goto(address)
    figure(page).click()
    note(page).get_by_role("link", name="Source 1: Ada 2019").click()
    expect(note(page)).to_be_hidden()
    expect(page.locator("#source-1")).to_be_in_viewport()
    page.locator("#source-1 [role=doc-backlink]").click()
    expect(page.locator("#fact-1")).to_be_in_viewport()
    page.get_by_role("link", name="Back to where it is stated, 4 of 4").click()
    expect(figure(page, "stated-1-4")).to_be_in_viewport()


def test_sees_no_line_break_inside_and_no_bold_words(address: str, watched_page: Page) -> None:
    page = watched_page
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(address)
    for link in page.locator(".fact").all():
        assert len(link.evaluate("link => [...link.getClientRects()]")) == 1
    assert figure(page).evaluate("link => getComputedStyle(link).fontWeight") == "400"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_is_led_to_the_list(address: str, browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    figure(page).click()
    assert page.url.endswith("#fact-1")
    expect(page.locator("#fact-1")).to_be_in_viewport()
    page.context.close()
