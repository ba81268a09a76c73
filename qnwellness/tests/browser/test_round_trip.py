"""The whole way once: an article goes in, an editor changes it, shoppers and the product page see it."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from qnwellness.demo.build import CONTENT

from . import editor
from .demo_site import DemoSite

ADD_CALLOUT = """
from blog.models import ArticlePage
from products.models import ProductPage
page = ArticlePage.objects.get(pk={pk}).get_latest_revision_as_object()
product = ProductPage.objects.get(handle="lichen-d3")
body = list(page.body.raw_data)
body.append({{"type": "product_callout", "value": {{"product": product.pk, "reason": "It is named above."}}}})
page.body = page.body.stream_block.to_python(body)
page.save_revision().publish()
"""


@pytest.fixture(params=["ours", "customers"])
def article(request: pytest.FixtureRequest, demo_site: DemoSite) -> dict:
    """Return the report of an imported article with an infographic, an inline mention and a callout."""
    if request.param == "ours":
        path = CONTENT / "articles" / "magnesium-and-sleep.txt"
    else:
        path = request.getfixturevalue("samples") / "vitamin-k2-and-d3.txt"
    arguments = [str(path), "--source-id", f"round-trip-{request.param}", "--publish", "--json"]
    (report,) = json.loads(demo_site.manage("import_article", *arguments))["articles"]
    demo_site.manage("shell", "--verbosity", "0", "-c", ADD_CALLOUT.format(pk=report["page_id"]))
    return report


def test_an_editor_changes_an_imported_article_and_everybody_sees_it(
    article: dict, demo_site: DemoSite, watched_page: Page, axe: Callable[..., list[str]]
) -> None:
    page = watched_page
    page.set_viewport_size({"width": 1440, "height": 1000})
    _reads_it_and_follows_a_product(page, demo_site, article)

    demo_site.log_in(page, "reviewer")
    editor.open_page_editor(page, demo_site.url, article["page_id"])
    heading = editor.blocks(page, "heading").nth(1)
    heading.scroll_into_view_if_needed()
    editor.edit_heading_block(heading, "A heading in new words")

    infographic = editor.blocks(page, "infographic").first
    panel = editor.blocks(editor.field(infographic, "panels"), "nutrient").first
    editor.fill(panel, "title", "A panel in new words")

    callout = editor.blocks(page, "product_callout").last
    editor.change_chosen_product(callout, "product", "Golden Root™")
    editor.fill(callout, "reason", "A reason in new words.")

    mention = editor.mentions(page).first
    old_product = mention.inner_text()
    editor.change_product_mention(mention, "Leaf Iron™")
    editor.wait_for_autosave(page)
    editor.publish(page)

    page.goto(f"{demo_site.url}{article['url']}")
    contents = page.get_by_role("navigation", name=re.compile("On this page"))
    expect(contents.get_by_role("link", name="A heading in new words")).to_be_visible()
    expect(page.get_by_role("heading", name="A heading in new words")).to_be_visible()
    expect(page.get_by_role("heading", name="A panel in new words")).to_be_visible()
    expect(page.get_by_text("A reason in new words.")).to_be_visible()
    expect(page.locator("a.mention").first).to_have_text("Leaf Iron™")
    assert old_product != "Leaf Iron™"
    for product in ("golden-root", "leaf-iron"):
        _finds_it_on_the_product_page(page, demo_site, article, product)
    assert axe(page) == []


def _reads_it_and_follows_a_product(page: Page, site: DemoSite, article: dict) -> None:
    """Open an article as a shopper: use its contents list, see its infographic, follow a product."""
    page.goto(f"{site.url}{article['url']}")
    contents = page.get_by_role("navigation", name=re.compile("On this page"))
    entry = article["contents"][-1]
    contents.get_by_role("link", name=entry["text"]).click()
    expect(page).to_have_url(re.compile(f"#{entry['anchor']}$"))
    expect(page.locator(f"#{entry['anchor']}")).to_be_in_viewport()
    expect(page.locator("figure[aria-labelledby^=infographic]").first).to_be_visible()
    page.locator("a.mention").first.click()
    expect(page).to_have_url(re.compile("/products/"))
    handle = page.url.rstrip("/").rpartition("/")[2]
    _finds_it_on_the_product_page(page, site, article, handle)


def _finds_it_on_the_product_page(page: Page, site: DemoSite, article: dict, handle: str) -> None:
    """The product's page names the article and leads to a section that is there; the shop is told the same."""
    page.goto(f"{site.url}/products/{handle}/")
    link = page.get_by_role("complementary").locator(f'a[href^="{article["url"]}"]').first
    address = link.get_attribute("href") or ""
    told = page.request.get(f"{site.url}/api/v1/products/{handle}/related-articles/?limit=50").json()
    sections = [item["section"]["url"] for item in told["articles"] if item["section"]]
    assert f"{site.url}{address}" in sections
    link.click()
    expect(page.locator(f"#{address.partition('#')[2]}")).to_be_in_viewport()
