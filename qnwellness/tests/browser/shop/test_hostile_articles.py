"""Articles with hostile words that somebody really published: in the shop they are words."""

from collections.abc import Callable
from urllib.parse import urlsplit

from qnwellness.tests.hostile import STORABLE

from ..demo_site import DemoSite
from .desk import desk
from .pages import element, fragment, page, script, shop, stylesheet
from .visit import LEAP, Visit

MOST = 50
# Each text once, as a title, a heading or a standfirst; the first ones again where they do not come out even.
TITLES, HEADINGS, STANDFIRSTS = (
    [STORABLE[(start + number) % len(STORABLE)] for number in range(MOST)] for start in (0, MOST, 2 * MOST)
)
PUBLISH = """
from blog.tests.factories import heading, make_article, mention, text
from products.tests.factories import make_product
product = make_product({name!r}, {handle!r})
for number, (title, section, standfirst) in enumerate({rows!r}):
    body = heading(section), text(f"<p>Of {{mention(product)}}.</p>")
    make_article(*body, title=title, standfirst=standfirst, slug=f"{handle}-{{number}}")
"""
ROOTS = """() => [document.querySelector("aside"), ...document.querySelector("related-articles").shadowRoot.children]
  .filter((one) => one.matches(":not([inert], slot)"))"""
SHOWN = (
    f"""() => ({ROOTS})().map((root) => [...root.querySelectorAll("a")].map((link) => link.textContent))"""
)
FOLLOWED = (
    f"""() => ({ROOTS})().flatMap((root) => [...root.querySelectorAll("a")].map((link) => link.href))"""
)
STRANGERS = f"""() => ({ROOTS})().flatMap((root) => [...root.querySelectorAll("*")])
  .filter((node) => node.matches("script, style, iframe, object, embed, form, input, math, base, meta, link")
    || node.getAttributeNames().some((name) => name.startsWith("on") || ["style", "srcdoc"].includes(name)))
  .map((node) => node.outerHTML.slice(0, 200))"""


def words(texts: list[str]) -> list[str]:
    """Return texts as they are compared: in no order, and without the spaces a form takes away."""
    return sorted(" ".join(text.split()) for text in texts)


def test_published_words_stay_words(demo_site: DemoSite, visiting: Callable[..., Visit]) -> None:
    host = urlsplit(demo_site.url).netloc
    rows = list(zip(TITLES, HEADINGS, STANDFIRSTS, strict=True))
    with desk(demo_site) as editor:
        editor.do(PUBLISH.format(name=f"Hostile {STORABLE[0]}", handle="hostile", rows=rows))
    main = element("hostile", limit=MOST) + fragment(demo_site.url, "hostile", MOST)
    head = script(demo_site.url) + stylesheet(demo_site.url)
    with shop({"/": page(main, head)}, host, styled=True) as store:
        visit = visiting(store.url, host)
        visit.wait_for(1, "load", "empty", "error")
        visit.scroll(LEAP)
        by_server, by_element = visit.page.evaluate(SHOWN)
        assert words(by_element) == words(TITLES)
        assert words(by_server) == words(TITLES)
        assert {urlsplit(url).netloc for url in visit.page.evaluate(FOLLOWED)} == {host}
        assert visit.page.evaluate(STRANGERS) == []
        assert visit.page.evaluate("[window.hostile, document.documentElement.scrollWidth]") == [None, 390]
        assert visit.refused() == []
