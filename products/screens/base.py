"""What the screens of the catalogue have in common: who may see them, and where they are."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

VIEW = "products.view_cataloguerun"
ADD = "products.add_cataloguerun"


def may_see(user: Any) -> bool:
    """Tell whether a user may look at catalogues that were brought in."""
    return user.has_perm(VIEW) or user.has_perm(ADD)


def may_bring_in(user: Any) -> bool:
    """Tell whether a user may bring a catalogue in."""
    return user.has_perm(ADD)


@method_decorator(never_cache, name="dispatch")
class CatalogueView(WagtailAdminTemplateMixin, View):
    """A screen of the catalogue: everybody who may see runs may look, who may add runs may send."""

    page_title = _("Catalogue")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in who may see runs; let send who may add them."""
        is_looking = request.method in {"GET", "HEAD", "OPTIONS"}
        if not (may_see if is_looking else may_bring_in)(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead to the list of runs, and from there to this screen."""
        crumbs = [*self.breadcrumbs_items, {"url": reverse("catalogue:index"), "label": _("Catalogue")}]
        return [*crumbs, *self.further_breadcrumbs()]

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        """Return what comes behind the list of runs."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether this user may bring anything in."""
        return super().get_context_data(**kwargs) | {"may_bring_in": may_bring_in(self.request.user)}
