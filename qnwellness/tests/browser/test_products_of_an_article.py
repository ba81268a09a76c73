"""An editor sees which products an article names, and links the names that are only written."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from . import editor
from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import heading, make_article, text
from products.models import ProductPage
article = make_article(
    heading("Mornings"), text("<p>Take Bone Essential. Never Bone Essentials.</p>"),
    heading("Evenings"), text("<p>Bone Essential again, and Bone Essential.</p>"),
    title="Bone Essential by day", standfirst="A day.")
print(json.dumps({"article": article.pk, "product": ProductPage.objects.get(handle="bone-essential").pk}))
"""
WIDTHS = (1440, 820)


@pytest.fixture(scope="module")
def made(demo_site: DemoSite) -> dict[str, int]:
    """Return an article of this test's own, and the product it names."""
    return json.loads(demo_site.manage("shell", "--verbosity", "0", "-c", MAKE).strip().splitlines()[-1])


@pytest.fixture
def form(demo_site: DemoSite, watched_page: Page, made: dict[str, int]) -> Page:
    """Return the browser with the article's form open, wide enough for panels beside it."""
    demo_site.log_in(watched_page, "reviewer")
    watched_page.set_viewport_size({"width": 1440, "height": 900})
    editor.open_page_editor(watched_page, demo_site.url, made["article"])
    return watched_page


def products(page: Page) -> Locator:
    """Open the panel of products and return it."""
    panel = page.locator("[data-review=products]")
    if not panel.is_visible():
        page.locator('[data-side-panel-toggle="products"]').click()
    expect(panel).to_be_visible()
    return panel


def test_names_are_counted_linked_published_and_taken_back(
    demo_site: DemoSite, form: Page, made: dict[str, int]
) -> None:
    row = products(form).locator(f'[data-product="{made["product"]}"]')
    expect(row.locator("summary")).to_have_text("Bone Essential™: 3 times, 0 linked")

    text = editor.rich_text(editor.blocks(form, "text").first)
    editor.go_to_end(text)
    form.keyboard.type(" And Bone Essential, too.")
    expect(row.locator("summary")).to_have_text("Bone Essential™: 4 times, 0 linked")
    row.locator("summary").click()
    place = row.locator(".products-panel__place").last
    expect(place.locator("mark")).to_have_text("Bone Essential")

    row.get_by_role("button", name="Link the first in each section").click()
    message = form.locator(".messages .success")
    expect(message).to_contain_text("2 names are linked now.", timeout=20_000)
    expect(editor.mentions(form)).to_have_count(2)
    expect(editor.rich_text(editor.blocks(form, "text").first)).to_contain_text("And Bone Essential, too.")
    row = products(form).locator(f'[data-product="{made["product"]}"]')
    expect(row.locator("summary")).to_have_text("Bone Essential™: 4 times, 2 linked")

    url = f"{demo_site.url}/blog/bone-essential-by-day/"
    undo = message.get_by_role("link", name="Undo").get_attribute("href")
    editor.publish(form)
    form.goto(url)
    expect(form.locator("main a.mention")).to_have_text(["Bone Essential™", "Bone Essential™"])

    form.goto(f"{demo_site.url}{undo}")
    expect(editor.mentions(form)).to_have_count(0)
    expect(editor.rich_text(editor.blocks(form, "text").first)).to_contain_text("And Bone Essential, too.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_panel_can_be_used_by_everybody(
    form: Page, axe: Callable[..., list[str]], width: int, scheme: str
) -> None:
    form.emulate_media(color_scheme=scheme)
    form.set_viewport_size({"width": width, "height": 900})
    panel = products(form)
    for summary in panel.locator("summary").all():
        summary.click()
    assert axe(form, "[data-review=products]") == []
