"""An editor arranges the articles of a product, and its page follows."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import callout, heading, make_article, mention, text
from products.tests.factories import make_product
product = make_product(title="Arranged {n}", handle="arranged-{n}")
for title, block in (("Strong {n}", callout(product)), ("Named {n}", text(f"<p>{mention(product)}</p>"))):
    make_article(heading("Dosage"), block, title=title)
print(json.dumps([product.pk, product.url]))
"""
# Products stay: every story has one of its own.
_numbers = iter(range(1, 20))


@dataclass
class Story:
    """A product of the test's own with two articles, and the browser on its screen."""

    site: DemoSite
    page: Page
    product: int
    url: str
    number: int

    def row(self, title: str) -> Locator:
        """Return the line of an article."""
        return self.page.locator(".product-articles tbody tr", has_text=f"{title} {self.number}")

    def press(self, title: str, button: str) -> None:
        """Press a button of an article's line by the keyboard."""
        self.row(title).get_by_role("button", name=f"{button} ({title} {self.number})").press("Enter")

    def open(self) -> None:
        """Open the screen."""
        self.page.goto(f"{self.site.url}/admin/products/{self.product}/articles/")

    def on_the_page(self) -> list[str]:
        """Return the related articles a shopper sees on the product's page."""
        html = self.page.request.get(f"{self.site.url}{self.url}").text()
        titles = [f"{title} {self.number}" for title in ("Strong", "Named")]
        return sorted((title for title in titles if title in html), key=html.index)


@pytest.fixture
def story(demo_site: DemoSite, watched_page: Page) -> Story:
    """Return the story, its screen open."""
    number = next(_numbers)
    printed = demo_site.manage("shell", "--verbosity", "0", "-c", MAKE.replace("{n}", str(number)))
    product, url = json.loads(printed.strip().splitlines()[-1])
    story = Story(demo_site, watched_page, product, url, number)
    watched_page.set_viewport_size({"width": 1440, "height": 1000})
    demo_site.log_in(watched_page, "editor")
    story.open()
    return story


def test_what_is_pinned_moved_and_left_out_shows_on_the_products_page(
    story: Story, axe: Callable[..., list[str]]
) -> None:
    first, second = f"Strong {story.number}", f"Named {story.number}"
    assert story.on_the_page() == [first, second]
    expect(story.row("Strong").first).to_contain_text("Shown in a callout, read in “Dosage”")
    assert axe(story.page, {"include": [".product-articles"]}) == []
    story.press("Named", "Pin")
    expect(story.row("Named").last).to_contain_text("Pinned by you")
    assert story.on_the_page() == [second, first]
    story.press("Strong", "Pin")
    story.press("Strong", "Up")
    expect(story.page.locator(".messages")).to_contain_text("moved up")
    assert story.on_the_page() == [first, second]
    story.press("Strong", "Leave out")
    expect(story.page.get_by_role("heading", name="Left out by editors")).to_be_visible()
    assert story.on_the_page() == [second]
    assert axe(story.page, {"include": [".product-articles"]}) == []
    story.page.get_by_role("button", name="Undo the last change").click()
    expect(story.page.locator(".messages")).to_contain_text("undone")
    assert story.on_the_page() == [first, second]


@pytest.mark.parametrize("width", [820, 1440])
def test_the_screen_and_the_matrix_fit(story: Story, width: int, axe: Callable[..., list[str]]) -> None:
    page = story.page
    page.set_viewport_size({"width": width, "height": 1000})
    for address in (page.url, f"{story.site.url}/admin/reports/products/matrix/"):
        page.goto(address)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0
    assert axe(page, {"include": ["#listing-results"]}) == []
