"""Answers what the panels beside an article's form ask for. Nothing is written but what an editor sets aside."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from ..models import ArticlePage, BlogIndexPage
from .dismissing import RefusedError, dismiss, take_back
from .presenting import Panels
from .unsaved import UnreadableFormError, read_form


@method_decorator(never_cache, name="dispatch")
class ReviewView(View):
    """Reviews the form of a stored article. Takes the whole form; answers with the panels."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Return the panels as JSON. Only for who may edit the article."""
        page, parent = self.find(request, page_id)
        try:
            page = read_form(page, parent, request.POST, request.user)
        except UnreadableFormError:
            return HttpResponseBadRequest()
        return self.answer(request, page)

    def answer(self, request: HttpRequest, page: ArticlePage) -> HttpResponse:
        """Return the answer for the article as the form has it."""
        return JsonResponse(Panels(page).as_json())

    def find(self, request: HttpRequest, page_id: int) -> tuple[ArticlePage, Page]:
        """Return the article as it was last saved, and its parent. Raises Http404 and PermissionDenied."""
        stored = get_object_or_404(ArticlePage.objects.select_related("latest_revision"), pk=page_id)
        if not stored.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return stored.get_latest_revision_as_object(), stored.get_parent()


class ReviewNewView(ReviewView):
    """Reviews the form of an article that has never been saved."""

    def find(self, request: HttpRequest, page_id: int) -> tuple[ArticlePage, Page]:
        """Return a new article and the journal it will stand in. Raises Http404 and PermissionDenied."""
        parent = get_object_or_404(BlogIndexPage, pk=page_id)
        if not parent.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return ArticlePage(owner=request.user), parent


class DismissView(ReviewView):
    """Sets a finding aside, or takes that back. Takes the whole form besides, so that the words are those in it."""

    def answer(self, request: HttpRequest, page: ArticlePage) -> HttpResponse:
        """Set aside or take back, then return the panels; a refusal says why."""
        panels = Panels(page)
        try:
            self._act(request, page, panels)
        except RefusedError as problem:
            return JsonResponse({"refused": str(problem)}, status=409)
        return JsonResponse(Panels(page).as_json())

    def _act(self, request: HttpRequest, page: ArticlePage, panels: Panels) -> None:
        """Do what was asked for. Raises RefusedError."""
        if fingerprint := request.POST.get("review-take-back"):
            take_back(page, fingerprint)
            return
        fingerprint = request.POST.get("review-dismiss", "")
        reason = request.POST.get("review-reason", "")
        dismiss(page, panels.review, fingerprint, reason, request.user)
