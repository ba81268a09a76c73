"""The panels of an infographic as a browser lays them out."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .demo_site import DemoSite

MAKE = """
import json
from django.core.serializers.json import DjangoJSONEncoder
from blog.infographics.panels import PANELS
from blog.tests.factories import block, infographic, line, make_article
panels = [
    block(name, json.loads(json.dumps(panel.get_prep_value(panel.get_preview_value()), cls=DjangoJSONEncoder)))
    for name, panel in PANELS
]
typed = [("Recommended", "600", "800"), ("Often sold", "1000", "5000"), ("Upper level", "4000", None)]
items = [block("item", {"label": label, "low": low, "high": high, "fact": None}) for label, low, high in typed]
wide = block("bars", {"title": "A day", "unit": "IU", "bars": items, "note": line("Adults.")})
article = make_article(infographic(*panels), infographic(wide), title="Every panel")
print(json.dumps(article.get_url()))
"""
SIZES = [320, 390, 820, 1440]


@pytest.fixture(scope="module")
def article(demo_site: DemoSite) -> str:
    """Return the address of an article with every panel."""
    printed = demo_site.manage("shell", "--verbosity", "0", "-c", MAKE)
    return demo_site.url + json.loads(printed.strip().splitlines()[-1])


def opened(page: Page, address: str, width: int) -> Page:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    return page


def box(element: Locator) -> dict[str, float]:
    found = element.bounding_box()
    assert found
    return found


def ends(bar: Locator, axis: dict[str, float], part: str) -> tuple[float, float]:
    """Return where a part of a bar begins and ends, as shares of the axis."""
    drawn = box(bar.locator(f"rect[data-{part}]"))
    return (drawn["x"] - axis["x"]) / axis["width"], (drawn["x"] + drawn["width"] - axis["x"]) / axis["width"]


@pytest.mark.parametrize("width", SIZES)
def test_bars_reach_as_far_as_their_values_and_marks_stand_below_them(
    watched_page: Page, article: str, width: int
) -> None:
    panel = opened(watched_page, article, width).locator(".panel--bars").last
    bars = panel.locator("dd svg")
    for bar, (low, high) in zip(bars.all(), [(600, 800), (1000, 5000), (4000, None)], strict=True):
        axis = box(bar)
        assert ends(bar, axis, "low") == pytest.approx((0, low / 5000), abs=0.005)
        if high:
            assert ends(bar, axis, "range") == pytest.approx((low / 5000, high / 5000), abs=0.005)
    axis = box(bars.first)
    assert {round(box(bar)["x"]) for bar in bars.all()} == {round(axis["x"])}
    marks = panel.locator(".bars__axis li")
    for number, mark in enumerate(marks.all()):
        middle = mark.evaluate(
            "(li) => { const r = document.createRange(); r.selectNodeContents(li);"
            " const b = r.getBoundingClientRect(); return b.x + b.width / 2 }"
        )
        assert middle == pytest.approx(axis["x"] + axis["width"] * number / 5, abs=1.5)
    expect(marks).to_have_text(["0", "1,000", "2,000", "3,000", "4,000", "5,000"])


@pytest.mark.parametrize("width", SIZES)
def test_no_panel_is_wider_than_the_window(watched_page: Page, article: str, width: int) -> None:
    page = opened(watched_page, article, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for panel in page.locator(".panel").all():
        assert panel.evaluate("(panel) => panel.scrollWidth <= panel.clientWidth"), panel.text_content()


@pytest.mark.parametrize("width", [390, 1440])
def test_panels_are_read_in_the_order_in_which_they_are_seen(
    watched_page: Page, article: str, width: int
) -> None:
    page = opened(watched_page, article, width)
    for parts in (".infographic__panels > .panel", ".panel--steps li", ".checklist li", ".bars dt"):
        places = [box(part) for part in page.locator(parts).all()]
        seen = sorted(range(len(places)), key=lambda at: (round(places[at]["y"] / 20), places[at]["x"]))
        if parts == ".checklist li":
            # Two lists may stand side by side: each is read from its top to its end.
            seen = sorted(range(len(places)), key=lambda at: (places[at]["x"], places[at]["y"]))
        assert seen == list(range(len(places))), parts


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_panel_is_accessible(
    watched_page: Page, article: str, axe: Callable[..., list[str]], width: int, scheme: str
) -> None:
    watched_page.emulate_media(color_scheme=scheme)
    assert axe(opened(watched_page, article, width)) == []


def test_bars_are_seen_in_the_colours_a_reader_forces(watched_page: Page, article: str) -> None:
    watched_page.emulate_media(forced_colors="active")
    bar = opened(watched_page, article, 390).locator(".bars dd svg").first
    colours = bar.evaluate(
        "(bar) => [getComputedStyle(bar.querySelector('[data-low]')).fill, getComputedStyle(document.body).color]"
    )
    assert colours[0] == colours[1]


def test_a_table_stays_a_table_and_can_be_scrolled_by_keyboard(watched_page: Page, article: str) -> None:
    page = opened(watched_page, article, 320)
    region = page.get_by_role("region", name="D2 and D3")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    expect(region.get_by_role("rowheader")).to_have_count(2)
    expect(region.get_by_role("columnheader")).to_have_count(2)
