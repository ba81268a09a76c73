"""An editor fills an infographic from what a chatbot made, and a reader sees its panels."""

import json
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from blog.tests.importing.filling.texts import CARDS

from . import editor
from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import block, heading, infographic, line, make_article, text
points = [block("item", line("One point that was there"))]
panel = block("nutrient", {"title": "Here before", "points": points, "sources_label": "", "sources": ""})
article = make_article(
    heading("Cups"), text("<p>Left alone.</p>"), infographic(panel, title="An older picture"), title="Tea and calm"
)
print(json.dumps({"article": article.pk}))
"""
PANELS = 9
_RICH_PASTE = """(target, html) => {
  const data = new DataTransfer();
  data.setData("text/html", `<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`);
  data.setData("text/plain", "Depth Clearer");
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@dataclass
class Story:
    """An article of this test's own, and the site it is on."""

    site: DemoSite
    article: int

    def open(self, page: Page) -> Locator:
        """Open the article's form and return its infographic."""
        self.site.log_in(page, "reviewer")
        editor.open_page_editor(page, self.site.url, self.article)
        return editor.blocks(page, "infographic")


@pytest.fixture
def story(demo_site: DemoSite) -> Story:
    """Return an article nobody else writes to, with an infographic of one panel."""
    printed = demo_site.manage("shell", "--verbosity", "0", "-c", MAKE).strip().splitlines()[-1]
    return Story(demo_site, **json.loads(printed))


def paste(page: Page, source: str) -> None:
    page.get_by_role("button", name="Fill from text or HTML").click()
    field = page.locator("[data-filling-source]")
    expect(field).to_be_focused()
    field.fill(source)
    page.get_by_role("button", name="Show the panels").click()
    page.locator("[data-filling-heading]").wait_for()


def use(page: Page) -> None:
    page.get_by_role("button", name="Use these panels").click()
    expect(page.locator(".modal")).to_have_count(0)


def title(infographic: Locator) -> Locator:
    return editor.field(infographic, "title").locator("input").first


def test_looks_at_the_panels_uses_them_takes_them_back_and_publishes(
    story: Story, watched_page: Page
) -> None:
    page = watched_page
    infographic = story.open(page)
    paste(page, CARDS)
    expect(page.locator("[data-filling-heading]")).to_contain_text("9 panels: Tea & Calm")
    expect(page.locator("[data-filling-left]")).to_have_value(
        "Here is your infographic:\nTea 101\nSources: a notebook.\nLet me know if you want changes!"
    )
    preview = page.frame_locator("[data-filling-preview]")
    expect(preview.locator("figure.infographic")).to_contain_text("The slow cup, explained")
    expect(preview.locator("figure.infographic h3")).to_have_count(PANELS)
    use(page)
    expect(title(infographic)).to_have_value("Tea & Calm")
    expect(infographic.get_by_text("Here before")).to_have_count(0)

    infographic.get_by_role("button", name="Undo").click()
    expect(title(infographic)).to_have_value("An older picture")
    expect(editor.blocks(infographic, "nutrient")).to_have_count(1)
    expect(editor.rich_text(editor.field(editor.blocks(infographic, "nutrient"), "points"))).to_have_text(
        "One point that was there"
    )

    page.get_by_role("button", name="Fill from text or HTML").click()
    expect(page.locator("[data-filling-source]")).to_have_value(CARDS)
    page.get_by_role("button", name="Show the panels").click()
    use(page)
    expect(editor.blocks(infographic, "bars")).to_have_count(2)
    editor.wait_for_autosave(page)
    editor.publish(page)

    page.goto(f"{story.site.url}/blog/tea-and-calm/")
    figure = page.locator("figure.infographic")
    expect(figure.locator("h3")).to_have_count(PANELS)
    expect(figure).to_contain_text("70–80%")
    expect(figure.get_by_role("cell", name="Grassy")).to_be_visible()
    expect(figure.get_by_role("link", name="Visit us")).to_have_attribute("href", "https://example.com/t")
    expect(page.locator("main")).to_contain_text("Left alone.")
    expect(page.locator("main")).not_to_contain_text("Here before")


def test_adds_chosen_panels_after_those_that_are_there(story: Story, watched_page: Page) -> None:
    page = watched_page
    infographic = story.open(page)
    paste(page, CARDS)
    for box in page.locator("[data-filling-panel]").all()[:-2]:
        box.uncheck()
    page.get_by_label("Keep them and add these after").check()
    use(page)
    expect(title(infographic)).to_have_value("An older picture")
    expect(editor.field(infographic, "subtitle").locator("input").first).to_have_value(
        "The slow cup, explained"
    )
    for kind in ("nutrient", "bars", "call_to_action"):
        expect(editor.blocks(infographic, kind)).to_have_count(1)
    editor.wait_for_autosave(page)


def test_pastes_what_was_copied_with_its_layout(story: Story, watched_page: Page) -> None:
    page = watched_page
    story.open(page)
    page.get_by_role("button", name="Fill from text or HTML").click()
    field = page.locator("[data-filling-source]")
    expect(field).to_be_focused()
    field.evaluate(_RICH_PASTE, "<h2>Depth</h2><ul><li>Clearer</li></ul>")
    expect(field).to_have_value("<h2>Depth</h2><ul><li>Clearer</li></ul>")
    expect(page.locator("[data-filling-said]")).to_have_text("Pasted with its layout.")
    page.get_by_role("button", name="Show the panels").click()
    expect(page.locator(".filling__panels li")).to_have_text("Nutrient Depth")
    page.keyboard.press("Escape")
    expect(page.locator(".modal")).to_have_count(0)


def test_is_told_what_cannot_be_read(story: Story, watched_page: Page) -> None:
    page = watched_page
    story.open(page)
    page.get_by_role("button", name="Fill from text or HTML").click()
    page.get_by_role("button", name="Show the panels").click()
    expect(page.locator(".modal .error-message")).to_contain_text("There is nothing to read yet.")
    page.locator("[data-filling-source]").fill("a word or two")
    page.get_by_role("button", name="Show the panels").click()
    expect(page.locator("[data-filling-heading]")).to_have_text("No panels found")
    page.get_by_role("button", name="Back to the text").click()
    expect(page.locator("[data-filling-source]")).to_have_value("a word or two")
