"""Wagtail's views of an article's form, with our panels beside it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet

from ..models import ArticlePage
from .side_panels import article_side_panels


class CreateArticleView(CreateView):
    """The form of a new article."""

    def get_side_panels(self) -> MediaContainer:
        own = article_side_panels(self.page, self.request, self.parent_page.pk)
        return MediaContainer([*super().get_side_panels(), *own])


class _WithPanels:
    """What the forms of a stored article have in common."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Open the form, and tell what it has been given that the version did not have."""
        response = super().get(request, *args, **kwargs)
        self._tell()
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        """Save or publish, and tell what has become of what was sent. An automatic save has nobody to tell."""
        response = super().form_valid(form)
        if not self.expects_json_response:
            self._tell()
        return response

    def _tell(self) -> None:
        for notice in self.form.notices:
            messages.warning(self.request, notice)

    def get_side_panels(self) -> MediaContainer:
        """Return what stands beside the form.

        The answer to an automatic save renews Wagtail's panels; ours are renewed by their own script, and would lose
        the reason somebody is writing.
        """
        panels: Any = super().get_side_panels()
        if self.expects_json_response:
            return panels
        return MediaContainer([*panels, *article_side_panels(self.page, self.request, 0)])


class EditArticleView(_WithPanels, EditView):
    """The form of an article."""


class RevertArticleView(_WithPanels, RevisionsRevertView):
    """The form of an older version of an article."""


class ArticleViewSet(PageViewSet):
    """The admin's views of articles."""

    model = ArticlePage
    add_view_class = CreateArticleView
    edit_view_class = EditArticleView
    revisions_revert_view_class = RevertArticleView
