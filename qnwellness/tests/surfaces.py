"""Reads, over HTTP, what each surface really shows of a product."""

import json
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from blog.models import ArticlePage
from blog.tests.factories import call_to_action, callout, heading, infographic, make_article, mention, text
from products.models import ProductPage
from qnwellness.search.question import PRODUCTS

SHOP = "https://shop.example/"


@dataclass(frozen=True)
class Seen:
    """What stands on a surface: its words, the addresses it leads to, and whether there is anything at all."""

    is_there: bool = False
    words: str = ""
    links: tuple[str, ...] = ()

    @property
    def can_be_bought(self) -> bool:
        """Tell whether anything leads to the shop."""
        return any(link.startswith(SHOP) for link in self.links)


NOTHING = Seen()


def make_mentioning_article(product: ProductPage, **fields: Any) -> ArticlePage:
    """Return an article that shows a product in every way an article can."""
    return make_article(
        heading("Amounts"),
        text(
            f"<p>Take {mention(product, 'the jar')} or {mention(product, 'our capsules', 'own')} daily.</p>"
        ),
        callout(product, reason="The reason."),
        infographic(call_to_action(product, title="Next step")),
        title="How bone is built",
        **fields,
    )


class Reader:
    """An anonymous shopper who looks at one product on all surfaces. `url` is the address its page had or has."""

    def __init__(self, client: Client, article: ArticlePage, handle: str, url: str) -> None:
        self.client = client
        self.article = article
        self.handle = handle
        self.url = url

    def html(self, address: str) -> BeautifulSoup:
        """Return a page that has to be there."""
        response = self.client.get(address)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        return BeautifulSoup(response.content, "html.parser")

    def in_article(self, selector: str, page: BeautifulSoup | None = None) -> Seen:
        """Return what an element of the article shows."""
        return _seen((page or self.html(self.article.url)).select(selector))

    def callout(self) -> Seen:
        return self.in_article(".product-callout")

    def inline(self) -> Seen:
        return self.in_article("main p a.mention")

    def call_to_action(self) -> Seen:
        found = self.in_article(".panel--call-to-action")
        return found if found.links else NOTHING

    def named(self) -> Seen:
        """Return the products the list at the article's end shows."""
        return self.in_article(".named li")

    def sidebar(self, successor: ProductPage) -> Seen:
        """Return the list of articles beside the product that takes its place."""
        aside = self.html(successor.url).select("aside.related")
        return _seen([one for one in aside if self.article.title in one.get_text()])

    def page(self) -> Seen:
        response = self.client.get(self.url)
        if response.status_code != 200:
            return NOTHING
        return _seen(BeautifulSoup(response.content, "html.parser").select(".product__words"))

    def listing(self, name: str, address: str = "/products/") -> Seen:
        cards = self.html(address).select(".product-card")
        return _seen([card for card in cards if name in card.get_text()])

    def search(self, name: str) -> Seen:
        results = self.html(f"/search/?q={name}").select(f".result--{PRODUCTS}")
        return _seen([one for one in results if name in one.select_one("h2").get_text()])

    def sitemap(self) -> Seen:
        response = self.client.get("/sitemap.xml")
        there = f"{self.url}</loc>" in response.content.decode()
        return Seen(there)

    def structured_data(self) -> Seen:
        """Return the product's own node, as words."""
        response = self.client.get(self.url)
        if response.status_code != 200:
            return NOTHING
        nodes = [node for node in _graph(response.content) if node["@type"] == "Product"]
        return Seen(bool(nodes), json.dumps(nodes), ())

    def named_to_machines(self) -> list[str]:
        """Return the addresses of the products the article says to machines that it mentions."""
        (node,) = (
            node
            for node in _graph(self.client.get(self.article.url).content)
            if node["@type"] == "BlogPosting"
        )
        return [one["@id"] for one in node.get("mentions", ()) if "#product" in one["@id"]]

    def api(self) -> Seen:
        response = self.client.get(f"/api/v1/products/{self.handle}/related-articles/")
        assert response.status_code in (200, 404)
        return Seen(response.status_code == 200, response.content.decode())


def _seen(elements: list) -> Seen:
    words = " ".join(element.get_text(" ", strip=True) for element in elements)
    links = [
        link["href"]
        for element in elements
        for link in ([element] if element.name == "a" else element.select("a[href]"))
    ]
    return Seen(bool(elements), words, tuple(links))


def _graph(html: bytes) -> list[dict[str, Any]]:
    data = BeautifulSoup(html, "html.parser").select_one('script[type="application/ld+json"]')
    return json.loads(data.string)["@graph"] if data else []
