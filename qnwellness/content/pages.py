"""The abstract page all public pages of this site share."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from wagtail.models import Page

from . import references
from .structured_data import Node, breadcrumb_list, graph
from .visibility import public


class SitePage(Page):
    """A page with breadcrumbs, structured data and references resolved together."""

    # The joined stylesheet this type of page loads (a key of settings.STYLESHEETS).
    stylesheet = "site"

    class Meta:
        abstract = True

    def wanted_references(self) -> references.Wanted:
        """Return the ids of what this page refers to, by kind, without loading anything."""
        return {}

    def structured_data(self, request: HttpRequest) -> Iterable[Node]:
        """Yield the schema.org nodes of this page, apart from its breadcrumbs."""
        return ()

    @cached_property
    def breadcrumbs(self) -> list[Page]:
        """Return the public ancestors below the site's root, from the top. At most two queries."""
        below_root = self.get_ancestors().filter(depth__gt=2)
        return list(public(below_root)) if self.depth > 3 else []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["stylesheet"] = self.stylesheet
        context["structured_data"] = self._graph(request)
        return context

    def _graph(self, request: HttpRequest) -> dict[str, Any] | None:
        """Return the page's structured data; a preview or draft has none."""
        if getattr(request, "is_preview", False) or not self.live:
            return None
        nodes = list(self.structured_data(request))
        if self.breadcrumbs:
            trail = [*self.breadcrumbs, self]
            crumbs = [{"title": page.title, "url": page.get_full_url(request)} for page in trail]
            nodes.append(breadcrumb_list(self.get_full_url(request), crumbs))
        return graph(nodes) if nodes else None

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Render the page while its references are resolved together."""
        with references.resolving(self.wanted_references()):
            response = super().serve(request, *args, **kwargs)
            if isinstance(response, TemplateResponse):
                response.render()
            return response
