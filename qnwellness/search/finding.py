"""Asks the database's full text search, and returns candidates to rank. The only place that knows the engine."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from blog.listing import originals
from blog.models import ArticleAnchor, ArticlePage
from products.models import ProductPage
from products.names import names_and_keys
from qnwellness.content.visibility import public, restricted_paths

from .engine import read
from .question import ARTICLES, PRODUCTS, Question
from .ranking import Candidate, Tag

# Nobody reads on so far, and ranking costs as much as there are.
MOST = 500


class Match(StrEnum):
    """How what was found answers: every word, some of the words, or words that begin as the last one does."""

    ALL = "all"
    SOME = "some"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates of each kind: articles newest first, products by name."""

    articles: tuple[Candidate, ...] = ()
    products: tuple[Candidate, ...] = ()
    match: Match = Match.ALL

    def __bool__(self) -> bool:
        return bool(self.articles or self.products)


def find(question: Question) -> Found:
    """Return the public pages that hold all words asked for; or else some of them; or else such a beginning.

    Seven queries where something is found, whatever the number, and a few where nothing is. Signs without any word
    ask for nothing. The engine's own measure of relevance is not asked for: it differs from one database to the
    other, and its cost grows with the square of what is found. Raises EngineDownError.
    """
    if not question.terms:
        return Found()
    paths = restricted_paths()
    found = Found()
    for match in Match:
        # One word cannot be found in part.
        if not found and (match is not Match.SOME or len(question.terms) > 1):
            found = Found(
                articles=tuple(_articles(question, match, paths)),
                products=tuple(_products(question, match, paths)),
                match=match,
            )
    return found


def _articles(question: Question, match: Match, paths: Iterable[str]) -> Iterable[Candidate]:
    articles = originals(public(ArticlePage.objects.all(), paths)).only("title", "standfirst")
    by_date = articles.order_by("-published_at")
    found = _matching(by_date.prefetch_related("tagged_items__tag"), question, match)
    headings = _headings(article.pk for article in found)
    for article in found:
        tags = [item.tag for item in article.tagged_items.all()]
        yield Candidate(
            kind=ARTICLES,
            pk=article.pk,
            title=article.title,
            lead=article.standfirst,
            tags=tuple(Tag(tag.slug, tag.name) for tag in tags if tag.slug),
            headings=headings[article.pk],
        )


def _headings(articles: Iterable[int]) -> Mapping[int, Sequence[str]]:
    """Return the headings of articles as their anchors have them: their words without marks, and no body is loaded."""
    headings: dict[int, list[str]] = defaultdict(list)
    rows = ArticleAnchor.objects.filter(article__in=list(articles), is_current=True)
    for article, anchor in rows.values_list("article", "anchor"):
        headings[article].append(anchor)
    return headings


def _products(question: Question, match: Match, paths: Iterable[str]) -> Iterable[Candidate]:
    products = public(ProductPage.objects.all(), paths).only("title", "summary", "sku", "gtin", "handle")
    found = _matching(products.order_by("title"), question, match)
    more = names_and_keys(product.pk for product in found)
    for product in found:
        names = more.get(product.pk, ())
        yield Candidate(
            kind=PRODUCTS,
            pk=product.pk,
            title=product.title,
            lead=product.summary,
            names=[name for name in (*names, product.sku, product.gtin, product.handle) if name],
        )


def _matching(pages: QuerySet, question: Question, match: Match) -> list:
    words = " ".join(question.terms)
    if match is Match.BEGINNING:
        return read(pages.autocomplete(words, order_by_relevance=False)[:MOST])
    operator = "or" if match is Match.SOME else "and"
    return read(pages.search(words, operator=operator, order_by_relevance=False)[:MOST])
