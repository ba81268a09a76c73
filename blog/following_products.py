"""What follows when a product changes: caches forget the pages that show it, articles are found by its name of today.

No article is touched: no row, no revision, no date. Pages read the product whenever they are shown.
"""

from collections.abc import Collection, Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.search.tasks import insert_or_update_object_task

from products.models import ProductPage

from .following import purge
from .models import ArticlePage, ProductRelation
from .renaming import MOST

# As far as `products.showing` follows products that take each other's place.
_FURTHEST = 5


def follow(product: int, *, is_searched: bool) -> None:
    """Follow a product that was saved, once that is certain. One query for a product no article shows.

    `is_searched` tells that the words may have changed by which articles are found: its name, or whether it is seen.
    """
    transaction.on_commit(lambda: _tell([product], showing(product), is_searched=is_searched))


def follow_deleted(product: int) -> None:
    """Follow a product that is about to be deleted: its articles show the words that were stored with it."""
    articles = showing(product)
    transaction.on_commit(lambda: _tell([], articles, is_searched=True))


def follow_below(path: str) -> None:
    """Follow a change of who may see the pages at a tree path and below: products among them come or go."""
    transaction.on_commit(lambda: _tell_below(path))


def follow_shop() -> None:
    """Follow a change of the shop's settings: links and prices may be others wherever products are shown."""
    transaction.on_commit(lambda: _forget_all())


def showing(product: int) -> list[int]:
    """Return the ids of the articles that mention a product or one whose place it takes, newest first. One query."""
    relations = ProductRelation.objects.filter(product__in=_shown_as(product)).order_by("-published")
    return list(dict.fromkeys(relations.values_list("article", flat=True)))


def _shown_as(product: int) -> QuerySet:
    """Return the ids of a product and of those it may be shown instead of."""
    steps = [ProductPage.objects.filter(pk=product).order_by().values("pk")]
    for _ in range(_FURTHEST):
        steps.append(ProductPage.objects.filter(replacement__in=steps[-1]).order_by().values("pk"))
    return steps[0].union(*steps[1:])


def _tell(products: Iterable[int], articles: Collection[int], *, is_searched: bool) -> None:
    if is_searched:
        for article in list(articles)[:MOST]:
            insert_or_update_object_task.enqueue("blog", "articlepage", str(article))
    # Without a cache in front of the site there is nothing to forget, and nothing to ask the database for.
    if getattr(settings, "WAGTAILFRONTENDCACHE", None):
        purge(_with_aliases(articles))
        for product in ProductPage.objects.filter(pk__in=products):
            purge(Page.objects.ancestor_of(product, inclusive=True).filter(depth__gt=1).live().specific())


def _tell_below(path: str) -> None:
    relations = ProductRelation.objects.filter(product__path__startswith=path).order_by("-published")
    articles = list(dict.fromkeys(relations.values_list("article", flat=True)))
    _tell([], articles, is_searched=True)


def _forget_all() -> None:
    if getattr(settings, "WAGTAILFRONTENDCACHE", None):
        shown = ArticlePage.objects.filter(product_relations__isnull=False).distinct()
        purge(_with_aliases(shown.values_list("pk", flat=True)))
        purge(ProductPage.objects.live())


def _with_aliases(articles: Iterable[int]) -> QuerySet[ArticlePage]:
    ids = list(articles)
    return ArticlePage.objects.filter(live=True).filter(Q(pk__in=ids) | Q(alias_of__in=ids))
