"""An editor names products inside sentences, as editors do it."""

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
from blog.tests.factories import heading, make_article, mention, text
from products.tests.factories import make_product
calm = make_product("Calm Hours™", "calm-hours")
sea = make_product("Sea Oil & More", "sea-oil")
article = make_article(heading("Rest"), text("<p>Some words.</p>"), title="Sleeping well")
print(json.dumps({"article": article.pk, "calm": calm.pk, "sea": sea.pk}))
"""
STORED = """
import json
from blog.models import ArticlePage
page = ArticlePage.objects.get(pk={pk}).get_latest_revision_as_object()
print(json.dumps([block["value"] for block in page.body.raw_data if block["type"] == "text"]))
"""
RENAME = """
from products.models import ProductPage
product = ProductPage.objects.get(pk={pk})
product.title = "{title}"
product.save_revision().publish()
"""


@dataclass
class Story:
    """An article of this test's own, its two products, and the site they are on."""

    site: DemoSite
    article: int
    calm: int
    sea: int

    def run(self, code: str, **values: Any) -> str:
        """Run Python on the site's data and return the last line it prints."""
        for name, value in values.items():
            code = code.replace(f"{{{name}}}", str(value))
        return (self.site.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines() or [""])[-1]

    def stored(self) -> list[str]:
        """Return the running text of the latest draft, without the keys the editor gives paragraphs."""
        return [
            re.sub(r' data-block-key="\w+"', "", html)
            for html in json.loads(self.run(STORED, pk=self.article))
        ]

    def tag(self, pk: int, words: str, wording: str = "name") -> str:
        """Return a mention as it is stored."""
        return f'<a linktype="product" id="{pk}" text="{wording}">{words}</a>'


@pytest.fixture(scope="module")
def story(demo_site: DemoSite) -> Story:
    """Return an article nobody else writes to."""
    made = Story(demo_site, 0, 0, 0).run(MAKE)
    return Story(demo_site, **json.loads(made))


@pytest.fixture
def form(watched_page: Page, story: Story) -> Page:
    """Return the article's form, open."""
    story.site.log_in(watched_page, "admin")
    editor.open_page_editor(watched_page, story.site.url, story.article)
    return watched_page


class TestAnEditor:
    def test_names_products_and_publishes(self, story: Story, form: Page) -> None:
        text = editor.rich_text(editor.blocks(form, "text"))
        editor.go_to_end(text)
        form.keyboard.type(" Take ")
        editor.insert_product_mention(text, "Calm Hours™")
        form.keyboard.type(" or an oil")
        editor.select_before_caret(text, len("oil"))
        editor.mention_selection(text, "Sea Oil & More")
        form.keyboard.press("End")
        form.keyboard.type(" at night.")
        editor.wait_for_autosave(form)
        sentence = (
            f"<p>Some words. Take {story.tag(story.calm, 'Calm Hours™')} or an "
            f"{story.tag(story.sea, 'oil', 'own')} at night.</p>"
        )
        assert story.stored() == [sentence]

        form.keyboard.press("Control+a")
        form.keyboard.press("Control+c")
        form.keyboard.press("Control+End")
        form.keyboard.press("Enter")
        form.keyboard.press("Control+v")
        editor.wait_for_autosave(form)
        assert story.stored() == [sentence * 2]

        editor.publish(form)
        form.goto(f"{story.site.url}/blog/sleeping-well/")
        links = form.locator("a.mention")
        expect(links).to_have_text(["Calm Hours™", "oil", "Calm Hours™", "oil"])
        links.first.click()
        expect(form.get_by_role("heading", level=1)).to_have_text("Calm Hours™")

        story.run(RENAME, pk=story.calm, title="Calm Nights™")
        form.go_back()
        form.reload()
        expect(links).to_have_text(["Calm Nights™", "oil", "Calm Nights™", "oil"])
        editor.open_page_editor(form, story.site.url, story.article)
        expect(editor.mentions(form)).to_have_text(["Calm Nights™", "oil", "Calm Nights™", "oil"])
        editor.publish(form)
        assert story.stored() == [sentence * 2]

    def test_changes_what_a_mention_says_and_names(self, story: Story, form: Page) -> None:
        text = editor.rich_text(editor.blocks(form, "text"))
        text.click()
        form.keyboard.press("Control+a")
        form.keyboard.press("Delete")
        editor.insert_product_mention(text, "Sea Oil & More")
        mention = editor.mentions(form)
        stored = {
            "Keep these words": story.tag(story.sea, "Sea Oil &amp; More", "own"),
            "Use the product's name": story.tag(story.sea, "Sea Oil &amp; More"),
        }
        for button, html in stored.items():
            editor.use_mention_tooltip(mention, button)
            expect(form.locator(".Tooltip")).to_have_count(0)
            editor.wait_for_autosave(form)
            assert story.stored() == [f"<p>{html}</p>"]

        expect(text).to_be_focused()
        form.keyboard.press("ArrowLeft")
        form.keyboard.type("i")
        editor.wait_for_autosave(form)
        assert story.stored() == [f"<p>{story.tag(story.sea, 'Sea Oil &amp; Morie', 'own')}</p>"]

        editor.use_mention_tooltip(mention, "Remove")
        expect(mention).to_have_count(0)
        editor.wait_for_autosave(form)
        assert story.stored() == ["<p>Sea Oil &amp; Morie</p>"]
