"""What a shop developer may say to the element, and what it says back."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from .our_site import api, article, of, our_site
from .pages import element, page, script, shop
from .visit import Visit

PICTURE = {
    "src": "https://our-site.example/a.webp",
    "srcset": "",
    "width": 400,
    "height": 300,
    "alt": "A jar",
}
SHADOW = "document.querySelector('related-articles').shadowRoot"


@pytest.fixture
def showing(visiting: Callable[..., Visit]) -> Iterator[Callable[..., Visit]]:
    """Yield `showing(markup, count)`: a visitor on a page with elements, of which so many have shown their articles."""
    with our_site(
        {api("tonic"): of(*(article(number) for number in range(1, 6))), api("bare"): of()}
    ) as ours:
        pages: dict[str, bytes] = {}
        with shop(pages, ours.host) as store:

            def show(markup: str, count: int = 1, language: str = "en", again: bool = False) -> Visit:
                head = script(ours.url)
                pages["/"] = page(markup, head + head.replace(".js", ".js?again") * again, language)
                visit = visiting(store.url, ours.host)
                if count:
                    visit.wait_for(count, "load", "empty", "error")
                return visit

            yield show


def shown(visit: Visit, selector: str = "a") -> list[str]:
    """Return the words of all elements in the first element's shadow that match."""
    return visit.page.evaluate(
        "(selector) => [...document.querySelector('related-articles').shadowRoot.querySelectorAll(selector)]"
        ".filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.textContent)",
        selector,
    )


@pytest.mark.parametrize(
    ("limit", "count"), [(None, 3), (1, 1), (4, 4), (50, 5), (0, 3), ("many", 3), (-2, 1), (999, 5)]
)
def test_limit_says_how_many(showing: Callable[..., Visit], limit: Any, count: int) -> None:
    assert len(shown(showing(element(limit=limit)))) == count


@pytest.mark.parametrize(
    ("attributes", "language", "heading"),
    [
        ({}, "en", ["H2", "Related articles", "en"]),
        ({}, "de-AT", ["H2", "Passende Artikel", "de"]),
        ({}, "pl", ["H2", "Related articles", "en"]),
        ({"lang": "fr"}, "de", ["H2", "Articles associés", "fr"]),
        ({"heading": "Read on", "heading_level": 4}, "de", ["H4", "Read on", ""]),
        ({"heading_level": 1}, "en", ["H2", "Related articles", "en"]),
        ({"heading": ""}, "en", None),
    ],
)
def test_the_heading_is_the_elements_own(
    showing: Callable[..., Visit], attributes: dict[str, Any], language: str, heading: list[str] | None
) -> None:
    visit = showing(element(**attributes), language=language)
    said = "(one) => one && [one.tagName, one.textContent, one.lang]"
    found = visit.page.evaluate(f"({said})({SHADOW}.querySelector('section:not(.waiting) [part=heading]'))")
    assert found == heading


def test_elements_with_different_limits_share_one_request(showing: Callable[..., Visit]) -> None:
    visit = showing(element(limit=2) + element(limit=5) + element(limit=1))
    visit.scroll()
    visit.wait_for(3, "load")
    assert [url.partition("?")[2] for url in visit.requests if "/api/" in url] == ["limit=5"]
    assert len(shown(visit)) == 2


def test_a_link_leads_to_the_section_and_tells_the_shop_when_it_is_followed(
    showing: Callable[..., Visit],
) -> None:
    visit = showing(element())
    visit.page.evaluate("addEventListener('click', (event) => event.preventDefault())")
    visit.page.get_by_role("link", name="Article 2").click()
    address = "https://our-site.example/blog/article-2/#section"
    assert visit.noted("click") == [{"product": "tonic", "index": 1, "title": "Article 2", "url": address}]
    assert visit.page.get_by_role("link", name="Article 2").get_attribute("href") == address


def test_it_follows_its_attributes(showing: Callable[..., Visit]) -> None:
    visit = showing(element(product="bare"))
    visit.page.evaluate("document.querySelector('related-articles').setAttribute('product', 'tonic')")
    visit.wait_for(1, "load")
    assert shown(visit) == ["Article 1", "Article 2", "Article 3"]


def test_it_may_be_moved_copied_and_made_by_a_script(showing: Callable[..., Visit]) -> None:
    visit = showing(element(inside=""))
    visit.page.evaluate("""() => {
      const first = document.querySelector("related-articles");
      document.querySelector("main").append(first.cloneNode(true));
      const made = document.createElement("related-articles");
      made.setAttribute("product", "tonic");
      document.querySelector("main").append(made);
      document.querySelector("main").prepend(first);
      made.remove();
      document.querySelector("main").append(made);
    }""")
    visit.scroll()
    expect(visit.page.get_by_role("link", name="Article 1")).to_have_count(3)
    assert visit.faults == []


def test_a_script_that_is_there_twice_does_no_harm(showing: Callable[..., Visit]) -> None:
    visit = showing(element(), again=True)
    visit.page.wait_for_load_state("load")
    assert len([url for url in visit.requests if ".js" in url]) == 2
    assert len(shown(visit)) == 3
    assert visit.faults == []


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ({"product": "bare"}, "related-articles: no article mentions this product"),
        ({"product": "unknown"}, "related-articles: No product has this key."),
        ({"product": ""}, "related-articles: no product: set product, sku or gtin"),
        ({"src": "https://elsewhere.example"}, "related-articles: Failed to fetch"),
    ],
)
def test_it_says_why_it_shows_nothing_to_who_asks(
    showing: Callable[..., Visit], attributes: dict[str, Any], said: str
) -> None:
    visit = showing(element(**attributes, debug=""))
    assert shown(visit, "[part=debug]") == [said]
    assert shown(showing(element(**attributes)), "[part=debug]") == []


def test_the_shop_gives_it_its_looks(showing: Callable[..., Visit]) -> None:
    visit = showing(element(style=None))
    visit.page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`main { color: rgb(1, 2, 3); font-family: serif }
        related-articles { --related-articles-link: rgb(4, 5, 6); --related-articles-radius: 3px }
        related-articles::part(note) { letter-spacing: 2px }`);
      document.adoptedStyleSheets = [sheet];
    }""")
    look = visit.page.evaluate(f"""() => {{
      const styles = (part) => getComputedStyle({SHADOW}.querySelector(`section:not(.waiting) [part=${{part}}]`));
      return [styles("heading").color, styles("heading").fontFamily, styles("link").color,
        styles("card").borderTopLeftRadius, styles("note").letterSpacing];
    }}""")
    assert look == ["rgb(1, 2, 3)", "serif", "rgb(4, 5, 6)", "3px", "2px"]


def test_it_loads_when_it_comes_near(showing: Callable[..., Visit]) -> None:
    far = '<div class="high"></div>' * 2
    visit = showing(far + element(), count=0)
    visit.page.wait_for_function("() => !!customElements.get('related-articles')")
    visit.settle()
    assert not [url for url in visit.requests if "/api/" in url]
    visit.page.evaluate("scrollTo(0, 1200)")
    visit.wait_for(1, "load")


def test_a_list_in_view_takes_the_space_that_was_kept_for_it(showing: Callable[..., Visit]) -> None:
    visit = showing(element(inside="", limit=3) + "<p data-shop>After it.</p>", count=0)
    visit.page.wait_for_function(f"() => {SHADOW} !== null")
    before = visit.page.evaluate("document.querySelector('main > p:last-child').getBoundingClientRect().top")
    visit.wait_for(1, "load")
    visit.settle()
    after = visit.page.evaluate("document.querySelector('main > p:last-child').getBoundingClientRect().top")
    assert after == before


def test_articles_with_and_without_a_picture_stand_in_line(visiting: Callable[..., Visit]) -> None:
    long = "What the evidence says about vitamin K2 and D3 taken together, and what it does not say"
    articles = (article(1, image=PICTURE), article(2, title=long), article(3, section=None))
    pages: dict[str, bytes] = {}
    with our_site({api("tonic"): of(*articles)}) as ours, shop(pages, ours.host) as store:
        pages["/"] = page(element(inside=""), script(ours.url))
        wide = {"width": 1440, "height": 900}
        visit = visiting(store.url, ours.host, "our-site.example", viewport=wide)
        visit.wait_for(1, "load")
        tops = visit.page.evaluate(f"""() => ["title", "note"].map((part) =>
          [...{SHADOW}.querySelectorAll(`section:not(.waiting) [part=${{part}}]`)]
            .map((one) => one.getBoundingClientRect().top))""")
        assert [len(set(row)) for row in tops] == [1, 1]
