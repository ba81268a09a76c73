"""The abstract page all public pages of this site share."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from qnwellness.answers.noticing import is_of_draft

from . import references
from .frame import frame_of
from .indexing import index as index_page
from .indexing import references_left_alone
from .promoting import PROMOTE
from .routing import find_path
from .structured_data import Node
from .visibility import asking_once, is_public, restricted_paths

# The tree's root has depth 1, the home page 2.
HOME_DEPTH = 2


class SitePage(Page):
    """A page with breadcrumbs, structured data and references resolved together."""

    # The joined stylesheet this type of page loads (a key of settings.STYLESHEETS).
    stylesheet = "site"

    # Foreign keys and lists that are loaded together with a page of this type when its address is asked for.
    routed_with: tuple[str, ...] = ()

    # Wagtail would put a page into the search index before its tags and other rows below it are saved: save() does.
    search_auto_update = False

    # What tells whether a page is public must be in the index as well, or searching could not ask for it.
    search_fields = [*Page.search_fields, index.FilterField("expire_at")]

    promote_panels = PROMOTE

    class Meta:
        abstract = True

    def wanted_references(self) -> references.Wanted:
        """Return the ids of what this page refers to, by kind, without loading anything."""
        return {}

    def name_of(self, shown: Mapping[str, Any]) -> str:
        """Return the name of what this page shows, for search engines and where it is shared.

        `shown` is what the page's template is given: a page may list one tag only, for example.
        """
        return self.seo_title or self.title

    def crumb_of(self, shown: Mapping[str, Any]) -> str:
        """Return the name of what this page shows, for the last of its breadcrumbs."""
        return self.title

    def description_of(self, shown: Mapping[str, Any]) -> str:
        """Return what this page says of itself, or else its first words. It is shortened where it is shown."""
        return self.search_description

    def structured_data(self, request: HttpRequest, shown: Mapping[str, Any], node: Node) -> Iterable[Node]:
        """Yield the schema.org nodes of this page beside `node`, which stands for the page itself.

        `node` may be given more properties. Breadcrumbs and publisher are there already.
        """
        return ()

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """Find the page of an address with one query for two levels, and remember the pages on the way to it."""
        request.trail = [*getattr(request, "trail", []), self]
        if not path_components:
            return super().route(request, path_components)
        below = getattr(request, "below", None) or find_path(self, path_components)
        if not below:
            raise Http404("no such page")
        request.below = below[1:]
        return below[0].route(request, path_components[1:])

    def get_view_restrictions(self) -> QuerySet:
        """Return what restricts the view of this page, decided by the paths every part of a page asks for.

        Wagtail finds the same by asking for the ancestors and then for their restrictions. It is asked where
        there is any, because it knows which of them hold for an alias.
        """
        if self.is_restricted():
            return super().get_view_restrictions()
        return PageViewRestriction.objects.none()

    def is_restricted(self) -> bool:
        """Tell whether only some readers may see this page. At most one query."""
        return any(self.path.startswith(path) for path in restricted_paths())

    def breadcrumbs(self, request: HttpRequest) -> list[Page]:
        """Return the public ancestors below the site's root, from the top.

        A request that came by its address has met them already; a preview asks for them with one query.
        """
        trail = getattr(request, "trail", None) or [
            page.specific for page in self.get_ancestors().filter(depth__gt=1)
        ]
        paths = references.current().restricted_paths
        return [
            page
            for page in trail
            if page.pk != self.pk and page.depth > HOME_DEPTH and is_public(page, paths)
        ]

    @property
    def canonical_address(self) -> str:
        """Return the address crawlers are to find instead of this page's own, or ""."""
        return ""

    @property
    def changed_at(self) -> datetime | None:
        """Return when what this page says last changed, for crawlers."""
        return self.last_published_at

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """List the page for crawlers, unless it has expired, repeats another one, or is at home elsewhere.

        Wagtail's sitemap has left out drafts and private pages already.
        """
        if self.alias_of_id or self.canonical_address or not is_public(self, paths=()):
            return []
        return [{"location": self.get_full_url(request), "lastmod": self.changed_at}]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["stylesheet"] = self.stylesheet
        context["breadcrumbs"] = self.breadcrumbs(request)
        return context

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save the page with the rows below it, then have what it says now found by searching.

        A save that only keeps a draft leaves both indexes as they are: publishing writes them, once.
        """
        if is_of_draft(kwargs.get("update_fields")):
            with references_left_alone():
                return super().save(*args, **kwargs)
        result = super().save(*args, **kwargs)
        index_page(self)
        return result

    @transaction.atomic
    def publish(self, *args: Any, **kwargs: Any) -> Any:
        """Publish a revision, or nothing: Wagtail would withdraw a schedule even where publishing fails."""
        return super().publish(*args, **kwargs)

    @contextmanager
    def being_served(self) -> Iterator[None]:
        """Ask only once for what several parts of a page want to know. Blocks may nest."""
        if references.is_rendering():
            yield
            return
        with asking_once(), references.resolving(self.wanted_references()):
            yield

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Render the page while its references are resolved together, with those of the menus around it."""
        with self.being_served():
            references.current().expect("page", frame_of(request).texts.wanted_pages())
            response = super().serve(request, *args, **kwargs)
            if isinstance(response, TemplateResponse):
                response.render()
            return response
