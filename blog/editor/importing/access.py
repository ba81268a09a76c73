"""Who may import, where to, and whose imports they may see."""

from typing import Any

from django.db.models import QuerySet
from wagtail.permissions import page_permission_policy

from ...models import BlogIndexPage, ImportRun


def journals(user: Any) -> QuerySet[BlogIndexPage]:
    """Return the journals a user may add articles to, in the order of the site."""
    allowed = page_permission_policy.instances_user_has_permission_for(user, "add")
    return BlogIndexPage.objects.filter(pk__in=allowed.values("pk")).order_by("path")


def may_import(user: Any) -> bool:
    """Tell whether a user may import anything at all."""
    return journals(user).exists()


def runs_of(user: Any) -> QuerySet[ImportRun]:
    """Return the imports a user may see: their texts are drafts of a journal, for who writes in it."""
    return ImportRun.objects.filter(parent__in=journals(user)).select_related("user", "parent")
