"""The addresses of people below a journal: who writes and reviews its articles."""

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from ..listing import listed_people, reviewed_by, written_by

if TYPE_CHECKING:
    from ..models import Author


class PeopleRoutes:
    """What a journal answers below `authors/`. Nobody has a page there whose articles shoppers may not see."""

    # So many reviewed articles stand below those a person has written; the others have an address of their own.
    reviewed_shown = 3

    @path("authors/", name="authors")
    def all_people(self, request: HttpRequest) -> HttpResponse:
        """Show who has written or reviewed an article; not found without anybody."""
        people = self.page_of(listed_people(self), request)
        if not people.paginator.count:
            raise Http404("nobody has written an article")
        return self.render_part(
            request,
            "blog/people_page.html",
            "author",
            part=_("Who writes here"),
            people=people,
            listed=people,
        )

    @path("authors/<str:slug>/", name="author")
    def person(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show a person with their articles: those they wrote, and the newest of those they reviewed, or all."""
        author = _author(slug)
        written = self.page_of(written_by(self, author), request)
        if not written.paginator.count:
            return self._reviewer(request, author)
        reviewed = list(reviewed_by(self, author)[: self.reviewed_shown + 1])
        address = (
            f"{self.get_url(request)}{author.path}reviewed/" if len(reviewed) > self.reviewed_shown else ""
        )
        shown = {"written": written, "reviewed": reviewed[: self.reviewed_shown], "all_reviewed": address}
        return self._render_person(request, author, listed=written, **shown)

    @path("authors/<str:slug>/reviewed/", name="author_reviewed")
    def all_reviewed(self, request: HttpRequest, slug: str) -> HttpResponse:
        """Show all articles a person has reviewed; who has written none has them on their own page."""
        author = _author(slug)
        shown = self._reviewer(request, author)
        if not written_by(self, author).exists():
            return redirect(f"{self.get_url(request)}{author.path}")
        return shown

    def _reviewer(self, request: HttpRequest, author: "Author") -> HttpResponse:
        """Return the page of somebody who reviews; Http404 where shoppers may see none of it."""
        reviewed = self.page_of(reviewed_by(self, author), request)
        if not reviewed.paginator.count:
            raise Http404("no article of this journal is theirs")
        return self._render_person(request, author, reviewed=reviewed, listed=reviewed)

    def _render_person(self, request: HttpRequest, author: "Author", **shown: Any) -> HttpResponse:
        return self.render_part(request, "blog/author_page.html", "author", author=author, **shown)


def _author(slug: str) -> "Author":
    return get_object_or_404(apps.get_model("blog", "Author").objects.select_related("portrait"), slug=slug)
