"""The addresses of a journal's feeds."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from taggit.models import Tag
from wagtail.contrib.routable_page.models import path

from .feed import ArticleFeed, newest_articles


class FeedRoutes:
    """What a journal answers at `feed/`, and below each of its tags."""

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Answer with the newest articles."""
        return self._feed(request, None)

    @path("tags/<str:slug>/feed/", name="tag_feed")
    def tag_feed(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Answer with the newest articles that have a tag; a tag without any is not found."""
        return self._feed(request, get_object_or_404(Tag, slug=slug))

    def _feed(self, request: HttpRequest, tag: Tag | None) -> HttpResponse:
        """Answer with a feed. What it is known by follows from what it says, as with every page."""
        articles = newest_articles(self, tag)
        if tag and not articles:
            raise Http404("no article has this tag")
        response = ArticleFeed(request, self, articles, tag)(request)
        # Django sets it, from the newest entry: an article that is taken out leaves no moment after which it changed.
        del response["Last-Modified"]
        return response
