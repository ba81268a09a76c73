"""Keeps mention rows true: they are written whenever a page row is, in the same transaction.

Wagtail's publish signals fire after that transaction; `post_save` fires inside it, for scheduled publishing
and every other way to save as well. An error here undoes the save.
"""

from typing import Any

from django.db.models.signals import post_save

from .mentions.sync import sync
from .models import ArticlePage

# What a partial save must touch to change what an article says, or whether it is public.
_RELEVANT = {"body", "live", "published_at", "alias_of"}


def connect() -> None:
    """Listen to saved articles."""
    post_save.connect(_article_saved, sender=ArticlePage, dispatch_uid="blog.sync_mentions")


def _article_saved(
    instance: ArticlePage, update_fields: Any = None, raw: bool = False, **kwargs: Any
) -> None:
    if not raw and (update_fields is None or _RELEVANT & set(update_fields)):
        sync(instance)
