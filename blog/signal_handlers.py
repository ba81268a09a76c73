"""Keeps anchor and mention rows true: they are written whenever a page row is, in the same transaction.

Also has search and old addresses follow people and tags that are renamed, and search and caches facts and products
that change.
Pictures of infographics follow their article: drawn ahead where there are workers for that, taken away with it.

Wagtail's publish signals fire after that transaction; `post_save` fires inside it, for scheduled publishing
and every other way to save as well. An error here undoes the save.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from qnwellness.answers.changes import when_changed

from . import following, product_signals
from .anchors.sync import mirror
from .anchors.sync import sync as keep_anchors
from .importing.addresses import lead_from_old_path
from .mentions.sync import forget, sync
from .models import ArticlePage, Author, Fact
from .posters.hiding import sweep_private
from .posters.keeping import sweep
from .posters.tasks import draw_later
from .pushing.tasks import send_soon
from .renaming import follow, remember

# What a partial save must touch to change what an article says, or whether it is public.
_RELEVANT = {"body", "live", "published_at", "alias_of", "alias_of_id"}


def connect() -> None:
    """Listen to saved articles, and to pages saved as nothing more than pages: scheduled expiry does that.

    And to people and tags, whose names articles are found by, and to facts, whose figures articles show.
    """
    post_save.connect(_article_saved, sender=ArticlePage, dispatch_uid="blog.sync_mentions")
    post_save.connect(_page_saved, sender=Page, dispatch_uid="blog.forget_mentions")
    page_published.connect(_article_published, sender=ArticlePage, dispatch_uid="blog.draw_posters")
    page_unpublished.connect(_article_gone, sender=ArticlePage, dispatch_uid="blog.hide_posters")
    post_delete.connect(_article_gone, sender=ArticlePage, dispatch_uid="blog.delete_posters")
    post_save.connect(_page_restricted, sender=PageViewRestriction, dispatch_uid="blog.hide_private_posters")
    post_page_move.connect(_page_moved, dispatch_uid="blog.hide_moved_posters")
    for named in (Author, Tag):
        pre_save.connect(_name_saving, sender=named, dispatch_uid=f"blog.remember_{named.__name__}")
        post_save.connect(_name_saved, sender=named, dispatch_uid=f"blog.follow_{named.__name__}")
    pre_save.connect(_fact_saving, sender=Fact, dispatch_uid="blog.remember_fact")
    post_save.connect(_fact_saved, sender=Fact, dispatch_uid="blog.follow_fact")
    post_delete.connect(_fact_deleted, sender=Fact, dispatch_uid="blog.follow_deleted_fact")
    product_signals.connect()
    when_changed(send_soon)


def _fact_saving(instance: Fact, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        following.remember(instance)


def _fact_saved(instance: Fact, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        following.follow(instance)


def _fact_deleted(instance: Fact, **kwargs: Any) -> None:
    following.follow_deleted(instance.pk)


def _name_saving(instance: Author | Tag, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        remember(instance)


def _name_saved(instance: Author | Tag, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        follow(instance)


def _article_saved(
    instance: ArticlePage, update_fields: Any = None, raw: bool = False, **kwargs: Any
) -> None:
    if raw or not (update_fields is None or _RELEVANT & set(update_fields)):
        return
    if instance.alias_of_id:
        mirror(instance)
        forget(instance.pk)
    else:
        sync(instance, keep_anchors(instance))


def _page_saved(instance: Page, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not instance.live:
        forget(instance.pk)


def _article_published(instance: ArticlePage, **kwargs: Any) -> None:
    if not instance.alias_of_id:
        lead_from_old_path(instance)
        transaction.on_commit(partial(draw_later, instance.pk))


def _article_gone(instance: ArticlePage, **kwargs: Any) -> None:
    transaction.on_commit(partial(sweep, instance.pk))


def _page_restricted(instance: PageViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        transaction.on_commit(partial(sweep_private.enqueue, instance.page.path))


def _page_moved(instance: Page, **kwargs: Any) -> None:
    # It may stand below a private page now.
    transaction.on_commit(partial(sweep_private.enqueue, instance.path))
