"""The journal: all articles, newest first."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from qnwellness.content.pages import SitePage
from qnwellness.content.structured_data import Node

from ..describing.journal import describe, name, nodes
from ..journal.addresses import routes
from ..journal.feeds import FeedRoutes
from ..journal.people import PeopleRoutes
from ..journal.sitemap import parts
from ..listing import listed_articles, listed_tags


class BlogIndexPage(FeedRoutes, PeopleRoutes, RoutablePageMixin, SitePage):
    """The parent of all articles."""

    page_size = 12
    topics_shown = 8

    intro = models.TextField(_("introduction"), blank=True, help_text=_("Shown under the heading."))

    template = "blog/blog_index_page.html"
    stylesheet = "blog_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.ArticlePage"]

    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("journal")
        verbose_name_plural = _("journals")

    @path("")
    def all_articles(self, request: HttpRequest) -> HttpResponse:
        """Show all articles."""
        return self._render_listed(request, self.page_of(listed_articles(self), request), **self._topics())

    @path("tags/", name="tags")
    def all_tags(self, request: HttpRequest) -> HttpResponse:
        """Show all tags, each with the number of its articles; not found without any."""
        tags = list(listed_tags(self))
        if not tags:
            raise Http404("no article has a tag")
        return self.render_part(request, "blog/tag_list_page.html", "author", part=_("Topics"), tags=tags)

    @path("tags/<str:slug>/", name="tag")
    def tagged(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show the articles with one tag; a tag without any is not found."""
        tag = get_object_or_404(Tag, slug=slug)
        articles = self.page_of(listed_articles(self, tag), request)
        if not articles.paginator.count:
            raise Http404("no article has this tag")
        return self._render_listed(request, articles, tag=tag)

    def name_of(self, shown: Mapping[str, Any]) -> str:
        return name(self, shown) or super().name_of(shown)

    def crumb_of(self, shown: Mapping[str, Any]) -> str:
        return name(self, shown) or super().crumb_of(shown)

    def description_of(self, shown: Mapping[str, Any]) -> str:
        return describe(self, shown)

    def structured_data(self, request: HttpRequest, shown: Mapping[str, Any], node: Node) -> Iterable[Node]:
        return nodes(self, request, shown, node)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """List the journal, and the addresses of its topics and its people below it."""
        own = super().get_sitemap_urls(request)
        below = parts(self, own[0]["location"]) if own else []
        changes = [entry["lastmod"] for entry in (*own, *below) if entry["lastmod"]]
        return [{**entry, "lastmod": max(changes, default=None)} for entry in own] + below

    def get_route_paths(self) -> list[str]:
        """Return what Wagtail redirects when this page is renamed or moved: itself, and all that lies below it."""
        return [*super().get_route_paths(), *routes(self)]

    def page_of(self, rows: QuerySet, request: HttpRequest) -> Any:
        """Return the page of a list that a request asks for."""
        return Paginator(rows, self.page_size).get_page(request.GET.get("page"))

    def render_part(self, request: HttpRequest, template: str, stylesheet: str, **shown: Any) -> HttpResponse:
        """Render what stands at an address below the journal's own, with the way to it."""
        trail = [*self.breadcrumbs(request), self]
        return self.render(
            request, template=template, context_overrides={"stylesheet": stylesheet, "trail": trail, **shown}
        )

    def _render_listed(self, request: HttpRequest, articles: Any, **more: Any) -> HttpResponse:
        return self.render(request, context_overrides={"articles": articles, "listed": articles, **more})

    def _topics(self) -> dict[str, Any]:
        """Return the tags with the most articles, by name, and whether there are more of them."""
        tags = list(listed_tags(self))
        most = sorted(tags, key=lambda tag: -tag.articles)[: self.topics_shown]
        return {"tags": [tag for tag in tags if tag in most], "more_tags": len(tags) > len(most)}
