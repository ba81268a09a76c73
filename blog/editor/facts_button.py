"""The way to "Facts of this article" from the header of its admin pages."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from ..models import ArticlePage


def facts_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Yield the button for a stored article, for who may edit it."""
    is_article = page.pk and issubclass(page.cached_content_type.model_class(), ArticlePage)
    if is_article and not page.alias_of_id and page.permissions_for_user(user).can_edit():
        address = reverse("article_facts", args=[page.pk])
        yield Button(_("Facts of this article"), address, icon_name="fact", priority=12)
