"""A catalogue is brought in by hand: its plan is read, it is applied while one watches, and its report is read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .demo_site import DemoSite

HEADER = "Handle,Title,Variant Price\n"
EDIT = """
from products.models import ProductPage
page = ProductPage.objects.get(handle="{handle}")
page.title = "{title}"
page.save_revision().publish()
"""


@pytest.fixture
def screen(demo_site: DemoSite, watched_page: Page) -> Page:
    """Return the screen, as somebody who keeps the catalogue sees it."""
    demo_site.log_in(watched_page, "catalogue")
    menu = watched_page.get_by_role("navigation", name="Main menu")
    menu.get_by_role("link", name="Catalogue", exact=True).click()
    expect(watched_page.get_by_role("heading", name="Bring a file in")).to_be_visible()
    return watched_page


def hand_in(page: Page, rows: list[str], name: str) -> None:
    """Choose a file and ask what it would change, by keyboard."""
    data = (HEADER + "\n".join(rows) + "\n").encode()
    page.locator("[name=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": data})
    button = page.get_by_role("button", name="See what it would change")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing has been written yet")).to_be_visible()


def test_a_long_file_goes_in_while_its_progress_is_told(screen: Page, axe: Callable[..., list[str]]) -> None:
    assert axe(screen, {"include": [".catalogue"]}) == []
    hand_in(screen, [f"pill-{n},Pill {n},{n}.50" for n in range(1, 151)], "pills.csv")
    expect(screen.locator(".catalogue-filters")).to_contain_text("to create 150")
    assert axe(screen, {"include": [".catalogue"]}) == []
    screen.get_by_role("link", name="Next").click()
    expect(screen.locator(".catalogue-line").first).to_contain_text("Pill 51")
    screen.get_by_role("button", name="Apply it").click()
    # The script goes on by itself, and shows the report once all is done: on another page, which alone has this link.
    expect(screen.get_by_role("link", name="Download the report")).to_be_visible(timeout=60_000)
    expect(screen.locator(".catalogue__lead")).to_contain_text("150 created")
    assert axe(screen, {"include": [".catalogue"]}) == []
    with screen.expect_download() as report:
        screen.get_by_role("link", name="Download the report").click()
    assert report.value.suggested_filename.endswith(".xlsx")
    screen.get_by_role("link", name="Pill 1", exact=True).click()
    expect(screen.locator("[name=title]")).to_have_value("Pill 1")


def test_a_conflict_shows_both_values_and_ours_stays(screen: Page, demo_site: DemoSite) -> None:
    hand_in(screen, ["balm,Balm,5.00"], "first.csv")
    screen.get_by_role("button", name="Apply it").click()
    expect(screen.locator(".catalogue__lead")).to_contain_text("1 created")
    demo_site.manage("shell", "--verbosity", "0", "-c", EDIT.format(handle="balm", title="Our balm"))
    screen.goto(f"{demo_site.url}/admin/catalogue/")
    hand_in(screen, ["balm,Their balm,6.00"], "second.csv")
    screen.get_by_role("link", name="in conflict").click()
    row = screen.locator(".catalogue-changes tr", has_text="Our balm")
    expect(row).to_contain_text("Their balm")
    expect(row).to_contain_text("what is here stays")
    expect(screen.locator(".catalogue-changes tr", has_text="price")).to_contain_text("6.00")
    screen.get_by_role("button", name="Apply it").click()
    expect(screen.locator(".catalogue__lead")).to_contain_text("done, look at it")
    screen.goto(f"{demo_site.url}/admin/catalogue/")
    expect(screen.locator(".catalogue-history")).to_contain_text("second.csv")


def test_it_fits_on_a_phone(screen: Page) -> None:
    screen.set_viewport_size({"width": 390, "height": 800})
    hand_in(screen, ["salve,Salve,5.00"], f"{'long-name-' * 12}.csv")
    width = screen.evaluate("document.querySelector('.catalogue').scrollWidth")
    assert width <= 390
    screen.get_by_role("button", name="Leave it").click()
    expect(screen.locator(".messages")).to_contain_text("nothing was written")
