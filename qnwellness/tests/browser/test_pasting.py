"""An editor pastes a long text from elsewhere into the body, takes it back, pastes it again and publishes."""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from . import editor
from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import heading, make_article, text
article = make_article(heading("Cups"), text("<p>Before the caret. After it.</p>"), title="Tea, pasted")
print(json.dumps({"article": article.pk, "path": article.get_url()}))
"""
_PASTE = """(target, [html, text]) => {
  const data = new DataTransfer();
  data.setData("text/html", `<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>`);
  data.setData("text/plain", text);
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
_SENTENCE = "Slow cups taste of more than quick ones, whatever the leaf is, and <b>nobody</b> hurries. "
_SECTIONS = 12
_BARS = ".pasting-bar"


def long_text() -> str:
    """Some 2,000 words with headings, bold words, lists and a table, as Google Docs copies them."""
    section = (
        "<h2><span>Part {n}</span></h2><p>" + _SENTENCE * 5 + "</p><p>" + _SENTENCE * 5 + "</p>"
        "<ul><li><p>one of {n}</p></li><li><p>two of {n}</p></li></ul>"
    )
    table = (
        "<table><tr><td><b>Leaf</b></td><td><b>Minutes</b></td></tr><tr><td>Green</td><td>3</td></tr></table>"
    )
    return "".join(section.format(n=number) for number in range(_SECTIONS)) + table


@dataclass
class Story:
    """An article of this test's own, and the site it is on."""

    site: DemoSite
    article: int
    path: str

    def open(self, page: Page) -> Locator:
        """Open the article's form and return its text."""
        self.site.log_in(page, "reviewer")
        editor.open_page_editor(page, self.site.url, self.article)
        return editor.rich_text(editor.blocks(page, "text").first)


@pytest.fixture
def story(demo_site: DemoSite) -> Story:
    """Return an article nobody else writes to, with one heading and one text."""
    printed = demo_site.manage("shell", "--verbosity", "0", "-c", MAKE).strip().splitlines()[-1]
    return Story(demo_site, **json.loads(printed))


def paste(text: Locator, html: str, plain: str = "") -> None:
    text.evaluate(_PASTE, [html, plain])


def go_between(text: Locator) -> None:
    """Put the caret after the first sentence."""
    editor.go_to_end(text)
    for _ in range(len(" After it.")):
        text.page.keyboard.press("ArrowLeft")


def types(page: Page) -> list[str]:
    shown = page.locator('[data-contentpath="body"] [data-streamfield-child] > input[name$="-type"]')
    return shown.evaluate_all(
        "found => found.filter(each => each.parentNode.offsetParent).map(each => each.value)"
    )


def test_a_long_text_becomes_blocks_at_the_caret_and_one_undo_takes_it_back(
    story: Story, watched_page: Page
) -> None:
    page = watched_page
    text = story.open(page)
    go_between(text)
    paste(text, long_text())
    said = page.locator(_BARS).get_by_role("status")
    expect(said).to_contain_text("Pasted: 12 headings, 24 paragraphs, 12 lists, 1 table.")
    assert types(page) == ["heading", "text", *["heading", "text"] * _SECTIONS, "table", "text"]
    texts = editor.blocks(page, "text")
    expect(editor.rich_text(texts.first)).to_have_text("Before the caret.")
    expect(editor.rich_text(texts.last)).to_have_text("After it.")

    page.wait_for_timeout(800)
    editor.rich_text(texts.last).click()
    page.keyboard.press("Control+z")
    expect(said).to_contain_text("as it was before the paste")
    assert types(page) == ["heading", "text"]
    expect(text).to_have_text("Before the caret. After it.")

    editor.go_to_end(text)
    paste(text, long_text())
    expect(said).to_contain_text("Pasted: 12 headings")
    assert types(page) == ["heading", "text", *["heading", "text"] * _SECTIONS, "table"]
    editor.wait_for_autosave(page)
    editor.publish(page)
    page.goto(story.site.url + urlsplit(story.path).path)
    expect(page.locator("main h2").filter(has_text="Part")).to_have_count(_SECTIONS)
    expect(page.locator("main th").first).to_have_text("Leaf")


def test_a_sentence_stays_with_the_editor_of_the_text(story: Story, watched_page: Page) -> None:
    page = watched_page
    text = story.open(page)
    editor.go_to_end(text)
    paste(text, "<p>And <b>one</b> more.</p>", "And one more.")
    expect(text).to_contain_text("After it.And one more.")
    expect(page.locator(_BARS).get_by_role("status")).to_be_empty()
    expect(page.get_by_role("button", name="Undo the paste")).to_be_hidden()
    assert types(page) == ["heading", "text"]


def test_what_was_changed_since_is_not_taken_back(story: Story, watched_page: Page) -> None:
    page = watched_page
    text = story.open(page)
    editor.go_to_end(text)
    paste(text, "<h2>Leaf</h2><p>Words.</p>", "Leaf Words.")
    said = page.locator(_BARS).get_by_role("status")
    expect(said).to_contain_text("Pasted: 1 heading, 1 paragraph.")
    page.wait_for_timeout(800)
    editor.type_rich_text(editor.blocks(page, "text").last, " Mine.")
    page.wait_for_timeout(800)
    page.get_by_role("button", name="Undo the paste").click()
    expect(said).to_contain_text("changed since")
    expect(editor.rich_text(editor.blocks(page, "text").last)).to_have_text("Words. Mine.")
