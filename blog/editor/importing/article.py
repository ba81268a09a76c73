"""One article of an import: the source beside the page it would be."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property

from ...importing.document.stored import from_json
from ...importing.placing import unforeseen
from ...importing.plan import Action
from ...models import ImportItem
from .base import RunView
from .differing import differences
from .history import OVER
from .lines import line_of
from .listed import items_of
from .looking import planned_page
from .source_side import source_side


class ArticleView(RunView):
    """Shows an article as it was read, and in a frame the page."""

    http_method_names = ["get"]
    template_name = "blog/importing/article.html"

    def get(self, request: HttpRequest, pk: int, item: int) -> HttpResponse:
        """Show both."""
        return self.render_to_response(self.get_context_data())

    @cached_property
    def item(self) -> ImportItem:
        """Return the article with what was read. Raises Http404 where nothing was."""
        items = items_of(self.run, is_over=self.run.status in OVER).defer(None)
        item = get_object_or_404(items, pk=self.kwargs["item"])
        if not item.content:
            raise Http404
        return item

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        """Come from the import."""
        return [*super().further_breadcrumbs(), {"url": "", "label": self.item.title or self.item.source}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add both sides, and the ways to the articles before and behind it."""
        item = self.item
        report = item.report or {}
        around = self.run.items.filter(content__isnull=False)
        before = around.filter(position__lt=item.position).order_by("-position").values_list("pk", flat=True)
        behind = around.filter(position__gt=item.position).order_by("position").values_list("pk", flat=True)
        return super().get_context_data(**kwargs) | {
            "line": line_of(item, is_over=self.run.status in OVER),
            "side": source_side(from_json(item.content), report.get("set_aside") or ()),
            "differences": self._differences(),
            "look_url": reverse("article_import:look", args=[self.run.pk, item.pk]),
            "before_url": self._url(before.first()),
            "behind_url": self._url(behind.first()),
        }

    def _differences(self) -> list[Any]:
        """Return what a conflict is about; where it cannot be told, the frame says why."""
        try:
            return differences(self.item) if self.item.action == Action.CONFLICT else []
        except Exception as problem:
            unforeseen(problem)
            return []

    def _url(self, pk: int | None) -> str:
        return reverse("article_import:article", args=[self.run.pk, pk]) if pk else ""


class LookView(RunView):
    """The page an article would be, alone: for the frame beside its source."""

    http_method_names = ["get"]
    template_name = "blog/importing/no_look.html"

    def get(self, request: HttpRequest, pk: int, item: int) -> HttpResponse:
        """Show the page as readers would see it, or say why it cannot be shown."""
        found = get_object_or_404(
            self.run.items.filter(content__isnull=False).select_related("file", "run__parent"), pk=item
        )
        try:
            # As in the panel beside an article's form, without a menu of its own.
            return planned_page(found).make_preview_request(
                request, extra_request_attrs={"in_preview_panel": True}
            )
        except Exception as problem:
            # Whatever is wrong with one article, the screen beside it is still there to say so.
            return self.render_to_response({"why": unforeseen(problem)})
