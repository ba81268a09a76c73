"""The panels beside the form.

They stand among Wagtail's own side panels, which stay in view while one writes. Wagtail offers no hook for that
(github.com/wagtail/wagtail/issues/12179); its page views may be replaced since 8.0, and a view says in
`get_side_panels` what stands beside its form. All that leans on Wagtail's side panels is in this file and in `views`.
"""

from typing import Any

from django.forms.widgets import Script
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel

from ..models import ArticlePage
from .presenting import Panels


class ArticleSidePanel(BaseSidePanel):
    """A side panel that a script renews while one types."""

    class Media:
        js = [
            Script("blog/js/editor_review.js", type="module"),
            Script("blog/js/editor_go.js", type="module"),
        ]
        css = {"all": ["blog/css/editor_review.css"]}

    def __init__(self, page: ArticlePage, request: HttpRequest, *, panels: Panels, parent_id: int) -> None:
        super().__init__(page, request)
        self.panels = panels
        self.parent_id = parent_id

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        if self.object.pk:
            context["review_url"] = reverse("article_review:edit", args=[self.object.pk])
        else:
            context["review_url"] = reverse("article_review:add", args=[self.parent_id])
        return context


class ContentsSidePanel(ArticleSidePanel):
    """The contents list as shoppers will see it."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle contents list")
        icon_name = "list-ol"
        has_counter = False

    name = "contents"
    title = _("Contents")
    template_name = "blog/editor/contents_panel.html"
    order = 110

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["contents"] = self.panels.contents
        return context


class FactsSidePanel(ArticleSidePanel):
    """The facts the article uses, and the way to make facts of its figures."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle facts")
        icon_name = "fact"
        has_counter = False

    name = "facts"
    title = _("Facts")
    template_name = "blog/editor/facts_panel.html"
    order = 115

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["facts"] = self.panels.facts
        return context


class ProductsSidePanel(ArticleSidePanel):
    """The products the article shows and names, and the way to link names that are only written."""

    class Media:
        js = [Script("blog/js/editor_products.js", type="module")]
        css = {"all": ["blog/css/editor_products.css"]}

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle products")
        icon_name = "tag"
        has_counter = False

    name = "products"
    title = _("Products in this article")
    template_name = "blog/editor/products_panel.html"
    order = 117

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        context["products"] = self.panels.products
        return context


class FindingsSidePanel(ArticleSidePanel):
    """What must, should and could be mended before publishing."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle “Before you publish”")
        icon_name = "clipboard-list"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["count"] = self.panel.panels.pressing
            return context

    name = "findings"
    title = _("Before you publish")
    template_name = "blog/editor/findings_panel.html"
    order = 120

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        return context | {
            "review": self.panels.review,
            "groups": self.panels.groups,
            "is_saved": bool(self.object.pk),
        }


def article_side_panels(page: ArticlePage, request: HttpRequest, parent_id: int) -> list[ArticleSidePanel]:
    """Return the panels of an article whose form is being shown. They share one review."""
    panels = Panels(page)
    return [
        panel(page, request, panels=panels, parent_id=parent_id)
        for panel in (ContentsSidePanel, FactsSidePanel, ProductsSidePanel, FindingsSidePanel)
    ]
