"""What follows when a fact is changed or deleted: articles are found by its figure of today, and caches forget them.

No article is touched: no row, no revision, no date. Pages read the fact whenever they are shown.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.search.tasks import insert_or_update_object_task

from .blocks.borrowed_infographic import LenderChooserBlock
from .models import ArticlePage, Fact
from .models.citing import FACT
from .uses import uses

# What articles are found by, and what else their pages show of a fact.
_SEARCHED = ("text", "statement", "qualifier")
_SHOWN = (*_SEARCHED, "population", "evidence", "source_ids", "verified_on")

_HELD = "_before_saving"


def remember(fact: Fact) -> None:
    """Note, before a fact is saved, what the database has of it. One query."""
    stored = Fact.objects.filter(pk=fact.pk).first() if fact.pk else None
    setattr(fact, _HELD, stored)


def follow(fact: Fact) -> None:
    """Follow a fact that was saved, once that is certain; nothing follows where readers see no difference."""
    before = getattr(fact, _HELD, None)
    if before is None:
        return
    after = Fact.objects.get(pk=fact.pk)
    if _of(before, _SHOWN) != _of(after, _SHOWN):
        is_searched = _of(before, _SEARCHED) != _of(after, _SEARCHED)
        transaction.on_commit(lambda: _tell(fact.pk, is_searched=is_searched))


def follow_deleted(pk: int) -> None:
    """Follow a fact that was deleted, once that is certain: its articles show the words that were stored with it."""
    transaction.on_commit(lambda: _tell(pk, is_searched=True))


def _of(fact: Fact, names: Iterable[str]) -> list[Any]:
    return [getattr(fact, name) for name in names]


def _tell(pk: int, *, is_searched: bool) -> None:
    """Have the published articles that state a fact indexed anew where that matters, and forgotten by caches.

    Caches also forget who borrows an infographic of them; what is borrowed is not searched there.
    """
    stating = _published(FACT, [pk])
    if not stating:
        return
    for article in _with_aliases(stating).values_list("pk", flat=True) if is_searched else ():
        insert_or_update_object_task.enqueue("blog", "articlepage", str(article))
    purge(_with_aliases([*stating, *_published(LenderChooserBlock.reference_kind, stating)]))


def _published(kind: str, ids: Iterable[int]) -> list[int]:
    """Return the ids of the articles that refer to any of these as they are published; their drafts come after them."""
    return [use.article.pk for use in takewhile(lambda use: not use.is_draft, uses(kind, ids))]


def _with_aliases(articles: Iterable[int]) -> QuerySet[ArticlePage]:
    ids = list(articles)
    return ArticlePage.objects.filter(live=True).filter(Q(pk__in=ids) | Q(alias_of__in=ids))


def purge(articles: Iterable[ArticlePage]) -> None:
    """Have the caches in front of the site forget these articles. Nothing happens on a site without any."""
    batch = PurgeBatch()
    batch.add_pages(articles)
    batch.purge()
