"""From an article to the plain values its structured data is made of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils import timezone

from products.availability import Surface
from products.showing import show
from qnwellness.content import references
from qnwellness.content.models import SiteTexts
from qnwellness.content.structured_data import Person
from qnwellness.content.summaries import plain
from qnwellness.content.visibility import is_public
from qnwellness.images.renditions import renditions_found

from ..evidence.names import parts
from ..evidence.reference import ARTICLE
from ..reading import words
from ..structured_data import Article, CitedAuthor, CitedWork, Correction, StatedFigure
from .poster import CARD, public_pictures

if TYPE_CHECKING:
    from ..models import ArticlePage, Author

# Square, 4:3 and 16:9, as Google asks for. The second is one of the sizes the page shows.
PICTURES = ("fill-1200x1200|format-jpeg", "fill-1200x900|format-jpeg", "fill-1200x675|format-jpeg")


def article_values(article: "ArticlePage", url: str, request: HttpRequest) -> Article:
    """Return what an article says of itself.

    Asks for nothing the page does not show anyway: authors, products and site texts are loaded once for both.
    """
    journal = urljoin(url, article.journal_url)
    return Article(
        url=url,
        headline=article.title,
        description=article.standfirst or article.search_description,
        published=timezone.localtime(article.published_at) if article.published_at else None,
        updated=article.shown_update,
        authors=[person(author, journal) for author in article.authors],
        reviewer=person(article.reviewer, journal) if article.is_reviewed else None,
        reviewed_on=article.reviewed_on,
        pictures=_pictures(article, request),
        tags=[tag.name for tag in article.shown_tags],
        words=sum(words(item["value"]) for item in article.body.raw_data),
        minutes=article.reading_minutes,
        products=[product.get_full_url(request) for product in _products(article)],
        citations=list(_citations(article)),
        figures=list(_figures(article)),
        corrections=[
            Correction(block.value["made_on"], plain(block.value["text"].source))
            for block in article.corrections
        ],
        principles=_principles(request),
    )


def _pictures(article: "ArticlePage", request: HttpRequest) -> list[str]:
    """Return the addresses of the leading picture, or of the card of an article that has none."""
    found = [found.full_url for found in renditions_found(article.hero, PICTURES)]
    return found or [shown.url(CARD) for shown in public_pictures(article, request)[:1]]


def person(author: "Author", journal: str) -> Person:
    """Return an author or reviewer with the address of their page in the journal at this full address."""
    return Person(
        name=author.name,
        url=f"{journal}{author.path}",
        role=author.role,
        credentials=author.credentials,
        elsewhere=author.profile_url,
    )


def _citations(article: "ArticlePage") -> Iterator[CitedWork]:
    for citation in article.citations:
        source = citation.source.reference
        yield CitedWork(
            title=source.title,
            authors=[_cited_author(name) for name in source.authors],
            container=source.container,
            year=source.year,
            addresses=source.addresses,
            is_scholarly=source.type == ARTICLE,
        )


def _figures(article: "ArticlePage") -> Iterator[StatedFigure]:
    for figure in article.figures:
        fact = figure.fact
        yield StatedFigure(fact.statement, fact.low, fact.high, fact.unit, fact.qualifier)


def _cited_author(name: str) -> CitedAuthor:
    found = parts(name)
    return CitedAuthor(f"{found[1]} {found[0]}") if found else CitedAuthor(name, is_person=False)


def _products(article: "ArticlePage") -> Iterator:
    """Yield the products an article names and a shopper may see, in the order of first mention."""
    found = article.references_in_order()
    ids = list(dict.fromkeys(pk for kind, pk in found if kind == "product"))
    products = references.current().many("product", ids)
    seen = (show(products.get(pk), Surface.NAMED) for pk in ids)
    yield from dict.fromkeys(shown.product for shown in seen if shown)


def _principles(request: HttpRequest) -> str:
    """Return the address of the page that says how articles are made, or nothing."""
    wanted = SiteTexts.for_request(request).how_we_write_id
    current = references.current()
    page = current.one("page", wanted) if wanted else None
    return page.get_full_url(request) if page and is_public(page, current.restricted_paths) else ""
