"""An editor chooses products and variants for blocks, by mouse, keyboard and any of a product's keys."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from . import editor
from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import callout, heading, make_article
from products.models import FormerKey, Variant
from products.tests.factories import make_product
rest = make_product("Rest Drops™", "rest-drops", sku="RD-77", price=20, other_names=["Night Drops"])
rest.variants = [Variant(name="20 ml", price=20, sku="RD-20", sort_order=0),
                 Variant(name="50 ml", price=40, state="out_of_stock", sort_order=1)]
rest.save_revision().publish()
FormerKey.objects.create(product=rest, kind="name", value="Slumber Tonic")
moss = make_product("Moss Salve", "moss-salve", price=8)
article = make_article(heading("Evening"), callout(moss), title="Evening rest")
print(json.dumps({"article": article.pk, "rest": rest.pk, "moss": moss.pk}))
"""
STORED = """
import json
from blog.models import ArticlePage
page = ArticlePage.objects.get(pk={pk}).get_latest_revision_as_object()
print(json.dumps([block["value"] for block in page.body.raw_data if block["type"] == "product_callout"]))
"""
DROP = """
from products.models import Variant
Variant.objects.get(name="20 ml").delete()
"""


@dataclass
class Story:
    """An article with a callout, and two products to choose from."""

    site: DemoSite
    article: int
    rest: int
    moss: int

    def stored(self) -> list[dict[str, Any]]:
        """Return the callouts of the latest draft."""
        return json.loads(run(self.site, STORED.replace("{pk}", str(self.article))))


def run(site: DemoSite, code: str) -> str:
    """Run Python on the site's data and return the last line it prints."""
    return (site.manage("shell", "--verbosity", "0", "-c", code).strip().splitlines() or [""])[-1]


@pytest.fixture(scope="module")
def story(demo_site: DemoSite) -> Story:
    """Return an article nobody else writes to."""
    return Story(demo_site, **json.loads(run(demo_site, MAKE)))


@pytest.fixture
def form(watched_page: Page, story: Story) -> Page:
    """Return the article's form, open."""
    story.site.log_in(watched_page, "reviewer")
    editor.open_page_editor(watched_page, story.site.url, story.article)
    return watched_page


def open_chooser(callout: Locator) -> Locator:
    """Open the chooser of a callout that has a product, and return its dialog."""
    callout.locator(".product-chooser").get_by_role("button", name="Actions").click()
    callout.page.get_by_role("button", name="Choose another product").filter(visible=True).first.click()
    dialog = callout.page.get_by_role("dialog", name="Choose a product")
    dialog.wait_for()
    return dialog


def test_by_any_of_its_names_and_keys(story: Story, form: Page, axe: Callable) -> None:
    callout = editor.blocks(form, "product_callout")
    expect(callout.locator(".product-chooser")).to_contain_text("Moss Salve")
    expect(callout.locator("[data-product-about]")).to_have_text("S$\u00a08.00 · In stock")
    dialog = open_chooser(callout)
    search = dialog.get_by_role("textbox")
    expect(search).to_be_focused()
    assert axe(form, ".modal") == []
    for typed in ("rd-77", "rest-drops", "RD-20", "slumber", "night dr", "rest drops"):
        search.fill(typed)
        expect(dialog.locator(".product-choice a")).to_have_text(["Rest Drops™"])
    row = dialog.locator("tbody tr")
    expect(row).to_contain_text("S$\u00a020.00")
    expect(row).to_contain_text("In stock · 2 variants")
    search.fill("no such thing")
    expect(dialog.get_by_role("alert")).to_contain_text("No product is called “no such thing”")
    search.fill("rest-dr")
    expect(dialog.locator(".product-choice a")).to_have_count(1)
    form.keyboard.press("Tab")
    form.keyboard.press("Enter")
    expect(form.locator(".modal")).to_have_count(0)
    expect(callout.locator(".product-chooser")).to_contain_text("Rest Drops™")

    variants = editor.field(callout, "variant").locator("select")
    expect(variants.locator("option")).to_have_text(
        ["All sizes and forms", "20 ml · S$\u00a020.00", "50 ml · S$\u00a040.00 · Out of stock"]
    )
    variants.select_option(label="20 ml · S$\u00a020.00")
    editor.wait_for_autosave(form)
    (stored,) = story.stored()
    assert stored["product"] == story.rest
    assert stored["variant"]
    editor.publish(form)
    form.goto(f"{story.site.url}/blog/evening-rest/")
    expect(form.get_by_role("main")).to_contain_text("Rest Drops™, 20 ml")


def test_a_variant_that_is_gone_stays_until_another_product_is_chosen(story: Story, form: Page) -> None:
    run(story.site, DROP)
    editor.open_page_editor(form, story.site.url, story.article)
    callout = editor.blocks(form, "product_callout")
    variants = editor.field(callout, "variant").locator("select")
    gone = "A variant that is no longer offered: all are shown"
    expect(variants.locator("option:checked")).to_have_text(gone)
    before = story.stored()
    editor.fill(callout, "reason", "It helps.")
    editor.wait_for_autosave(form)
    assert story.stored() == [{**before[0], "reason": "It helps."}]

    dialog = open_chooser(callout)
    dialog.get_by_role("link", name="Moss Salve", exact=True).click()
    expect(variants.locator("option")).to_have_text(["It has no variants"])
    editor.wait_for_autosave(form)
    assert story.stored() == [{"product": story.moss, "variant": None, "reason": "It helps."}]


def test_what_was_chosen_last_is_offered_first(story: Story, form: Page) -> None:
    editor.add_block(form, "Product callout")
    callout = editor.blocks(form, "product_callout").last
    callout.get_by_role("button", name="Choose a product").click()
    expect(form.locator(".modal .product-choice a").first).to_be_visible()
    editor.choose_product(form, "Rest Drops™")
    dialog = open_chooser(callout)
    expect(dialog.locator(".product-choice a").first).to_have_text("Rest Drops™")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    form.keyboard.press("Escape")
    expect(form.locator(".modal")).to_have_count(0)
