"""A shop developer chooses a product, sees its list and takes the code along."""

from playwright.sync_api import Page, expect

from qnwellness.tests.browser.demo_site import DemoSite


def test_a_product_is_chosen_and_its_code_copied(watched_page: Page, demo_site: DemoSite) -> None:
    page = watched_page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{demo_site.url}/embed/")
    expect(page.locator("related-articles").get_by_role("link").first).to_be_visible()
    page.get_by_label("Product: handle, SKU or GTIN").fill("golden-root")
    page.get_by_label("Heading", exact=True).fill("Read on")
    page.get_by_role("button", name="Show it").click()
    expect(page.get_by_role("heading", name="Read on")).to_be_visible()
    page.get_by_role("button", name="Copy").nth(1).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    code = page.evaluate("() => navigator.clipboard.readText()")
    assert (
        code.splitlines()[1]
        == '<related-articles product="golden-root" heading="Read on"></related-articles>'
    )
