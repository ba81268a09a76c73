"""A post of a shop is pasted, its plan is read, it goes in as a draft, and a reviewer publishes it as it is."""

import json
import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from .demo_site import DemoSite
from .editor import publish

INDEX = "/admin/articles/import/"
CARD = "background:#f2f6ef;padding:1em"
BODY = f"""<meta charset="utf-8">
<p>Oats hold more iron than they are given credit for. What the gut makes of it is decided by what stands beside the
bowl, and <a href="/products/leaf-iron?variant=1&amp;utm_source=blog">Leaf Iron</a> is one of the things that can.</p>
<h3>In this article</h3>
<ol>
  <li><a href="#what-oats-hold">What oats hold</a></li>
  <li><a href="#what-helps">What helps it along</a></li>
</ol>
<h2 id="what-oats-hold"><span style="font-weight:400">What oats hold</span></h2>
<p data-mce-fragment="1">A bowl of dry oats holds about as much iron as a small steak, bound to phytate, which lets
little of it go. Soaking them overnight loosens some of that.</p>
<section style="border:1px solid #ccc" class="x9 grid">
  <h2>The Bowl in Brief</h2>
  <div style="{CARD}"><h3>Oats: The Store</h3><ul><li>hold the iron tightly</li><li>let go when soaked</li></ul></div>
  <div style="{CARD}"><h3>Citrus: The Key</h3><ul><li>dissolves iron</li><li>works in the same meal</li></ul></div>
</section>
<h2 id="what-helps">What helps it along</h2>
<p>Half an orange in the bowl does more than a second bowl would. Tea and coffee an hour later undo little; with the
meal they undo most of it.</p>
"""
POST = {
    "article": {
        "id": 557000000777,
        "title": "Iron in a Bowl of Oats",
        "handle": "iron-in-a-bowl-of-oats",
        "body_html": BODY,
        "summary_html": "<p>What stands beside the bowl decides what the gut makes of it.</p>",
        "author": "Adeline Seow",
        "tags": "Breakfast",
        "published_at": "2024-05-01T09:00:00+08:00",
    }
}
PASTE = """(field, [html, plain]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", plain);
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def screen(demo_site: DemoSite, watched_page: Page) -> Page:
    """Return the first screen, as somebody who imports articles sees it."""
    demo_site.log_in(watched_page, "importer")
    menu = watched_page.get_by_role("navigation", name="Main menu")
    menu.get_by_role("link", name="Import articles", exact=True).click()
    expect(watched_page.get_by_role("heading", name="Bring articles in")).to_be_visible()
    return watched_page


def test_a_post_of_a_shop_goes_from_paste_to_publication(
    screen: Page, demo_site: DemoSite, browser: Browser, axe: Callable[..., list[str]]
) -> None:
    assert axe(screen, {"include": [".importing"]}) == []
    screen.get_by_label("Or paste it here").fill(json.dumps(POST))
    button = screen.get_by_role("button", name="Read it")
    button.focus()
    screen.keyboard.press("Enter")
    # The script reads and plans by itself.
    expect(screen.get_by_text("Nothing has been written yet")).to_be_visible(timeout=30_000)
    line = screen.locator(".catalogue-line")
    expect(line).to_contain_text("1 infographic")
    expect(line).to_contain_text("1 product")
    line.get_by_text("What is in it").click()
    expect(line.locator(".importing-contents")).to_contain_text("What helps it along")
    assert axe(screen, {"include": [".importing"]}) == []

    line.get_by_role("link", name="Iron in a Bowl of Oats").click()
    expect(screen.locator(".importing-source")).to_contain_text("Half an orange in the bowl")
    page = screen.frame_locator("iframe")
    expect(page.get_by_role("heading", level=1)).to_have_text("Iron in a Bowl of Oats")
    expect(page.get_by_text("The Bowl in Brief").first).to_be_visible()
    assert axe(screen, {"include": [".importing"], "exclude": ["iframe"]}) == []
    screen.get_by_role("link", name="All articles").click()

    screen.get_by_role("button", name=re.compile("Import the chosen")).click()
    expect(screen.locator(".catalogue__lead")).to_contain_text("1 created", timeout=30_000)
    assert axe(screen, {"include": [".importing"]}) == []
    screen.get_by_role("link", name="Edit", exact=True).click()
    expect(screen.locator("[name=title]")).to_have_value("Iron in a Bowl of Oats")

    public = published_by_a_reviewer(browser, demo_site, screen.url)
    expect(public.get_by_role("heading", level=1)).to_have_text("Iron in a Bowl of Oats")
    expect(public.locator(".article")).to_contain_text("1 May 2024")
    expect(public.locator(".article .infographic")).to_contain_text("works in the same meal")
    # The list of the source is the page's own now, and its old fragments lead where they led.
    expect(public.get_by_text("In this article")).to_have_count(0)
    expect(public.locator("#what-helps")).to_have_count(1)
    expect(public.get_by_role("link", name="Leaf Iron").first).to_have_attribute(
        "href", re.compile("leaf-iron")
    )
    assert axe(public) == []
    public.context.close()


def published_by_a_reviewer(browser: Browser, site: DemoSite, edit_url: str) -> Page:
    """Publish a draft from its form, touching nothing else, and return its public page."""
    page = browser.new_context().new_page()
    site.log_in(page, "reviewer")
    page.goto(edit_url)
    publish(page)
    address = page.get_by_role("link", name="View live").first.get_attribute("href") or ""
    page.goto(urljoin(site.url, address))
    return page


def test_what_is_copied_with_its_layout_keeps_it_and_source_stays_source(screen: Page) -> None:
    field = screen.get_by_label("Or paste it here")
    field.evaluate(PASTE, ["<h2>Oats</h2><p>Slow.</p>", "Oats\nSlow."])
    expect(field).to_have_value("<h2>Oats</h2><p>Slow.</p>")
    expect(screen.get_by_text("Pasted with its headings, lists and links.")).to_be_visible()
    field.fill("")
    # An editor of code colours what is copied; whoever copies JSON means the JSON, which the browser pastes by itself.
    field.evaluate(PASTE, ['<p><span style="color:red">{}</span></p>', '{"article": {}}'])
    expect(field).to_have_value("")


def test_an_import_is_undone_and_fits_on_a_phone(screen: Page, axe: Callable[..., list[str]]) -> None:
    screen.set_viewport_size({"width": 390, "height": 800})
    text = (
        "---\ntitle: Tin in the Kitchen\nauthor: A. Seow\n---\n\nTins are lined.\n\n## Why\n\nFood is sour.\n"
    )
    files = [{"name": f"{'long-name-' * 12}.md", "mimeType": "text/markdown", "buffer": text.encode()}]
    screen.locator("[name=files]").set_input_files(files)
    expect(screen.locator("[data-import-said]")).to_contain_text("kB")
    screen.get_by_role("button", name="Read it").click()
    expect(screen.get_by_text("Some names need a decision")).to_be_visible(timeout=30_000)
    assert axe(screen, {"include": [".importing"]}) == []
    expect(screen.get_by_label("A. Seow")).to_have_value("Adeline Seow")
    screen.get_by_role("button", name="Remember this and go on").click()
    expect(screen.get_by_text("Nothing has been written yet")).to_be_visible(timeout=30_000)
    # A tick is kept at once, and told beside the button.
    tick = screen.get_by_role("checkbox", name="Import “Tin in the Kitchen”")
    tick.uncheck()
    expect(screen.get_by_role("button", name="Import the chosen (0)")).to_be_visible()
    tick.check()
    screen.get_by_role("button", name="Import the chosen (1)").click()
    expect(screen.locator(".catalogue__lead")).to_contain_text("1 created", timeout=30_000)
    width = screen.evaluate("document.querySelector('.importing').scrollWidth")
    assert width <= 390
    screen.get_by_role("link", name="Undo this import").click()
    expect(screen.get_by_role("button", name="Yes, undo it")).to_be_visible()
    assert axe(screen, {"include": [".importing"]}) == []
    screen.get_by_role("button", name="Yes, undo it").click()
    expect(screen.locator(".messages")).to_contain_text("1 article is undone")
    screen.goto(screen.url.split(INDEX)[0] + INDEX)
    expect(screen.locator(".catalogue-history")).to_contain_text("undone")
