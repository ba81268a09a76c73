"""The line of *Import articles* in the menu."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from .access import may_import


class ImportMenuItem(MenuItem):
    """Shown to who may add articles."""

    def is_shown(self, request: Any) -> bool:
        """Tell whether this user may see it."""
        return may_import(request.user)


def menu_item() -> MenuItem:
    """Return the line."""
    return ImportMenuItem(
        _("Import articles"),
        reverse("article_import:index"),
        name="import-articles",
        icon_name="download",
        order=240,
    )
