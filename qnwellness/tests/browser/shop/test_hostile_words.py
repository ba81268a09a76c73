"""Whatever words and addresses our site passes on, the shop shows words, and links nobody is harmed by."""

from collections.abc import Callable
from html import escape
from urllib.parse import unquote, urlsplit

from qnwellness.tests.hostile import PAYLOADS, STORABLE

from .our_site import api, article, of, our_site
from .pages import element, page, parts, script, shop
from .server import Answer
from .visit import LEAP, Visit

# The most articles a list may have.
BATCH = 50
WIDE = {"width": 1440, "height": 1600}
BATCHES = range(0, len(PAYLOADS), BATCH)
IN_ATTRIBUTES = [escape(text) for text in STORABLE]
SHOWN = """(part) => [...document.querySelectorAll(`related-articles[product^=${part}]`)].flatMap((one) =>
  [...one.shadowRoot.querySelectorAll(":not([inert]) > ul a")].map((link) =>
    [link.textContent.toWellFormed(), link.href]))"""
# What no list is made of, and attributes that run.
STRANGERS = """() => [...document.querySelectorAll("related-articles")].flatMap((one) => [
  ...one.shadowRoot.querySelectorAll("script, style, iframe, object, embed, form, input, svg, math, base, meta, link"),
  ...[...one.shadowRoot.querySelectorAll("*")].filter((node) =>
    node.getAttributeNames().some((name) => name.startsWith("on") || name === "style" || name === "srcdoc")),
]).map((node) => node.outerHTML.slice(0, 200))"""


def lying_words(text: str, picture: str) -> dict:
    """Return an article whose every field but its addresses holds this text."""
    image = {"src": picture, "srcset": text, "alt": text, "width": text, "height": text}
    url = "https://our-site.example/blog/a/"
    fields = dict.fromkeys(("title", "standfirst", "published", "reading_minutes", "mention"), text)
    return article(**fields, url=url, section={"title": text, "url": f"{url}#{text}"}, image=image)


def lying_address(text: str) -> dict:
    """Return an article whose every address is this text."""
    # A picture of another host that the shop's policy stops would be the policy's word against ours.
    src = "" if text.strip().lower().startswith("http") else text
    return article(
        title="Good words", url=text, section={"title": "Section", "url": text}, image={"src": src, "alt": ""}
    )


def answers(address: str) -> dict[str, Answer]:
    """Return the lists of a site that lies."""
    found = {api("tonic"): of(article(1), article(2), article(3))}
    for start in BATCHES:
        texts = PAYLOADS[start : start + BATCH]
        found[api(f"words-{start}")] = of(*(lying_words(text, f"{address}/media/1.webp") for text in texts))
        found[api(f"addresses-{start}")] = of(*map(lying_address, texts))
    return found


def well_formed(text: str) -> str:
    return text.encode("utf-8", "replace").decode() if text.isascii() else text.replace("\ud800", "\ufffd")


def test_no_words_of_a_lying_site_do_anything(visiting: Callable[..., Visit]) -> None:
    told: dict[str, Answer] = {}
    pages: dict[str, bytes] = {}
    lists = [f"{kind}-{start}" for kind in ("words", "addresses") for start in BATCHES]
    with our_site(told) as ours, shop(pages, ours.host) as store:
        told.update(answers(ours.url))
        pages["/"] = page(parts(*(element(name, limit=BATCH) for name in lists)), script(ours.url))
        visit = visiting(store.url, ours.host, viewport=WIDE)
        visit.wait_for_script()
        visit.scroll(LEAP)
        visit.wait_for(len(lists), "load", "error", "empty")
        assert visit.noted("error") == []
        words = visit.page.evaluate(SHOWN, "words")
        assert [text for text, _href in words] == [
            well_formed(text) for text in PAYLOADS if text.strip("\ufeff \n")
        ]
        followed = [href for _text, href in [*words, *visit.page.evaluate(SHOWN, "addresses")] if href]
        assert {urlsplit(href).scheme for href in followed} == {"https"}
        assert visit.page.evaluate(STRANGERS) == []
        assert visit.page.evaluate("window.hostile") is None
        for width in (1440, 320):
            visit.page.set_viewport_size({"width": width, "height": 1600})
            assert visit.page.evaluate("document.documentElement.scrollWidth") == width
        assert visit.refused() == []


def test_no_words_in_attributes_do_anything(visiting: Callable[..., Visit]) -> None:
    shown = "".join(
        element("tonic", heading=text, heading_level=text, limit=text, lang=text, inside="")
        for text in IN_ATTRIBUTES
    )
    unknown = "".join(element(text, inside="") for text in IN_ATTRIBUTES)
    pages: dict[str, bytes] = {}
    with (
        our_site({api("tonic"): of(article(1), article(2), article(3))}) as ours,
        shop(pages, ours.host) as store,
    ):
        pages["/"] = page(parts(shown, unknown), script(ours.url))
        visit = visiting(store.url, ours.host, viewport=WIDE)
        visit.wait_for_script()
        visit.scroll(LEAP)
        visit.wait_for(2 * len(IN_ATTRIBUTES), "load", "error", "empty")
        assert len(visit.noted("load")) == len(IN_ATTRIBUTES)
        asked = [unquote(urlsplit(url).path) for url in visit.requests if urlsplit(url).netloc == ours.host]
        assert {api(text.replace("\r\n", "\n")) for text in STORABLE} <= {*asked}
        assert visit.page.evaluate(STRANGERS) == []
        assert visit.page.evaluate("window.hostile") is None
        for width in (1440, 320):
            visit.page.set_viewport_size({"width": width, "height": 1600})
            assert visit.page.evaluate("document.documentElement.scrollWidth") == width
        assert visit.refused() == []
