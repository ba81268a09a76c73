"""An editor makes a figure of a sentence a fact, changes it, and every place follows."""

import json
import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from . import editor
from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import block, heading, infographic, make_article, text
from blog.tests.sources.sources import cite, make_source
source = make_source("Taking up calcium", authors="Ada, B.", year=2019)
cited = cite(source, "Ada 2019")
first = f"<p>Bone lives.{cited} With enough vitamin D, the body takes up about 33–44% of calcium.</p>"
panel = block("statistic", {"title": "Taken up", "figure": "<p>33–44%</p>", "context": "<p>of a meal</p>"})
article = make_article(heading("How much"), text(first), infographic(panel), title="Calcium by the meal")
print(json.dumps({"article": article.pk, "source": source.pk, "panel": panel["id"]}))
"""
STORED = """
import json
from blog.models import ArticlePage, Fact
page = ArticlePage.objects.get(pk={article}).get_latest_revision_as_object()
fact = Fact.objects.get(statement__startswith="With enough vitamin D, the body")
panel = page.body.raw_data[2]["value"]["panels"][0]["value"]
print(json.dumps({"fact": fact.pk, "statement": fact.statement, "nutrient": fact.nutrient,
    "sources": fact.source_ids, "texts": [page.body.raw_data[1]["value"], panel["figure"]]}))
"""
SELECT = """(text, words) => {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
  throw new Error(`${words} is not there`);
}"""


@dataclass
class Story:
    """An article of this test's own, and the site it is on."""

    site: DemoSite
    article: int = 0
    source: int = 0
    panel: str = ""

    def run(self, code: str) -> dict:
        """Run Python on the site's data and return what its last line says."""
        code = code.replace("{article}", str(self.article))
        return json.loads(self.site.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines()[-1])

    @property
    def url(self) -> str:
        """Return the address readers have."""
        return f"{self.site.url}/blog/calcium-by-the-meal/"


@pytest.fixture(scope="module")
def story(demo_site: DemoSite) -> Story:
    """Return an article nobody else writes to."""
    return Story(demo_site, **Story(demo_site).run(MAKE))


@pytest.fixture
def form(watched_page: Page, story: Story) -> Page:
    """Return the article's form, open."""
    story.site.log_in(watched_page, "reviewer")
    editor.open_page_editor(watched_page, story.site.url, story.article)
    return watched_page


def ask_for_a_fact(text: Locator, words: str) -> Locator:
    """Select words of a text, press the button for facts, and return the chooser."""
    text.scroll_into_view_if_needed()
    text.click()
    text.evaluate(SELECT, words)
    page = text.page
    page.locator(".Draftail-ToolbarButton[name=FACT]").filter(visible=True).first.click()
    page.locator(".modal").get_by_role("tab").first.wait_for()
    return page.locator(".modal")


def running_text(page: Page) -> Locator:
    return editor.rich_text(editor.blocks(page, "text"))


def line_of_panel(page: Page, story: Story) -> Locator:
    return editor.rich_text(editor.field(editor.block(page, story.panel), "figure"))


def facts(within: Locator) -> Locator:
    return within.locator(".fact-entity")


class TestAnEditor:
    def test_makes_a_selected_figure_a_fact_and_uses_it_in_a_panel(self, story: Story, form: Page) -> None:
        text = running_text(form)
        modal = ask_for_a_fact(text, "about 33–44%")
        expect(modal.get_by_role("tab", name="Make this a fact")).to_have_attribute("aria-selected", "true")
        expect(modal.locator("[name=statement]")).to_have_value(
            "With enough vitamin D, the body takes up calcium"
        )
        expect(modal.locator("[data-fact-shown]")).to_have_text("33–44%")
        modal.get_by_role("button", name="Save and use this fact").click()
        expect(modal).to_have_count(0)
        expect(facts(text)).to_have_text(["33–44%"])
        expect(text).to_contain_text("takes up about 33–44% of calcium")

        line = line_of_panel(form, story)
        modal = ask_for_a_fact(line, "33–44%")
        modal.get_by_role("link", name="Use this one").click()
        expect(modal).to_have_count(0)
        expect(facts(line)).to_have_text(["33–44%"])

        editor.wait_for_autosave(form)
        editor.publish(form)
        stored = story.run(STORED)
        link = f'<a linktype="fact" id="{stored["fact"]}">33–44%</a>'
        assert all(link in html for html in stored["texts"])
        assert (stored["nutrient"], stored["sources"]) == ("calcium", [story.source])
        form.goto(story.url)
        expect(form.locator("main")).to_contain_text("takes up about 33–44% of calcium")

    def test_sees_every_sentence_change_before_saving_the_fact(self, story: Story, form: Page) -> None:
        form.goto(f"{story.site.url}/admin/snippets/blog/fact/edit/{story.run(STORED)['fact']}/")
        places = form.locator("[data-fact-place]")
        expect(places).to_have_count(2)
        form.locator("#id_high").fill("45")
        after = places.first.locator("[data-fact-after-line]")
        expect(after).to_contain_text("takes up about 33–45% of calcium")
        expect(form.locator("[data-fact-shown]").first).to_have_text("33–45%")
        form.locator("#id_high").fill("44")
        expect(after).to_be_hidden()

    def test_meets_the_new_figure_in_the_text_and_readers_do(self, story: Story, form: Page) -> None:
        stored = story.run(STORED)
        form.goto(f"{story.site.url}/admin/snippets/blog/fact/edit/{stored['fact']}/")
        form.locator("#id_low").fill("1,000")
        form.locator("#id_high").fill("2,000")
        form.locator("#id_unit").select_option("mg")
        form.get_by_role("button", name=re.compile("^Save")).first.click()
        form.locator(".messages .success").wait_for()
        editor.open_page_editor(form, story.site.url, story.article)
        figure = "1,000–2,000\N{NO-BREAK SPACE}mg"
        expect(facts(running_text(form))).to_have_text([figure])
        expect(facts(line_of_panel(form, story))).to_have_text([figure])
        form.goto(story.url)
        assert f"takes up about {figure} of calcium" in form.locator("main").inner_text()

    def test_takes_a_fact_out_and_keeps_its_words(self, story: Story, form: Page) -> None:
        text = running_text(form)
        facts(text).click()
        tooltip = form.locator(".Tooltip")
        expect(tooltip).to_contain_text("With enough vitamin D, the body takes up calcium")
        expect(tooltip.get_by_role("link", name="Edit this fact")).to_have_attribute("target", "_blank")
        tooltip.get_by_role("button", name="Remove").click()
        expect(facts(text)).to_have_count(0)
        expect(text).to_contain_text("takes up about 1,000–2,000")
        editor.wait_for_autosave(form)

    def test_puts_a_fact_in_by_the_palette(self, story: Story, form: Page) -> None:
        text = running_text(form)
        editor.go_to_end(text)
        form.keyboard.type(" /fact")
        form.get_by_role("option", name="Fact", exact=True).wait_for()
        form.keyboard.press("Enter")
        modal = form.locator(".modal")
        expect(modal.get_by_role("tab", name="Search")).to_have_attribute("aria-selected", "true")
        modal.locator("#id_q").fill("1000-2000 mg")
        modal.get_by_role("link", name="With enough vitamin D, the body takes up calcium").click()
        expect(modal).to_have_count(0)
        expect(facts(text)).to_have_count(1)
        editor.wait_for_autosave(form)
