"""An editor cites a source, and a reader follows the citation."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from . import editor
from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import heading, make_article, text
from blog.tests.sources.sources import cite, make_source
first = make_source("Salt and sleep", authors="Ada, B.", year=2019, doi="10.1000/salt")
make_source("Iron and tea", authors="Bo, C.", year=2020)
words = "Rest comes and goes, and whether salt moves it has been tested in small trials only. " * 4
article = make_article(
    heading("Rest"), text(f"<p>{words}{cite(first, 'Ada 2019')}</p>"),
    heading("More"), text(f"<p>{words}{cite(first, 'Ada 2019')}</p>"), text(f"<p>{words}</p>" * 8),
    title="Salt at night",
)
print(json.dumps({"article": article.pk}))
"""
STORED = """
from blog.models import ArticlePage, Source
page = ArticlePage.objects.get(pk={pk}).get_latest_revision_as_object()
source = Source.objects.get(pmid="23525894")
link = f'<a linktype="source" id="{source.pk}">Knapen 2013</a>'
print(link in page.body.raw_data[1]["value"])
"""
PASTED = (
    "Knapen MH, Drummen NE, Smit E, Vermeer C, Theuwissen E. Three-year low-dose menaquinone-7 supplementation helps"
    " decrease bone loss. Osteoporos Int. 2013 Sep;24(9):2499-507. doi: 10.1007/s00198-013-2325-6. PMID: 23525894."
)


@dataclass
class Story:
    """An article of this test's own, and the site it is on."""

    site: DemoSite
    article: int

    @property
    def url(self) -> str:
        """Return the address readers have."""
        return f"{self.site.url}/blog/salt-at-night/"

    def run(self, code: str) -> str:
        """Run Python on the site's data and return the last line it prints."""
        return self.site.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines()[-1]


@pytest.fixture(scope="module")
def story(demo_site: DemoSite) -> Story:
    """Return an article nobody else writes to; it cites one source twice."""
    return Story(demo_site, **json.loads(Story(demo_site, 0).run(MAKE)))


def mark(page: Page, place: str = "cite-1-1") -> Locator:
    return page.locator(f"#{place}")


def note(page: Page) -> Locator:
    return page.locator(".source-note")


class TestAnEditor:
    def test_cites_a_source_by_pasting_its_reference_and_publishes(
        self, story: Story, watched_page: Page
    ) -> None:
        form = watched_page
        story.site.log_in(form, "reviewer")
        editor.open_page_editor(form, story.site.url, story.article)
        text = editor.rich_text(editor.blocks(form, "text"))
        editor.go_to_end(text)
        form.keyboard.type(" Bone is another matter ")
        form.keyboard.type("/source")
        form.get_by_role("option", name="Source", exact=True).wait_for()
        form.keyboard.press("Enter")
        form.locator(".modal").get_by_role("tab", name="Paste a reference").click()
        form.locator(".modal textarea").fill("no reference at all")
        form.get_by_role("button", name="Use this source").click()
        expect(form.locator(".modal .error-message")).to_contain_text("could not be told apart")
        form.locator(".modal textarea").fill(PASTED)
        form.get_by_role("button", name="Use this source").click()
        expect(form.locator(".modal")).to_have_count(0)
        form.keyboard.type(".")
        expect(text.locator(".citation-entity")).to_have_text(["Ada 2019", "Knapen 2013"])
        editor.wait_for_autosave(form)
        assert story.run(STORED.replace("{pk}", str(story.article))) == "True"

        editor.publish(form)
        form.goto(story.url)
        expect(form.locator(".citation a")).to_have_text(["1", "2", "1"])
        expect(form.locator("#sources li")).to_have_count(2)
        expect(form.locator("#source-2")).to_contain_text("Knapen MH")

    def test_changes_and_removes_a_citation(self, story: Story, watched_page: Page) -> None:
        form = watched_page
        story.site.log_in(form, "editor")
        editor.open_page_editor(form, story.site.url, story.article)
        cited = editor.blocks(form, "text").nth(1).locator(".citation-entity")
        cited.click()
        expect(form.locator(".Tooltip")).to_contain_text("Salt and sleep")
        form.locator(".Tooltip").get_by_role("button", name="Change source").click()
        form.locator(".modal").get_by_role("link", name="Bo 2020 Iron and tea").click()
        expect(form.locator(".modal")).to_have_count(0)
        expect(cited).to_have_text("Bo 2020")
        cited.click()
        form.locator(".Tooltip").get_by_role("button", name="Remove").click()
        expect(cited).to_have_count(0)
        editor.wait_for_autosave(form)


class TestAReader:
    @pytest.mark.parametrize("width", [390, 1440])
    def test_opens_a_source_in_place_by_keyboard(
        self, story: Story, watched_page: Page, axe: Callable[..., list[str]], width: int
    ) -> None:
        page = watched_page
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(story.url)
        mark(page).focus()
        page.keyboard.press("Enter")
        expect(note(page)).to_be_visible()
        expect(note(page)).to_be_focused()
        expect(note(page)).to_contain_text("Salt and sleep")
        assert axe(page) == []
        page.keyboard.press("Tab")
        expect(note(page).get_by_role("link", name="doi:10.1000/salt")).to_be_focused()
        page.keyboard.press("Escape")
        expect(note(page)).to_be_hidden()
        expect(mark(page)).to_be_focused()

    def test_closes_it_by_pressing_the_number_again_or_elsewhere(
        self, story: Story, watched_page: Page
    ) -> None:
        page = watched_page
        page.goto(story.url)
        for close in (mark(page), page.get_by_role("heading", level=1), note(page).get_by_role("button")):
            mark(page).click()
            expect(note(page)).to_be_visible()
            close.click()
            expect(note(page)).to_be_hidden()

    def test_comes_back_from_the_list_to_each_place(self, story: Story, watched_page: Page) -> None:
        page = watched_page
        page.goto(story.url)
        for number, link in enumerate(page.locator("#source-1 [role=doc-backlink]").all(), start=1):
            link.click()
            expect(mark(page, f"cite-1-{number}")).to_be_focused()
            expect(mark(page, f"cite-1-{number}")).to_be_in_viewport()

    def test_has_the_source_in_the_margin_of_a_wide_screen_only(
        self, story: Story, watched_page: Page
    ) -> None:
        page = watched_page
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(story.url)
        beside = page.locator(".margin-note")
        expect(beside.first).to_contain_text("Salt and sleep")
        words, margin = mark(page).bounding_box(), beside.first.bounding_box()
        assert margin["x"] > words["x"]
        assert abs(margin["y"] - words["y"]) < 30
        boxes = [one.bounding_box() for one in beside.all()]
        assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
        page.emulate_media(media="print")
        expect(beside.first).to_be_hidden()
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1000, "height": 900})
        expect(beside).to_have_count(0)

    def test_without_scripts_is_led_to_the_list(self, story: Story, browser: Browser) -> None:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(story.url)
        mark(page).click()
        assert page.url.endswith("#source-1")
        expect(page.locator("#source-1")).to_be_in_viewport()
        page.context.close()
