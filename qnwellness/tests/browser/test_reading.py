"""A long article, as readers find their way through it."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .demo_site import DemoSite
from .watch import Watch

MAKE = """
import json
from blog.models import ArticleAnchor
from blog.tests.factories import block, heading, make_article, text
words = text("<p>" + "Bone looks still and is not. " * 60 + "</p>")
renamed = heading("Food first")
points = [block("item", f"<p>Point {number}.</p>") for number in range(3)]
columns = [{"type": "text", "heading": f"Column {number}"} for number in range(8)]
rows = [{"values": [f"Longish cell {number}" for number in range(8)]}] * 3
article = make_article(
    block("key_points", {"points": points}),
    heading("A beginning"), words, heading("A part of it", "3"), words,
    heading("The middle"), words, renamed, words,
    block("table", {"first_column_is_header": True, "table": {"caption": "Wide", "columns": columns, "rows": rows}}),
    block("question", {"question": "Why?", "answer": "<p>Because.</p>"}),
    block("video", {"address": "https://youtu.be/dQw4w9WgXcQ", "title": "From skin to bone", "length": "4:32"}),
    heading("Short one"), text("<p>Few words.</p>"), heading("Short two"), text("<p>Few words.</p>"),
    heading("The end"), text("<p>Few words.</p>"),
    title="Reading a long article", standfirst="What helps a reader to find the way.",
)
ArticleAnchor.objects.create(article=article, block_id=renamed["id"], anchor="eat-first", is_current=False)
print(json.dumps(article.get_url()))
"""
WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamter"
MAKE_ODD = """
import json
from blog.tests.factories import block, heading, make_article, text
few, words = text("<p>Few words.</p>"), text("<p>" + "Bone looks still and is not. " * 30 + "</p>")
word = "WORD"
odd = {
    "many": make_article(*[one for n in range(40) for one in (heading(f"Section {n}"), words)], title="Many sections"),
    "wordy": make_article(
        heading(word), words, heading(f"The {word}", "3"), words, title=word, standfirst=f"On the {word}."
    ),
    "arabic": make_article(
        heading("فيتامين"), text("<p>فيتامين (K2).</p>"), title="فيتامين د (K2)", standfirst="كل يوم."
    ),
    "short": make_article(
        heading("One"), few, heading("Two"), few, heading("Three"), text("<p>Few words.</p>" * 9), title="Short"
    ),
}
print(json.dumps({name: article.get_url() for name, article in odd.items()}))
""".replace("WORD", WORD)
LAYOUT_SHIFT = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
# What a reader sees at the first letters of an element is the element itself, below any bar.
UNCOVERED = """(element) => {
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + 5, box.y + box.height / 2);
  return box.y >= 0 && box.bottom <= innerHeight && Boolean(top) && (element === top || element.contains(top));
}"""
# The page asked for the script of the contents list by itself.
FETCHED = """() => {
  const { href } = new URL(document.querySelector("[data-contents]").dataset.script, location.href);
  return performance.getEntriesByName(href).length > 0;
}"""
PHONE, WIDE = {"width": 390, "height": 844}, {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def article(demo_site: DemoSite) -> str:
    """Return the address of an article of these tests' own."""
    printed = demo_site.manage("shell", "--verbosity", "0", "-c", MAKE)
    return demo_site.url + json.loads(printed.strip().splitlines()[-1])


@pytest.fixture(scope="module")
def odd(demo_site: DemoSite) -> dict[str, str]:
    """Return the addresses of articles with many sections, with a word longer than a line, and hardly a page long."""
    printed = demo_site.manage("shell", "--verbosity", "0", "-c", MAKE_ODD)
    addresses = json.loads(printed.strip().splitlines()[-1])
    return {name: demo_site.url + address for name, address in addresses.items()}


@pytest.fixture
def phone(watched_page: Page, article: str) -> Page:
    """Return the article on a phone."""
    return opened(watched_page, article, PHONE)


@pytest.fixture
def wide(watched_page: Page, article: str) -> Page:
    """Return the article on a wide screen."""
    return opened(watched_page, article, WIDE)


def opened(page: Page, url: str, size: dict[str, Any]) -> Page:
    """Open a page in a window of a size, without waiting for anything to glide."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size(size)
    page.goto(url)
    return page


def contents(page: Page) -> Locator:
    return page.get_by_role("navigation", name="On this page")


def open_contents(page: Page) -> None:
    """Open the contents list by keyboard, and wait until the script that comes with it is there."""
    contents(page).locator("summary").press("Enter")
    page.wait_for_function(FETCHED)
    page.evaluate("() => import(document.querySelector('[data-contents]').dataset.script)")


def heading(page: Page, name: str) -> Locator:
    return page.locator(".article__body").get_by_role("heading", name=name, exact=True)


def expect_uncovered(place: Locator) -> None:
    """Wait until a place is in sight and nothing lies on it."""
    place.page.wait_for_function(UNCOVERED, arg=place.element_handle())


def scroll_to(page: Page, y: float) -> None:
    page.evaluate("(y) => scrollTo({ top: y, behavior: 'instant' })", y)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def sections_met(page: Page) -> list[str]:
    """Scroll from the top to the end in small steps and return the sections that were current, in order."""
    met: list[str] = []
    height = page.evaluate("document.documentElement.scrollHeight - innerHeight")
    for y in [*range(0, height, 40), height]:
        scroll_to(page, y)
        current = contents(page).locator("[aria-current=location]")
        name = current.inner_text() if current.count() else ""
        if name and (not met or met[-1] != name):
            met.append(name)
    return met


ENTRIES = ["A beginning", "A part of it", "The middle", "Food first", "Short one", "Short two", "The end"]


class TestTheRail:
    def test_is_followed_by_keyboard_and_takes_the_focus_along(self, wide: Page) -> None:
        contents(wide).get_by_role("link", name="A beginning").focus()
        wide.keyboard.press("Tab")
        expect(contents(wide).get_by_role("link", name="A part of it")).to_be_focused()
        wide.keyboard.press("Enter")
        expect(heading(wide, "A part of it")).to_be_focused()
        expect_uncovered(heading(wide, "A part of it"))
        wide.keyboard.press("Tab")
        expect(wide.get_by_role("link", name="Link to this section: A part of it")).to_be_focused()

    def test_marks_every_section_in_turn_also_short_last_ones(self, wide: Page) -> None:
        assert sections_met(wide) == ENTRIES

    @pytest.mark.parametrize("name", ["Short one", "Short two", "The end"])
    def test_marks_the_section_that_was_chosen_though_it_cannot_reach_the_top(
        self, wide: Page, name: str
    ) -> None:
        contents(wide).get_by_role("link", name=name).click()
        expect(contents(wide).locator("[aria-current=location]")).to_have_text(name)

    def test_marks_another_section_once_the_reader_moves_on_by_whatever_means(self, wide: Page) -> None:
        current = contents(wide).locator("[aria-current=location]")
        contents(wide).get_by_role("link", name="The end").click()
        expect(current).to_have_text("The end")
        heading(wide, "The middle").evaluate("(it) => it.scrollIntoView({ behavior: 'instant' })")
        expect(current).to_have_text("The middle")

    def test_marks_nothing_yet_at_the_top_of_a_page_that_nearly_fits(
        self, watched_page: Page, odd: dict[str, str]
    ) -> None:
        page = opened(watched_page, odd["short"], {"width": 1440, "height": 844})
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": 1440, "height": height - 30})
        scroll_to(page, 0)
        expect(contents(page).locator("[aria-current]")).to_have_count(0)
        scroll_to(page, 30)
        expect(contents(page).locator("[aria-current]")).to_have_text("Three")

    def test_is_accessible_when_it_is_taller_than_the_window(
        self, watched_page: Page, odd: dict[str, str], axe: Callable[..., list[str]]
    ) -> None:
        page = opened(watched_page, odd["many"], WIDE)
        rail = contents(page)
        assert rail.evaluate("(it) => it.scrollHeight > it.clientHeight")
        assert axe(page) == []
        page.set_viewport_size(PHONE)
        expect(rail.locator("details")).not_to_have_attribute("open", "")

    def test_stays_in_sight_while_one_reads(self, wide: Page) -> None:
        scroll_to(wide, 2000)
        expect(contents(wide).get_by_role("link", name="The middle")).to_be_in_viewport()

    def test_scrolls_away_on_a_low_screen(self, watched_page: Page, article: str) -> None:
        low = opened(watched_page, article, {"width": 1280, "height": 400})
        scroll_to(low, 2000)
        expect(contents(low)).not_to_be_in_viewport()


class TestTheBar:
    def test_names_the_section_being_read(self, phone: Page) -> None:
        bar = contents(phone).locator("summary")
        expect(bar).to_have_text("On this page")
        heading(phone, "The middle").evaluate("(it) => it.scrollIntoView({ behavior: 'instant' })")
        expect(bar).to_have_text("The middle")
        expect(bar).to_be_in_viewport()

    def test_opens_the_list_and_closes_it_after_a_choice(self, phone: Page) -> None:
        scroll_to(phone, 3000)
        contents(phone).locator("summary").click()
        contents(phone).get_by_role("link", name="Food first").click()
        expect(contents(phone).locator("ol").first).to_be_hidden()
        expect(heading(phone, "Food first")).to_be_focused()
        expect_uncovered(heading(phone, "Food first"))

    def test_shows_the_end_of_a_long_list_to_who_opens_it_before_it_stays_at_the_top(
        self, watched_page: Page, odd: dict[str, str]
    ) -> None:
        page = opened(watched_page, odd["many"], PHONE)
        contents(page).locator("summary").click()
        first = contents(page).get_by_role("link", name="Section 0", exact=True).bounding_box()
        page.mouse.move(first["x"] + 5, first["y"] + 5)
        for _ in range(40):
            page.mouse.wheel(0, 100)
            page.wait_for_timeout(20)
        expect_uncovered(contents(page).get_by_role("link", name="Section 39", exact=True))

    def test_closes_by_escape_and_gives_the_focus_back(self, phone: Page) -> None:
        open_contents(phone)
        phone.keyboard.press("Tab")
        expect(contents(phone).get_by_role("link", name="A beginning")).to_be_focused()
        phone.keyboard.press("Escape")
        expect(contents(phone).locator("summary")).to_be_focused()
        expect(contents(phone).get_by_role("link", name="A beginning")).to_be_hidden()

    def test_closes_by_a_press_beside_it(self, phone: Page) -> None:
        open_contents(phone)
        expect(contents(phone).locator("details")).to_have_attribute("open", "")
        phone.get_by_role("heading", level=1).click()
        expect(contents(phone).locator("details")).not_to_have_attribute("open", "")

    def test_hides_no_heading_one_comes_to(self, phone: Page) -> None:
        for name in ENTRIES:
            contents(phone).locator("summary").click()
            contents(phone).get_by_role("link", name=name).click()
            expect_uncovered(heading(phone, name))

    def test_hides_nothing_that_takes_the_focus(self, phone: Page) -> None:
        phone.get_by_role("link", name="Link to this section: The end").focus()
        for name in reversed(ENTRIES[:-1]):
            link = phone.get_by_role("link", name=f"Link to this section: {name}")
            while not link.evaluate("(it) => it === document.activeElement"):
                phone.keyboard.press("Shift+Tab")
            expect_uncovered(link)

    def test_scrolls_away_on_a_telephone_held_sideways(self, watched_page: Page, article: str) -> None:
        low = opened(watched_page, article, {"width": 844, "height": 390})
        scroll_to(low, 3000)
        expect(contents(low)).not_to_be_in_viewport()


@pytest.mark.parametrize(
    "size", [PHONE, {"width": 820, "height": 1180}, WIDE], ids=lambda size: size["width"]
)
class TestArriving:
    @pytest.mark.parametrize("anchor", ["food-first", "eat-first"])
    def test_by_any_address_a_section_ever_had_marks_it(
        self, watched_page: Page, article: str, size: dict[str, int], anchor: str
    ) -> None:
        page = opened(watched_page, f"{article}#{anchor}", size)
        expect_uncovered(heading(page, "Food first"))
        expect(heading(page, "Food first")).to_have_css("animation-name", "arrived")
        expect(contents(page).locator("[aria-current=location]")).to_have_text("Food first")
        expect(heading(page, "The middle")).to_have_css("animation-name", "none")

    def test_by_an_address_that_cannot_be_decoded_breaks_nothing(
        self, watched_page: Page, article: str, size: dict[str, int]
    ) -> None:
        page = opened(watched_page, f"{article}#100%-x", size)
        heading(page, "The middle").evaluate("(it) => it.scrollIntoView({ behavior: 'instant' })")
        expect(contents(page).locator("[aria-current=location]")).to_have_text("The middle")

    def test_nothing_moves_while_the_page_is_read(
        self, watched_page: Page, article: str, size: dict[str, int]
    ) -> None:
        watched_page.add_init_script(LAYOUT_SHIFT)
        page = opened(watched_page, article, size)
        page.wait_for_load_state("networkidle")
        for y in range(0, page.evaluate("document.documentElement.scrollHeight"), 400):
            scroll_to(page, y)
        assert page.evaluate("window.shifted") <= 0.01


@pytest.fixture(params=[PHONE, WIDE], ids=lambda size: size["width"])
def scriptless(browser: Browser, article: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Yield the article in a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, viewport=request.param)
    page = context.new_page()
    page.goto(article)
    yield page
    context.close()


class TestWithoutScript:
    def test_the_list_leads_everywhere(self, scriptless: Page) -> None:
        summary = contents(scriptless).locator("summary")
        if summary.is_visible():
            expect(summary).to_have_text("On this page")
            summary.click()
        contents(scriptless).get_by_role("link", name="Food first").click()
        expect(heading(scriptless, "Food first")).to_be_in_viewport()

    def test_a_heading_has_a_link_and_a_video_its_address(self, scriptless: Page) -> None:
        expect(scriptless.get_by_role("link", name="Link to this section: The middle")).to_have_attribute(
            "href", "#the-middle"
        )
        expect(scriptless.get_by_role("button", name="Play the video")).to_have_count(0)
        expect(scriptless.get_by_role("link", name="Watch it on YouTube")).to_be_visible()


class TestTheLinkOfAHeading:
    def test_copies_the_full_address_and_says_so(self, wide: Page, article: str) -> None:
        wide.context.grant_permissions(["clipboard-read", "clipboard-write"])
        heading(wide, "The middle").hover()
        wide.get_by_role("link", name="Link to this section: The middle").click()
        expect(wide.get_by_role("status")).to_have_text("Link copied")
        assert wide.evaluate("navigator.clipboard.readText()") == f"{article}#the-middle"
        assert wide.url == f"{article}#the-middle"

    def test_leads_to_the_heading_where_copying_is_refused(self, wide: Page, article: str) -> None:
        wide.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }")
        wide.get_by_role("link", name="Link to this section: The middle").press("Enter")
        wide.wait_for_url(f"{article}#the-middle")
        expect_uncovered(heading(wide, "The middle"))

    def test_shows_when_it_is_wanted(self, wide: Page) -> None:
        link = wide.get_by_role("link", name="Link to this section: The middle")
        expect(link).to_have_css("opacity", "0")
        heading(wide, "The middle").hover()
        expect(link).to_have_css("opacity", "1")


def test_a_video_contacts_nobody_until_it_is_played(demo_site: DemoSite, wide: Page, watch: Watch) -> None:
    wide.route("https://www.youtube-nocookie.com/**", lambda route: route.fulfill(body="A player"))
    wide.get_by_role("button", name="Play the video: From skin to bone").scroll_into_view_if_needed()
    wide.wait_for_load_state("networkidle")
    assert watch.complaints == []
    watch.expect("third party: https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?")
    wide.get_by_role("button", name="Play the video: From skin to bone").press("Enter")
    player = wide.locator("iframe[title='From skin to bone']")
    expect(player).to_be_focused()
    expect(player.content_frame.locator("body")).to_have_text("A player")


def test_the_first_points_stand_on_the_first_screen_of_a_telephone(
    demo_site: DemoSite, watched_page: Page, article: str
) -> None:
    page = opened(watched_page, article, PHONE)
    assert page.locator(".key-points h2").bounding_box()["y"] < PHONE["height"] - 100


@pytest.mark.parametrize("width", [390, 820, 1100, 1280, 1440, 1920])
def test_title_and_text_share_their_left_edge(watched_page: Page, article: str, width: int) -> None:
    page = opened(watched_page, article, {"width": width, "height": 900})
    edges = [
        page.locator(place).first.bounding_box()["x"] for place in (".article h1", ".article__body > .prose")
    ]
    assert edges[0] == pytest.approx(edges[1], abs=1)


@pytest.mark.parametrize("width", [320, 1280, 1920])
def test_nothing_is_wider_than_the_window(watched_page: Page, article: str, width: int) -> None:
    page = opened(watched_page, article, {"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 390])
def test_a_word_longer_than_a_line_makes_no_page_wider_than_the_window(
    demo_site: DemoSite, watched_page: Page, odd: dict[str, str], width: int
) -> None:
    for address in (odd["wordy"], f"{demo_site.url}/blog/", f"{demo_site.url}/search/?q={WORD}"):
        page = opened(watched_page, address, {"width": width, "height": 844})
        expect(page.get_by_role("heading", name=WORD).first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_words_run_in_their_own_direction(watched_page: Page, odd: dict[str, str], article: str) -> None:
    for address, direction in ((odd["arabic"], "rtl"), (article, "ltr")):
        page = opened(watched_page, address, PHONE)
        for place in ("h1", ".standfirst", ".heading h2", ".article__body > .prose"):
            expect(page.locator(place).first).to_have_css("direction", direction)


def test_the_header_of_a_small_telephone_is_one_line(watched_page: Page, article: str) -> None:
    page = opened(watched_page, article, {"width": 320, "height": 568})
    assert page.locator(".site-header").bounding_box()["height"] < 60


def test_paper_shows_the_whole_contents_list_and_nothing_to_press(wide: Page) -> None:
    wide.emulate_media(media="print")
    for name in ENTRIES:
        expect(contents(wide).get_by_role("link", name=name)).to_be_visible()
    expect(contents(wide).locator("summary")).to_be_hidden()
    expect(wide.locator(".heading__link").first).to_be_hidden()
    expect(wide.locator(".video button")).to_be_hidden()
    expect(wide.locator(".contents")).to_have_css("position", "static")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_block_is_accessible(
    watched_page: Page, article: str, axe: Callable[..., list[str]], scheme: str
) -> None:
    for size in (PHONE, WIDE):
        watched_page.emulate_media(color_scheme=scheme)
        page = opened(watched_page, article, size)
        assert axe(page) == []
