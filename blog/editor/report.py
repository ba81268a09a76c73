"""The report of articles to look at: what the checks find in each, from what was last saved.

The number of its queries does not grow with its rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import django_filters
from django.db.models import Case, F, Prefetch, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import PageReportView
from wagtail.models import WorkflowState
from wagtail.permissions import page_permission_policy

from ..checks.findings import Review, review_all
from ..models import ArticlePage
from ..review import is_overdue
from .ranking import CHECKED, most_pressing_first
from .saved import show_last_saved

_PERMISSIONS = ["add", "change", "publish"]


@dataclass(frozen=True, slots=True)
class Row:
    """An article with its review. `is_due` when its next review is overdue."""

    page: ArticlePage
    review: Review
    is_due: bool


class ArticleFilters(WagtailFilterSet):
    """Narrows the report to what is live, or overdue for review."""

    overdue = django_filters.BooleanFilter(label=_("Review overdue"), method="filter_overdue")

    class Meta:
        model = ArticlePage
        fields = ["live"]

    def filter_overdue(self, articles: QuerySet, name: str, wanted: bool) -> QuerySet:
        """Keep the articles whose next review is overdue, or the others."""
        return articles.filter(_overdue()) if wanted else articles.exclude(_overdue())


class ArticlesToLookAtView(PageReportView):
    """Lists articles, those first that most need mending, then those due for review."""

    page_title = _("Articles to look at")
    header_icon = "clipboard-list"
    model = ArticlePage
    filterset_class = ArticleFilters
    results_template_name = "blog/editor/report_results.html"
    index_url_name = "article_report"
    index_results_url_name = "article_report_results"
    any_permission_required = _PERMISSIONS
    permission_policy = page_permission_policy
    paginate_by = 25
    # A file of all articles would check them all at once.
    list_export: list[str] = []

    def get_queryset(self) -> QuerySet:
        """Return the articles this user may edit. An alias has no words of its own: its original is here."""
        allowed = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        self.queryset = (
            ArticlePage.objects.filter(pk__in=allowed.values("pk"), alias_of=None)
            .annotate_approved_schedule()
            .select_related("latest_revision")
            .prefetch_related("anchors", "bylines", workflow_states())
        )
        return super().get_queryset()

    def get_filtered_queryset(self) -> QuerySet:
        """Return what the filters leave, most pressing first."""
        return most_pressing_first(super().get_filtered_queryset(), _due_first())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how many articles the order knows of."""
        return super().get_context_data(**kwargs) | {"checked": CHECKED}

    def decorate_paginated_queryset(self, articles: Iterable[ArticlePage]) -> list[Row]:
        """Return the articles of this page of the list, as last saved, each with its review."""
        pages = [show_last_saved(page) for page in articles]
        today = timezone.localdate()
        return [
            Row(page, review, is_overdue(page.reviewed_on, page.review_due_on, today))
            for page, review in zip(pages, review_all(pages), strict=True)
        ]


def _overdue() -> Q:
    """Return the condition under which a review should have been by now: what `review.is_overdue` says of one."""
    today = timezone.localdate()
    by_itself = Q(review_due_on__isnull=True, reviewed_on__lt=_year_before(today))
    return Q(reviewed_on__isnull=False) & (Q(review_due_on__lt=today) | by_itself)


def _due_first() -> list[Any]:
    """Return an order in which overdue reviews come first, then those that are due soonest."""
    return [
        Case(When(_overdue(), then=Value(0)), default=Value(1)),
        F("review_due_on").asc(nulls_last=True),
        F("reviewed_on").asc(nulls_last=True),
        "pk",
    ]


def _year_before(day: date) -> date:
    """Return the day whose reviews are due again on `day`; later ones are not due yet."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)


def workflow_states() -> Prefetch:
    """Return what a page asks for its status: as Wagtail's `prefetch_workflow_states`, for pages of one type."""
    active = WorkflowState.objects.active().select_related("current_task_state__task")
    return Prefetch("_specific_workflow_states", queryset=active, to_attr="_current_workflow_states")


class ArticlesToLookAtMenuItem(MenuItem):
    """The report's line in the menu, for who may work on pages."""

    def is_shown(self, request: Any) -> bool:
        """Tell whether this user may edit any page."""
        return page_permission_policy.user_has_any_permission(request.user, _PERMISSIONS)


def menu_item() -> MenuItem:
    """Return the report's line in the menu."""
    return ArticlesToLookAtMenuItem(
        _("Articles to look at"),
        reverse("article_report"),
        name="articles-to-look-at",
        icon_name="clipboard-list",
        order=100,
    )
