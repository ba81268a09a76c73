"""The way to "Articles that mention it" from the header of a product's admin pages."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from products.models import ProductPage

from .product_access import may_arrange


def articles_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Yield the button for a stored product, for who may arrange its list."""
    if (
        page.pk
        and issubclass(page.cached_content_type.model_class(), ProductPage)
        and may_arrange(user, page)
    ):
        address = reverse("product_articles", args=[page.pk])
        yield Button(_("Articles that mention it"), address, icon_name="list-ul", priority=14)
