"""Keeps former names and handles, whichever way a product is saved: in the same transaction."""

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_save, pre_save

from . import following
from .models import ProductPage

_RELEVANT = {"title", "handle", "state", "live", "replacement"}


def connect() -> None:
    """Listen to saved products."""
    pre_save.connect(_saving, sender=ProductPage, dispatch_uid="products.remember")
    post_save.connect(_saved, sender=ProductPage, dispatch_uid="products.follow")


def _saving(
    instance: Any, raw: bool = False, update_fields: Iterable[str] | None = None, **more: Any
) -> None:
    if not raw and instance.pk and _is_relevant(update_fields):
        following.remember(instance)


def _saved(instance: Any, raw: bool = False, update_fields: Iterable[str] | None = None, **more: Any) -> None:
    if not raw and _is_relevant(update_fields):
        following.follow(instance)


def _is_relevant(update_fields: Iterable[str] | None) -> bool:
    return update_fields is None or not _RELEVANT.isdisjoint(update_fields)
