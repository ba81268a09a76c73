"""An editor puts products into sentences from the keyboard: slash menu, undo, copy and paste, automatic saving."""

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from . import editor
from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import heading, make_article, text
from products.models import FormerKey, OtherName
from products.tests.factories import make_product
fern = make_product("Fern Balm™", "fern-balm", sku="FB-31", price=15)
FormerKey.objects.create(product=fern, kind="name", value="Bracken Balm")
lily = make_product("Lily Water", "lily-water", price=9, state="discontinued", replacement=fern)
article = make_article(heading("Skin"), text("<p>First.</p>"), heading("Care"), text("<p>Second.</p>"),
                       title="Calm skin")
print(json.dumps({"article": article.pk, "fern": fern.pk, "lily": lily.pk}))
"""
STORED = """
import json
from blog.models import ArticlePage
page = ArticlePage.objects.get(pk={pk}).get_latest_revision_as_object()
print(json.dumps([block["value"] for block in page.body.raw_data if block["type"] == "text"]))
"""


@dataclass
class Story:
    """An article with two texts, a product, and one that it has taken the place of."""

    site: DemoSite
    article: int
    fern: int
    lily: int

    def stored(self) -> list[str]:
        """Return the texts of the latest draft, without the keys the editor gives paragraphs."""
        texts = json.loads(run(self.site, STORED.replace("{pk}", str(self.article))))
        return [re.sub(r' data-block-key="\w+"', "", html) for html in texts]

    def tag(self, words: str = "Fern Balm™", wording: str = "name") -> str:
        """Return a mention of the product as it is stored."""
        return f'<a linktype="product" id="{self.fern}" text="{wording}">{words}</a>'


def run(site: DemoSite, code: str) -> str:
    """Run Python on the site's data and return the last line it prints."""
    return (site.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines() or [""])[-1]


@pytest.fixture
def story(demo_site: DemoSite, request: pytest.FixtureRequest) -> Story:
    """Return an article of this test's own; the products are made once."""
    made: Any = getattr(request.module, "_made", None)
    if made is None:
        made = request.module._made = json.loads(run(demo_site, MAKE))
    return Story(demo_site, **made)


@pytest.fixture
def form(watched_page: Page, story: Story) -> Page:
    """Return the article's form, open."""
    story.site.log_in(watched_page, "reviewer")
    editor.open_page_editor(watched_page, story.site.url, story.article)
    return watched_page


def insert(page: Page, typed: str, name: str = "Fern Balm™") -> None:
    """Insert a product at the caret by the slash menu, found by what is typed, without the mouse."""
    page.keyboard.type("/product")
    page.get_by_role("option", name="Product", exact=True).wait_for()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Choose a product")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    page.keyboard.type(typed)
    expect(dialog.locator(".product-choice a")).to_have_text([name])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".modal")).to_have_count(0)


def clear(page: Page, number: int) -> None:
    """Empty a text and leave the caret in it."""
    editor.rich_text(editor.blocks(page, "text").nth(number)).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")


def test_found_by_sku_handle_and_former_name_undone_and_done_again(story: Story, form: Page) -> None:
    text = editor.rich_text(editor.blocks(form, "text").first)
    clear(form, 0)
    form.keyboard.type("Try ")
    insert(form, "fb-31")
    expect(text).to_be_focused()
    expect(text).to_have_text("Try Fern Balm™")
    form.keyboard.press("Control+z")
    expect(editor.mentions(text)).to_have_count(0)
    form.keyboard.press("Control+Shift+z")
    expect(editor.mentions(text)).to_have_text(["Fern Balm™"])
    for typed in ("fern-ba", "bracken"):
        form.keyboard.press("End")
        form.keyboard.type(" and ")
        insert(form, typed)
    form.keyboard.press("End")
    form.keyboard.type(".")
    editor.wait_for_autosave(form)
    tag = story.tag()
    assert story.stored()[0] == f"<p>Try {tag} and {tag} and {tag}.</p>"

    editor.publish(form)
    form.goto(f"{story.site.url}/blog/calm-skin/")
    expect(form.locator("a.mention")).to_have_text(["Fern Balm™"] * 3)
    form.locator("a.mention").first.click()
    expect(form.get_by_role("heading", level=1)).to_have_text("Fern Balm™")


def test_copied_to_another_text_and_to_another_tab(story: Story, form: Page) -> None:
    clear(form, 0)
    insert(form, "fern")
    editor.mentions(form).first.click()
    tooltip = form.locator(".Tooltip")
    expect(tooltip).to_contain_text("S$\u00a015.00 · In stock")
    tooltip.get_by_role("button", name="Keep these words").click()
    form.keyboard.press("Control+a")
    form.keyboard.press("Control+c")
    clear(form, 1)
    form.keyboard.press("Control+v")
    editor.wait_for_autosave(form)
    own = f"<p>{story.tag('Fern Balm™', 'own')}</p>"
    assert story.stored() == [own, own]

    clear(form, 1)
    form.keyboard.type("Second.")
    editor.wait_for_autosave(form)
    editor.rich_text(editor.blocks(form, "text").first).click()
    form.keyboard.press("Control+a")
    form.keyboard.press("Control+c")
    other = form.context.new_page()
    editor.open_page_editor(other, story.site.url, story.article)
    clear(other, 1)
    other.keyboard.press("Control+v")
    mention = editor.mentions(editor.blocks(other, "text").nth(1))
    expect(mention).to_have_text("Fern Balm™")
    mention.click()
    expect(other.locator(".Tooltip")).to_contain_text("S$\u00a015.00 · In stock")
    editor.wait_for_autosave(other)
    assert story.stored() == [own, own]
    other.close()


def test_a_mention_tells_what_takes_the_products_place(story: Story, form: Page) -> None:
    clear(form, 0)
    insert(form, "lily", "Lily Water")
    editor.mentions(form).first.click()
    expect(form.locator(".Tooltip")).to_contain_text("Discontinued, now Fern Balm™")
