"""How the catalogue stands, on the admin's first page."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Min
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from products.availability import State
from products.feed.source import Source, the_source
from products.models import CatalogueRecord, CatalogueRun, Shop

from .base import may_bring_in
from .history import Line, line_of


@dataclass(frozen=True, slots=True)
class Health:
    """The last run, what a person should look at, and since when prices are hidden."""

    last: Line | None
    withdrawn: int
    source: Source
    prices_hidden_since: datetime | None

    @property
    def is_worth_showing(self) -> bool:
        """Tell whether there is anything to tell beside that a catalogue can be brought in."""
        return bool(self.last or self.source.is_scheduled)


class CataloguePanel(Component):
    """The last run and its errors, the number withdrawn, and whether prices are hidden. For who may add runs."""

    name = "catalogue"
    template_name = "products/screens/dashboard.html"
    order = 120

    def render_html(self, parent_context: Any = None) -> str:
        """Return the panel, or nothing. Five queries."""
        request = parent_context["request"]
        if not may_bring_in(request.user):
            return ""
        context = {"health": health(), "catalogue_url": reverse("catalogue:index")}
        return render_to_string(self.template_name, context, request=request)


def health() -> Health:
    """Return how the catalogue stands."""
    run = CatalogueRun.objects.defer("report").select_related("user").first()
    withdrawn = CatalogueRecord.objects.filter(
        withdrawn_at__isnull=False, product__state=State.HIDDEN, product__live=True
    )
    return Health(
        last=line_of(run) if run else None,
        withdrawn=withdrawn.count(),
        source=the_source(),
        prices_hidden_since=_prices_hidden_since(Shop.load()),
    )


def _prices_hidden_since(shop: Shop) -> datetime | None:
    """Return since when the oldest price of a product that is on offer is hidden; the rule is that of `showing`."""
    if not shop.is_scheduled:
        return None
    until = timedelta(hours=shop.price_hours)
    priced = CatalogueRecord.objects.filter(
        product__live=True, product__price__isnull=False, product__state=State.LIVE, withdrawn_at=None
    )
    oldest = priced.aggregate(oldest=Min("seen_at"))["oldest"]
    return oldest + until if oldest and oldest + until < timezone.now() else None


def add_catalogue_panel(request: HttpRequest, panels: list[Component]) -> None:
    """Put the panel among those of the first page."""
    panels.append(CataloguePanel())
