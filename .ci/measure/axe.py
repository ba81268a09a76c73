"""axe: what hinders readers with a disability, on phones and desktops, in the light and the dark scheme."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from qnwellness.tests.browser.chromium import QUIET

WIDTHS = (390, 1440)
SCHEMES = ("light", "dark")


def violations(addresses: dict[str, str], chromium: str) -> dict[str, list[str]]:
    """Return the violations of each named page, each in one line."""
    checker, found = Axe(), {name: [] for name in addresses}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        for scheme in SCHEMES:
            page = browser.new_page(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                for name, address in addresses.items():
                    page.goto(address)
                    said = checker.run(page).response["violations"]
                    found[name] += [f"{scheme}, {width} px: {line}" for line in _lines(said)]
        browser.close()
    return found


def _lines(said: list[dict]):
    for item in said:
        for node in item["nodes"]:
            yield f"{item['id']} ({item['impact']}): {item['help']}: {node['target']}"
