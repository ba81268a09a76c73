"""What the screens of an import have in common: who may see them, and where they are."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ...models import ImportRun
from .access import journals, runs_of
from .history import name_of, named


@method_decorator(never_cache, name="dispatch")
class ImportingView(WagtailAdminTemplateMixin, View):
    """A screen for everybody who may add articles to a journal."""

    page_title = _("Import articles")
    header_icon = "download"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in who may add articles; raise PermissionDenied for others."""
        self.journals = list(journals(request.user))
        if not self.journals:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead to the list of imports, and from there to this screen."""
        crumbs = [*self.breadcrumbs_items, {"url": reverse("article_import:index"), "label": self.page_title}]
        return [*crumbs, *self.further_breadcrumbs()]

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        """Return what comes behind the list of imports."""
        return []


class RunView(ImportingView):
    """A screen of one import. Not found for who may not add articles to the journal it goes to."""

    @cached_property
    def run(self) -> ImportRun:
        """Return the import. Raises Http404."""
        return get_object_or_404(named(runs_of(self.request.user)), pk=self.kwargs["pk"])

    @property
    def url(self) -> str:
        """Return the address of the import."""
        return reverse("article_import:run", args=[self.run.pk])

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        """Name the import."""
        return [{"url": self.url, "label": name_of(self.run)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the import and its name."""
        return super().get_context_data(**kwargs) | {"run": self.run, "name": name_of(self.run)}
