"""The keeper of the catalogue tries to delete a product that an article shows, and replaces it instead."""

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from .demo_site import DemoSite

MAKE = """
import json
from blog.tests.factories import callout, heading, make_article, mention, text
from products.tests.factories import make_product
old = make_product("Pine Tonic", "pine-tonic", price=20)
new = make_product("Pine Tonic Plus", "pine-tonic-plus", sku="PTP-1", price=24)
make_article(heading("Breath"), text(f"<p>Some take {mention(old)} at dawn.</p>"), callout(old), title="Easy breath")
print(json.dumps({"old": old.pk, "new": new.pk}))
"""


def test_a_product_in_use_is_replaced_instead_of_deleted(
    demo_site: DemoSite, watched_page: Page, axe: Callable
) -> None:
    page = watched_page
    made = json.loads(demo_site.manage("shell", "--verbosity", "0", "-c", MAKE).strip().splitlines()[-1])
    demo_site.log_in(page, "catalogue")
    page.goto(f"{demo_site.url}/admin/pages/{made['old']}/delete/")
    main = page.get_by_role("main")
    expect(main).to_contain_text("It is not deleted: it is in use. 1 article shows it")
    expect(main).to_contain_text("Some take Pine Tonic at dawn.")
    assert axe(page) == []

    chooser = page.get_by_role("button", name="Choose a product")
    page.get_by_label("Discontinue it").check()
    expect(chooser).to_be_hidden()
    page.get_by_label("Replace it by another product").check()
    chooser.click()
    dialog = page.get_by_role("dialog", name="Choose a product")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("ptp-1")
    expect(dialog.locator(".product-choice a")).to_have_text(["Pine Tonic Plus"])
    dialog.locator(".product-choice a").click()
    expect(page.locator(".product-chooser")).to_contain_text("Pine Tonic Plus")
    page.get_by_role("button", name="See what readers will see").click()
    expect(main).to_contain_text(
        "“Pine Tonic Plus” (S$\u00a024.00 · In stock), which takes the place of “Pine Tonic”."
    )
    assert axe(page) == []
    page.get_by_role("button", name="Replace it by “Pine Tonic Plus” now").click()
    expect(page.locator(".messages .success")).to_contain_text("takes its place, in 1 article at once.")

    page.goto(f"{demo_site.url}/blog/easy-breath/")
    expect(page.get_by_role("main")).to_contain_text("Pine Tonic Plus")
    links = page.locator("main a[href*='/products/pine-tonic-plus/']")
    expect(links.first).to_be_visible()
    expect(page.locator("main a[href$='/products/pine-tonic/']")).to_have_count(0)
