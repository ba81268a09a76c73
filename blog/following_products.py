"""What follows when a product changes: caches forget the pages that show it, articles are found by its name of today.

No article is touched: no row, no revision, no date. Pages read the product whenever they are shown.
"""

from collections.abc import Callable, Collection, Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page
from wagtail.search.tasks import insert_or_update_object_task

from products.models import ProductIndexPage, ProductPage
from qnwellness.content.together import together

from .following import purge
from .models import ArticlePage, ProductRelation
from .renaming import MOST

# As far as `products.showing` follows products that take each other's place.
_FURTHEST = 5


def follow(product: int, *, is_searched: bool, took_its_place: int | None = None) -> None:
    """Follow a product that was saved, once that is certain. One query for products no article shows.

    `is_searched` tells that the words may have changed by which articles are found: its name, or whether it is seen.
    `took_its_place` is the product that did so until now: articles about the one are on its list no more.
    """
    together(_follow_named_anew if is_searched else _follow_changed, product)
    if took_its_place is not None:
        together(_follow_changed, took_its_place)


def _follow_named_anew(products: list[int]) -> None:
    transaction.on_commit(lambda: _tell_of(products, is_searched=True))


def _follow_changed(products: list[int]) -> None:
    transaction.on_commit(lambda: _tell_of(products, is_searched=False))


def follow_deleted(product: int) -> None:
    """Follow a product that is about to be deleted: its articles show the words that were stored with it."""
    articles = showing(product)
    pages = _pages_of([product]) if _has_cache() else []
    transaction.on_commit(lambda: _tell(lambda: pages, articles, is_searched=True))


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


def _tell_of(products: list[int], *, is_searched: bool) -> None:
    shown = _that_may_be_shown(products)
    articles = list(dict.fromkeys(pk for product in products if product in shown for pk in showing(product)))
    _tell(lambda: _pages_of(products), articles, is_searched=is_searched)


def _that_may_be_shown(products: list[int]) -> set[int]:
    """Return which of these products an article mentions, or take the place of another one. One query."""
    mentioned = ProductRelation.objects.filter(product=OuterRef("pk"))
    replaced = ProductPage.objects.filter(replacement=OuterRef("pk"))
    found = ProductPage.objects.filter(Exists(mentioned) | Exists(replaced), pk__in=products)
    return set(found.order_by().values_list("pk", flat=True))


def _succeeding(product: int) -> QuerySet:
    """Return the ids of the products that take the place of a product, one after the other."""
    steps = [ProductPage.objects.filter(replaces=product).order_by().values("pk")]
    for _ in range(_FURTHEST - 1):
        steps.append(ProductPage.objects.filter(replaces__in=steps[-1]).order_by().values("pk"))
    return steps[0].union(*steps[1:])


def _pages_of(products: Iterable[int]) -> list[Page]:
    """Return the published pages that show any of these products, beside articles.

    Those are its own, those of the products whose place it takes or that take its, and the lists above.
    """
    found: dict[int, Page] = {}
    for product in products:
        ids = {*_shown_as(product).values_list("pk", flat=True)}
        ids |= {*_succeeding(product).values_list("pk", flat=True)}
        own = ProductPage.objects.filter(pk__in=ids).live()
        above = Page.objects.none()
        for page in ProductPage.objects.filter(pk=product):
            above = page.get_ancestors().filter(depth__gt=1).live().specific()
        found |= {page.pk: page for page in [*above, *own]}
    return list(found.values())


def _has_cache() -> bool:
    """Tell whether there is a cache in front of the site; without any there is nothing to forget, nor to look up."""
    return bool(getattr(settings, "WAGTAILFRONTENDCACHE", None))


def _tell(pages: Callable[[], Iterable[Page]], articles: Collection[int], *, is_searched: bool) -> None:
    if is_searched:
        for article in list(articles)[:MOST]:
            insert_or_update_object_task.enqueue("blog", "articlepage", str(article))
    if _has_cache():
        purge([*_with_aliases(articles), *pages()])


def _tell_below(path: str) -> None:
    relations = ProductRelation.objects.filter(product__path__startswith=path).order_by("-published")
    articles = list(dict.fromkeys(relations.values_list("article", flat=True)))
    below = ProductPage.objects.filter(path__startswith=path).order_by("path")
    _tell(lambda: _pages_of(below.values_list("pk", flat=True)), articles, is_searched=True)


def _forget_all() -> None:
    if _has_cache():
        shown = ArticlePage.objects.filter(product_relations__isnull=False).distinct()
        purge(_with_aliases(shown.values_list("pk", flat=True)))
        products = ProductPage.objects.live()
        purge([*products, *ProductIndexPage.objects.live()])


def _with_aliases(articles: Iterable[int]) -> QuerySet[ArticlePage]:
    ids = list(articles)
    return ArticlePage.objects.filter(live=True).filter(Q(pk__in=ids) | Q(alias_of__in=ids))
