"""Has caches and search follow products that change, whichever way they are changed."""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from products.following import former_replacement, is_named_anew
from products.models import ProductPage, Shop

from . import following_products as following

# What is saved of a page by working on a draft of it; readers see nothing of that.
_UNSEEN = {
    "latest_revision",
    "draft_title",
    "has_unpublished_changes",
    "latest_revision_created_at",
    "locked",
}


def connect() -> None:
    """Listen to products, to pages saved as nothing more than pages, to what makes pages private, and to the shop."""
    post_save.connect(_product_saved, sender=ProductPage, dispatch_uid="blog.follow_product")
    post_save.connect(_page_saved, sender=Page, dispatch_uid="blog.follow_page_of_product")
    pre_delete.connect(_product_deleted, sender=ProductPage, dispatch_uid="blog.follow_deleted_product")
    post_save.connect(_restricted, sender=PageViewRestriction, dispatch_uid="blog.follow_private_product")
    post_delete.connect(_restricted, sender=PageViewRestriction, dispatch_uid="blog.follow_public_product")
    post_page_move.connect(_moved, dispatch_uid="blog.follow_moved_product")
    post_save.connect(_shop_saved, sender=Shop, dispatch_uid="blog.follow_shop")


def _product_saved(
    instance: ProductPage, raw: bool = False, update_fields: Iterable[str] | None = None, **more: Any
) -> None:
    if raw or (update_fields is not None and _UNSEEN.issuperset(update_fields)):
        return
    following.follow(
        instance.pk, is_searched=is_named_anew(instance), took_its_place=former_replacement(instance)
    )


def _page_saved(instance: Page, raw: bool = False, **more: Any) -> None:
    # A schedule that has run out takes a product down as a page.
    if not raw and not instance.live:
        following.follow(instance.pk, is_searched=True)


def _product_deleted(instance: ProductPage, **more: Any) -> None:
    following.follow_deleted(instance.pk)


def _restricted(instance: PageViewRestriction, raw: bool = False, **more: Any) -> None:
    if not raw:
        following.follow_below(instance.page.path)


def _moved(instance: Page, **more: Any) -> None:
    following.follow_below(instance.path)


def _shop_saved(raw: bool = False, **more: Any) -> None:
    if not raw:
        following.follow_shop()
