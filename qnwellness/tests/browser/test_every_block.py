"""An editor writes an article of every block from nothing, and shoppers read it everywhere."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from blog.blocks.body import BodyBlock

from . import editor
from .demo_site import DemoSite

TITLE = "Everything an article can hold"
SLUG = "everything-an-article-can-hold"
HEADINGS = ["Where it comes from", "How much is enough", "What to ask first"]
LANDMARKS = {
    "key_points": "The first thing to take away",
    "text": "Words of the running text",
    "note": "Mind this before you start",
    "quote": "Bone looks still and is not",
    "question": "Does it keep me awake?",
    "infographic": "Everything at a glance",
    "borrowed_infographic": "Turmeric, Weighed",
    "image": "A caption under the picture",
    "table": "Amounts side by side",
    "video": "A film about bones",
    "product_callout": "Because the article is about it.",
}
PASTED = """Knapen MH, Drummen NE, Smit E, Vermeer C, Theuwissen E. Three-year low-dose menaquinone-7
supplementation helps decrease bone loss in healthy postmenopausal women. Osteoporos Int. 2013
Sep;24(9):2499-507. doi: 10.1007/s00198-013-2325-6. Epub 2013 Mar 23. PMID: 23525894."""


@pytest.fixture(scope="module")
def article(demo_site: DemoSite, browser: Browser) -> str:
    """Write and publish the article as a reviewer would; return its address."""
    page = browser.new_page(viewport={"width": 1500, "height": 1000})
    demo_site.log_in(page, "reviewer")
    write(page, demo_site.url)
    editor.wait_for_autosave(page)
    editor.publish(page)
    page.close()
    return f"{demo_site.url}/blog/{SLUG}/"


def write(page: Page, base_url: str) -> None:
    """Write the article in the form of a new one."""
    editor.open_new_article(page, base_url)
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=standfirst]").fill("One of each, so that every part is seen at work.")
    # From its first save on the form is that of a page that is there.
    editor.wait_for_autosave(page)
    for number, (kind, landmark) in enumerate(LANDMARKS.items()):
        if number % 4 == 1:
            _add(page, "heading", lambda block, n=number: editor.fill(block, "text", HEADINGS[n // 4]))
        _add(page, kind, lambda block, k=kind, words=landmark: WRITERS[k](block, words))


def _add(page: Page, kind: str, write_into: Callable[[Locator], None]) -> None:
    label = str(BodyBlock().child_blocks[kind].label)
    editor.add_block(page, label)
    block = editor.blocks(page, kind).last
    block.scroll_into_view_if_needed()
    write_into(block)


def _key_points(block: Locator, words: str) -> None:
    for number, text in enumerate([words, "The second thing"]):
        point = editor.items(editor.field(block, "points")).nth(number)
        editor.type_rich_text(point, text)


def _text(block: Locator, words: str) -> None:
    editor.type_rich_text(block, f"{words} name a study. ")
    editor.cite_pasted(editor.rich_text(block), PASTED)


def _note(block: Locator, words: str) -> None:
    editor.fill(block, "title", words)
    editor.field(block, "kind").locator("select").select_option("doctor")
    editor.type_rich_text(editor.field(block, "text"), "Speak to your doctor first.")


def _quote(block: Locator, words: str) -> None:
    editor.fill(block, "text", words)
    editor.fill(block, "attribution", "A textbook")


def _question(block: Locator, words: str) -> None:
    editor.fill(block, "question", words)
    editor.type_rich_text(editor.field(block, "answer"), "Not at these amounts.")


def _infographic(block: Locator, words: str) -> None:
    editor.fill(block, "title", words)
    panels = editor.field(block, "panels")
    panels.locator(".c-sf-add-button").last.click()
    block.page.get_by_role("option", name="Amounts", exact=True).click()
    panel = editor.blocks(panels, "dosage")
    editor.fill(panel, "title", "Amounts a day")
    dose = editor.items(editor.field(panel, "doses"))
    editor.fill(dose, "substance", "Vitamin D")
    editor.type_rich_text(editor.field(dose, "amount"), "15 µg")


def _borrowed_infographic(block: Locator, _words: str) -> None:
    editor.field(block, "article").get_by_role("button", name=re.compile("^Choose")).first.click()
    editor.choose_page(block.page, "Turmeric and Black Pepper: An Old Pairing, Read With Care")


def _image(block: Locator, words: str) -> None:
    editor.choose_picture(editor.field(block, "picture"), "Moon over still water")
    editor.fill(block, "caption", words)


def _table(block: Locator, words: str) -> None:
    editor.fill_table(block, words, ["Who", "A day"], [["Women", "90 µg"], ["Men", "120 µg"]])


def _video(block: Locator, words: str) -> None:
    editor.fill(block, "address", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
    editor.fill(block, "title", words)


def _product_callout(block: Locator, words: str) -> None:
    editor.field(block, "product").get_by_role("button", name=re.compile("^Choose")).first.click()
    editor.choose_product(block.page, "Bone Essential™")
    editor.fill(block, "reason", words)


WRITERS: dict[str, Callable[[Locator, str], None]] = {
    "key_points": _key_points,
    "text": _text,
    "note": _note,
    "quote": _quote,
    "question": _question,
    "infographic": _infographic,
    "borrowed_infographic": _borrowed_infographic,
    "image": _image,
    "table": _table,
    "video": _video,
    "product_callout": _product_callout,
}


def test_the_story_leaves_no_block_out() -> None:
    assert {"heading", *WRITERS} == set(BodyBlock().child_blocks)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_every_block_can_be_read(
    article: str, watched_page: Page, axe: Callable[..., list[str]], width: int, scheme: Any
) -> None:
    page = watched_page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(article)
    for words in [*LANDMARKS.values(), *HEADINGS, "Vitamin D", "120 µg"]:
        shown = page.get_by_text(words).filter(visible=True).first
        shown.scroll_into_view_if_needed()
        expect(shown).to_be_in_viewport()
    expect(page.locator("#source-1")).to_contain_text("Knapen")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe(page) == []


def test_every_block_is_on_paper_and_nothing_there_waits_to_be_pressed(article: str, page: Page) -> None:
    page.goto(article)
    page.emulate_media(media="print")
    for words in [*LANDMARKS.values(), *HEADINGS]:
        expect(page.get_by_text(words).filter(visible=True).first).to_be_visible()
    contents = page.get_by_role("navigation", name="On this page")
    expect(contents.get_by_role("link", name=HEADINGS[0])).to_be_visible()
    expect(page.locator(".button").filter(visible=True)).to_have_count(0)


def test_the_contents_lead_there_by_keyboard(article: str, watched_page: Page) -> None:
    page = watched_page
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(article)
    page.locator("summary", has_text="On this page").focus()
    page.keyboard.press("Enter")
    entry = page.get_by_role("navigation").get_by_role("link", name=HEADINGS[1])
    expect(entry).to_be_visible()
    entry.focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", name=HEADINGS[1])
    expect(heading).to_be_in_viewport()
    expect(page.locator("#how-much-is-enough")).to_be_focused()


def test_an_address_from_before_a_heading_was_renamed_still_leads_there(
    article: str, demo_site: DemoSite, watched_page: Page
) -> None:
    page = watched_page
    page.set_viewport_size({"width": 1500, "height": 1000})
    demo_site.log_in(page, "reviewer")
    editor.open_page_editor(page, demo_site.url, editor.page_id(page, demo_site.url, TITLE))
    heading = editor.blocks(page, "heading").first
    editor.edit_heading_block(heading, "Where all of it comes from")
    editor.rename_address(heading, "origins")
    editor.wait_for_autosave(page)
    editor.publish(page)

    for address in ("where-it-comes-from", "origins"):
        page.goto("about:blank")
        page.goto(f"{article}#{address}")
        expect(page.get_by_role("heading", name="Where all of it comes from")).to_be_in_viewport()
    contents = page.get_by_role("navigation", name="On this page")
    link = contents.get_by_role("link", name="Where all of it comes from")
    expect(link).to_have_attribute("href", "#origins")
