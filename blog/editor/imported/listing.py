"""The list of imported articles: what each still needs, filters, and what can be done with several."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.permissions import page_permission_policy

from ...models import ArticlePage, ImportRecord
from ..product_sheet import write_sheet
from ..report import workflow_states
from .needs import NEEDS, keys_of, look_through, needing
from .selection import MOST_AT_ONCE, check, publish, uncheck


@dataclass(frozen=True, slots=True)
class Row:
    """An imported article with what it still needs."""

    record: ImportRecord
    needs: list[Promise]


class ImportedFilters(WagtailFilterSet):
    """Narrows the list to what is left to do."""

    q = django_filters.CharFilter(
        label=gettext_lazy("Title"), field_name="article__draft_title", lookup_expr="icontains"
    )
    needs = django_filters.ChoiceFilter(
        label=gettext_lazy("Still needs"),
        choices=[("nothing", gettext_lazy("Nothing")), *NEEDS.items()],
        method="filter_needs",
    )
    checked = django_filters.BooleanFilter(
        label=gettext_lazy("Checked"), field_name="checked_at", lookup_expr="isnull", exclude=True
    )
    live = django_filters.BooleanFilter(label=gettext_lazy("Published"), field_name="article__live")

    class Meta:
        model = ImportRecord
        fields = ["created_in"]

    def filter_needs(self, records: QuerySet, name: str, wanted: str) -> QuerySet:
        """Keep the articles that need this, or nothing."""
        return records.filter(needs="") if wanted == "nothing" else records.filter(needing(wanted))


class ImportedArticlesView(ReportView):
    """Lists the imported articles a user may edit, the last brought in first."""

    page_title = gettext_lazy("Imported articles")
    header_icon = "download"
    model = ImportRecord
    filterset_class = ImportedFilters
    results_template_name = "blog/imported/results.html"
    index_url_name = "imported_articles"
    index_results_url_name = "imported_articles_results"
    any_permission_required = ["add", "change", "publish"]
    permission_policy = page_permission_policy
    paginate_by = MOST_AT_ONCE
    FORMATS = (ReportView.FORMAT_XLSX,)
    list_export = ["xlsx"]

    def get_queryset(self) -> QuerySet:
        """Return the records of articles this user may edit."""
        self.queryset = records_of(self.request.user)
        self.not_looked_through = look_through(self.queryset)
        articles = ArticlePage.objects.annotate_approved_schedule().prefetch_related(workflow_states())
        self.queryset = self.queryset.select_related("checked_by").prefetch_related(
            Prefetch("article", queryset=articles)
        )
        return super().get_queryset()

    def get_ordering(self) -> list[str]:
        return ["-updated_at", "-pk"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do what was asked with the chosen articles, say so, and show the same list again."""
        chosen = [pk for pk in request.POST.getlist("chosen") if pk.isdecimal()][:MOST_AT_ONCE]
        records = records_of(request.user).filter(pk__in=chosen).select_related("article")
        if not chosen:
            messages.warning(request, _("Choose one or more articles first."))
        elif request.POST.get("do") == "check":
            _tell(request, check(records, request.user), _counted_checked)
        elif request.POST.get("do") == "uncheck":
            _tell(request, uncheck(records), _counted_unchecked)
        elif request.POST.get("do") == "publish":
            self._publish(records)
        return HttpResponseRedirect(request.get_full_path())

    def _publish(self, records: Iterable[ImportRecord]) -> None:
        outcome = publish(records, self.request.user)
        if outcome.done:
            messages.success(self.request, _counted_published(len(outcome.done)))
        for title, reason in outcome.left:
            messages.warning(
                self.request, _("“%(title)s” was left as it is: %(why)s.") % {"title": title, "why": reason}
            )

    def decorate_paginated_queryset(self, records: Iterable[ImportRecord]) -> list[Row]:
        """Return the records of this page of the list, each with what it needs in words."""
        return [Row(record, [NEEDS[key] for key in keys_of(record)]) for record in records]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer the list as a file, and what the shop needs on the last day."""
        found = [button for button in super().header_more_buttons if button.url != self.csv_export_url]
        redirects, pictures = reverse("imported_redirects"), reverse("imported_pictures")
        return [
            *found,
            Button(_("Missing pictures"), pictures, icon_name="image", priority=80),
            Button(_("Redirects for the shop (CSV)"), redirects, icon_name="redirect", priority=90),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "counts": counts_of(self.request.user),
            "not_looked_through": self.not_looked_through,
        }

    def get_filename(self) -> str:
        return "imported-articles"

    def write_xlsx(self, rows: Iterable[Row], output: Any) -> None:
        """Write the list with everything the filters leave, as words."""
        write_sheet(_sheet(row.record for row in rows), output)


class ImportedArticlesMenuItem(MenuItem):
    """The list's line in the menu, for who may work on pages: asked twice on every screen, so without a query."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether this user works on pages."""
        return user_has_any_page_permission(request.user)


def menu_item() -> MenuItem:
    """Return the list's line in the menu."""
    return ImportedArticlesMenuItem(
        gettext_lazy("Imported articles"),
        reverse("imported_articles"),
        name="imported-articles",
        icon_name="download",
        order=105,
    )


def records_of(user: Any) -> QuerySet[ImportRecord]:
    """Return the records of the articles a user may edit. Raises PermissionDenied for who may edit no page."""
    if not page_permission_policy.user_has_any_permission(user, ["add", "change", "publish"]):
        raise PermissionDenied
    allowed = page_permission_policy.instances_user_has_any_permission_for(user, ["change", "publish"])
    return ImportRecord.objects.filter(article__in=allowed.values("pk"))


def counts_of(user: Any) -> dict[str, int]:
    """Return how many articles were imported, how many of them were checked and how many are public."""
    return records_of(user).aggregate(
        all=Count("pk"),
        checked=Count("pk", filter=Q(checked_at__isnull=False)),
        live=Count("pk", filter=Q(article__live=True)),
    )


def _sheet(records: Iterable[ImportRecord]) -> Iterable[list[Any]]:
    yield [
        *(_("Title"), _("Source"), _("Old address"), _("Address"), _("Published"), _("Checked"), _("By")),
        *(_("Still needs"), _("Notes of the import")),
    ]
    for record in records:
        article = record.article
        yield [
            article.draft_title or article.title,
            record.source,
            record.path,
            article.full_url if article.live else "",
            _("yes") if article.live else _("no"),
            record.checked_at,
            str(record.checked_by or ""),
            "; ".join(str(NEEDS[key]) for key in keys_of(record)),
            "\n".join(map(str, record.notes)),
        ]


def _tell(request: HttpRequest, count: int, said: Any) -> None:
    messages.success(request, said(count))


def _counted_checked(count: int) -> str:
    return ngettext("%(count)s article is checked.", "%(count)s articles are checked.", count) % {
        "count": count
    }


def _counted_unchecked(count: int) -> str:
    return ngettext(
        "%(count)s article is to be checked again.", "%(count)s articles are to be checked again.", count
    ) % {"count": count}


def _counted_published(count: int) -> str:
    return ngettext("%(count)s article was published.", "%(count)s articles were published.", count) % {
        "count": count
    }
