"""The catalogue's line in the menu."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from .base import may_see


class CatalogueMenuItem(MenuItem):
    """Shown to who may see what was brought in."""

    def is_shown(self, request: Any) -> bool:
        """Tell whether this user may see it."""
        return may_see(request.user)


def menu_item() -> MenuItem:
    """Return the line."""
    return CatalogueMenuItem(
        _("Catalogue"), reverse("catalogue:index"), name="catalogue", icon_name="upload", order=250
    )
