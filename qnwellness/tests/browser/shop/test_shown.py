"""The list in the shop as its customers meet it: on any screen, by keyboard, without scripts, going back and forth."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserType, Page, expect

from ..chromium import QUIET
from ..demo_site import DemoSite
from .our_site import api, article, of, our_site
from .pages import FALLBACK, element, fragment, page, parts, script, shop, stylesheet
from .server import Server
from .visit import Visit

PRODUCTS = ("tonic", "salve", "balm", "leaf")
LISTS = {api(name): of(*(article(number) for number in range(1, 13))) for name in PRODUCTS}
FOCUSED = """() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  return one?.href ?? "";
}"""


@pytest.fixture
def ours() -> Iterator[Server]:
    """Yield our site as it should be."""
    with our_site(dict(LISTS)) as server:
        yield server


def test_twenty_elements_make_one_request_a_product(ours: Server, visiting: Callable[..., Visit]) -> None:
    twenty = [element(PRODUCTS[number % 4], limit=1 + number % 7) for number in range(20)]
    with shop({"/": page(parts(*twenty), script(ours.url))}, ours.host) as store:
        visit = visiting(store.url, ours.host, viewport={"width": 1440, "height": 900})
        visit.wait_for_script()
        visit.scroll()
        visit.wait_for(20, "load")
        asked = Counter(path.partition("?")[0] for path in ours.asked if path.startswith("/api/"))
        assert asked == {api(name): 1 for name in PRODUCTS}
        assert visit.wrong() == []


@pytest.mark.parametrize("width", [390, 1440])
def test_a_list_in_view_moves_nothing_around_it(
    ours: Server, visiting: Callable[..., Visit], width: int
) -> None:
    """A list beside the shop's words, in view from the start; below it nothing stands that could move."""
    beside = (
        f'<div class="columns"><p data-shop>{"Words. " * 1500}</p><aside>{element(inside="")}</aside></div>'
    )
    with shop({"/": page(beside, script(ours.url))}, ours.host) as store:
        visit = visiting(store.url, ours.host, viewport={"width": width, "height": 700})
        visit.wait_for_script()
        visit.scroll()
        visit.wait_for(1, "load")
        visit.settle()
        assert visit.wrong() == []


def test_fewer_articles_than_there_is_space_for_move_nothing(visiting: Callable[..., Visit]) -> None:
    few = {
        api(name): of(*(article(number) for number in range(count))) for count, name in enumerate(PRODUCTS)
    }
    late = {path: replace(answer, after=0.2) for path, answer in few.items()}
    with our_site(late) as ours:
        main = parts(*(element(name, limit=6) for name in PRODUCTS))
        with shop({"/": page(main, script(ours.url))}, ours.host) as store:
            visit = visiting(store.url, ours.host)
            visit.wait_for_script()
            visit.scroll()
            visit.wait_for(4, "load", "empty")
            visit.scroll()
            visit.settle()
            assert visit.wrong() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_way_is_accessible(
    demo_site: DemoSite, visiting: Callable[..., Visit], axe: Callable[..., list[str]], scheme: str
) -> None:
    host = urlsplit(demo_site.url).netloc
    ways = (
        element("bone-essential"),
        element("no-such-product"),
        fragment(demo_site.url, "bone-essential"),
    )
    head = script(demo_site.url) + stylesheet(demo_site.url)
    pages = {"/": page(parts(*ways), head), "/why": page(element("no-such-product", debug=""), head)}
    with shop(pages, host, styled=True) as store:
        visit = visiting(store.url, host, color_scheme=scheme)
        visit.wait_for_script()
        visit.scroll()
        visit.wait_for(2, "load", "error")
        assert len(visit.noted("load")) == 1
        assert visit.wrong() == []
        for width in (390, 1440):
            visit.page.set_viewport_size({"width": width, "height": 900})
            visit.scroll()
            assert axe(visit.page) == []
            assert visit.page.evaluate("document.documentElement.scrollWidth") == width
        visit.page.goto(f"{store.url}/why")
        expect(visit.page.get_by_text("No product has this key.")).to_be_visible()
        assert axe(visit.page) == []


def test_the_keyboard_reaches_each_link_once(ours: Server, visiting: Callable[..., Visit]) -> None:
    main = element("tonic") + element("nothing-of-this-name") + element("salve", limit=2)
    with shop({"/": page(main, script(ours.url))}, ours.host) as store:
        visit = visiting(store.url, ours.host, viewport={"width": 1440, "height": 2000})
        visit.wait_for(3, "load", "error")
        links = [f"https://our-site.example/blog/article-{number}/#section" for number in (1, 2, 3, 1, 2)]
        shops = [f"{store.url}{path}" for path in ("/", "/advice", "/where")]
        reached = []
        for _press in range(len(links) + len(shops)):
            visit.page.keyboard.press("Tab")
            reached.append(visit.page.evaluate(FOCUSED))
        assert reached == [shops[0], *links[:3], shops[1], *links[3:], shops[2]]
        visit.page.keyboard.press("Shift+Tab")
        assert visit.page.evaluate(FOCUSED) == links[-1]


def test_without_scripts_the_shops_own_words_stand(ours: Server, visiting: Callable[..., Visit]) -> None:
    pages = {"/": page(parts(element()), script(ours.url)), "/without": page(parts(FALLBACK))}
    with shop(pages, ours.host) as store:
        visits = [
            visiting(f"{store.url}{path}", ours.host, java_script_enabled=False) for path in ("/", "/without")
        ]
        texts = [visit.page.locator("body").inner_text() for visit in visits]
        assert texts[0] == texts[1]
        assert visits[0].page.get_by_role("link", name="advisers").is_visible()
        assert visits[0].requests == [f"{store.url}/", f"{store.url}/shop.css"]


def test_a_page_that_closes_while_it_loads_says_nothing(visiting: Callable[..., Visit]) -> None:
    slow = {api("tonic"): of(article(), after=2)}
    with our_site(slow) as ours:
        pages = {"/": page(element() * 3, script(ours.url)), "/next": page("")}
        with shop(pages, ours.host) as store:
            closed, left, emptied = (visiting(store.url, ours.host) for _visit in range(3))
            for visit in (closed, left, emptied):
                visit.page.wait_for_function("() => performance.getEntriesByType('resource').length > 1")
                visit.wait_for_script()
                visit.settle()
            closed.page.close(run_before_unload=True)
            left.page.goto(f"{store.url}/next")
            emptied.page.evaluate(
                "document.querySelectorAll('related-articles').forEach((one) => one.remove())"
            )
            emptied.page.wait_for_timeout(2500)
            assert [visit.faults for visit in (closed, left, emptied)] == [[], [], []]
            assert emptied.refused() == []
            assert emptied.noted("load") == []
            emptied.page.evaluate(
                "document.querySelector('main').append(document.createElement('related-articles'))"
            )
            expect(emptied.page.locator("related-articles")).to_have_count(1)


@pytest.fixture
def page_that_may_be_kept(browser_type: BrowserType, chromium_path: str) -> Iterator[Page]:
    """Yield a page of a browser that keeps pages one goes back to, as those of customers do."""
    browser = browser_type.launch(
        executable_path=chromium_path, args=QUIET, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield browser.new_page(viewport={"width": 1440, "height": 2000})
    browser.close()


def test_going_back_shows_the_list_as_it_was(ours: Server, page_that_may_be_kept: Page) -> None:
    pages = {"/": page(element(), script(ours.url)), "/next": page("")}
    with shop(pages, ours.host) as store:
        visit = Visit(page_that_may_be_kept, {ours.host, urlsplit(store.url).netloc})
        visit.page.goto(store.url)
        visit.wait_for(1, "load")
        visit.page.evaluate("addEventListener('pageshow', (event) => { window.kept = event.persisted })")
        visit.page.goto(f"{store.url}/next")
        visit.page.evaluate("history.back()")
        expect(visit.page.get_by_role("link", name="Article 2")).to_be_visible()
        kept: Any = visit.page.evaluate("[window.kept, noted.load.length]")
        assert kept == [True, 1]
        assert len([path for path in ours.asked if path.startswith("/api/")]) == 1
        assert visit.refused() == []
