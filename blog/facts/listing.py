"""The listing of facts: found by words and figures, narrowed to what wants looking at."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.models import ReferenceIndex
from wagtail.snippets.views.snippets import IndexView

from ..models import Fact
from .by_figure import by_figure


class FactFilters(WagtailFilterSet):
    """Narrows the listing by nutrient, kind of study, when it is to be checked, and whether it is used."""

    checked = django_filters.ChoiceFilter(
        label=_("Checked"),
        choices=[("overdue", _("To be checked again")), ("never", _("Never checked"))],
        method="filter_checked",
    )
    used = django_filters.ChoiceFilter(
        label=_("Used"), choices=[("no", _("Nowhere")), ("yes", _("Somewhere"))], method="filter_used"
    )

    class Meta:
        model = Fact
        fields = ["nutrient", "evidence"]

    def filter_checked(self, facts: QuerySet[Fact], name: str, wanted: str) -> QuerySet[Fact]:
        """Keep the facts that should have been checked again, or those nobody has checked."""
        return overdue(facts) if wanted == "overdue" else facts.filter(verified_on=None)

    def filter_used(self, facts: QuerySet[Fact], name: str, wanted: str) -> QuerySet[Fact]:
        """Keep the facts that stand somewhere, or those that stand nowhere. They know how often they are used."""
        return facts.filter(usage_count=0) if wanted == "no" else facts.filter(usage_count__gt=0)


def overdue(facts: QuerySet[Fact], today: date | None = None) -> QuerySet[Fact]:
    """Return those of the facts that should have been checked again before `today`."""
    return facts.filter(verify_by__lt=today or timezone.localdate())


class CheckedColumn(Column):
    """The day a fact was checked on, with a mark where it should have been checked again."""

    cell_template_name = "blog/facts/checked_cell.html"

    def get_cell_context_data(self, instance: Fact, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "is_overdue": instance.is_overdue()}


class FactIndexView(IndexView):
    """The listing, with how often each fact is used."""

    filterset_class = FactFilters

    def get_base_queryset(self) -> QuerySet[Fact]:
        facts = super().get_base_queryset().defer("sources")
        return facts.annotate(usage_count=ReferenceIndex.usage_count_subquery(Fact))

    def search_queryset(self, queryset: QuerySet[Fact]) -> Any:
        """Find by words, and by a figure."""
        figured = by_figure(queryset, self.search_query)
        return super().search_queryset(queryset) if figured is None else figured
