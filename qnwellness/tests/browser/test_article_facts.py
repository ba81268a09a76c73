"""An editor makes a fact of a figure an article states twice: from beside the form, by keyboard, and back."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from . import editor
from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import block, heading, infographic, line, make_article, text
point = line("The gut takes up {low}-{high}% of the zinc in a fasting meal.")
panel = block("nutrient", {"title": "Zinc", "points": [block("item", point)], "sources_label": "", "sources": ""})
article = make_article(
    heading("Zinc"), text("<p>From a fasting meal the gut takes up <b>{low}-{high}%</b> of the zinc.</p>"),
    infographic(panel), text("<p>Rest.</p>"), title="Zinc on an empty stomach {low}",
)
print(json.dumps(article.pk))
"""
STORED = """
from blog.models import ArticlePage, Fact
body = str(list(ArticlePage.objects.get(pk={pk}).get_latest_revision_as_object().body.raw_data))
fact = Fact.objects.filter(statement="{statement}").first()
print(body.count(f'linktype="fact" id="{{fact.pk}}"') if fact else "no fact")
"""
# Facts stay: every story has a figure of its own.
_numbers = iter(range(41, 80))


@dataclass
class Story:
    """An article of the test's own, and the browser in which its form is open."""

    site: DemoSite
    page: Page
    article: int
    low: int

    @property
    def figure(self) -> Locator:
        """Return the figure on the screen."""
        return self.page.get_by_role("group", name=f"{self.low}–{self.low + 9}%")

    @property
    def url(self) -> str:
        """Return the address of the screen."""
        return f"{self.site.url}/admin/articles/{self.article}/facts/"

    def run(self, code: str) -> str:
        """Run Python on the site's data and return the last line it prints."""
        return self.site.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines()[-1]

    def panel(self) -> Locator:
        """Open the Facts panel beside the form and return it."""
        toggle = self.page.locator('[data-side-panel-toggle="facts"]')
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        found = self.page.locator('[data-side-panel="facts"]')
        expect(found).to_be_visible()
        return found

    def linked(self, statement: str) -> str:
        """Return how often the newest draft uses the fact with this statement."""
        return self.run(STORED.format(pk=self.article, statement=statement))


@pytest.fixture
def story(demo_site: DemoSite, watched_page: Page) -> Story:
    """Return an article that states a figure twice, its form open, wide enough for panels beside it."""
    low = next(_numbers)
    code = MAKE.replace("{low}", str(low)).replace("{high}", str(low + 9))
    printed = demo_site.manage("shell", "--verbosity", "0", "-c", code)
    story = Story(demo_site, watched_page, json.loads(printed.strip().splitlines()[-1]), low)
    watched_page.set_viewport_size({"width": 1440, "height": 1000})
    demo_site.log_in(watched_page, "reviewer")
    editor.open_page_editor(watched_page, demo_site.url, story.article)
    return story


def test_the_panel_beside_the_form_follows_what_is_typed(story: Story) -> None:
    panel = story.panel()
    expect(panel).to_contain_text("1 figure could be a fact.")
    expect(panel).to_contain_text("This article uses no facts yet.")
    text = editor.blocks(story.page, "text").nth(1)
    editor.type_rich_text(text, " Adults take 77 mg of zinc a day. Yes, adults take 77 mg of zinc a day.")
    expect(panel).to_contain_text("2 figures could be facts.")


def test_a_fact_is_made_by_keyboard_alone(story: Story, axe: Callable[..., list[str]]) -> None:
    page = story.page
    story.panel().get_by_role("link", name="Facts of this article").press("Enter")
    page.wait_for_url(story.url)
    figure = story.figure
    words = f"{story.low}-{story.low + 9}%"
    expect(figure.locator("mark")).to_have_text([words, words])
    button = page.locator("[data-facts-button]")
    expect(button).to_have_text("Create and link 1 fact")
    assert axe(page, {"include": [".article-facts"]}) == []
    make = figure.get_by_role("checkbox", name="Make this a fact")
    make.focus()
    page.keyboard.press("Space")
    expect(button).to_have_text("Nothing is ticked")
    page.keyboard.press("Space")
    # Past the two places, to what the figure is.
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(figure.get_by_label("Statement")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("Zinc taken up while fasting")
    page.keyboard.press("Enter")
    expect(page.locator(".messages")).to_contain_text("1 fact was added. 2 figures are linked now.")
    expect(page.locator(".article-facts__used")).to_contain_text("Zinc taken up while fasting")
    assert story.linked("Zinc taken up while fasting") == "2"


def test_what_is_wrong_is_said_at_its_field_and_in_view(story: Story) -> None:
    page = story.page
    page.goto(story.url)
    figure = story.figure
    figure.get_by_label("Statement").fill("")
    figure.get_by_label("Condition").fill("on weekdays")
    page.locator("[data-facts-button]").click()
    error = figure.locator(".error-message")
    expect(error).to_be_in_viewport()
    expect(figure.get_by_label("Condition")).to_have_value("on weekdays")
    assert story.linked("") == "no fact"


def test_the_form_shows_the_figure_as_a_fact_afterwards(story: Story) -> None:
    page = story.page
    page.goto(story.url)
    story.figure.get_by_label("Statement").fill("Zinc taken up by fasting people")
    page.locator("[data-facts-button]").click()
    page.get_by_role("link", name="Edit the article").click()
    page.locator("[data-edit-form]").wait_for()
    expect(story.panel()).to_contain_text("stated 2 times")
    expect(editor.rich_text(editor.blocks(page, "text").first)).to_contain_text(
        f"{story.low}–{story.low + 9}%"
    )
