"""What shops elsewhere have been told of each product's list, for who looks after that."""

from typing import Any

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button

from ..models import ListDelivery
from ..pushing.deliver import send_again
from ..pushing.senders import SENDERS
from ..pushing.shopify.download import matrixify_file
from .product_sheet import write_sheet

PERMISSION = "blog.change_sidebarsettings"
_FAILED = ~Q(error="")
_WAITING = Q(error="", next_attempt_at__isnull=False)
_STATES = {
    "delivered": ~_FAILED & ~_WAITING,
    "waiting": _WAITING,
    "failed": _FAILED,
}


class DeliveryFilters(WagtailFilterSet):
    """Narrows the list to a channel, a state, or a handle."""

    handle = django_filters.CharFilter(label=_("Handle"), lookup_expr="icontains")
    state = django_filters.ChoiceFilter(
        label=_("State"),
        method="in_state",
        choices=[("delivered", _("Delivered")), ("waiting", _("Waiting")), ("failed", _("Not delivered"))],
    )

    class Meta:
        model = ListDelivery
        fields = ["handle", "channel", "state"]

    def in_state(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        """Return the rows in a state."""
        return rows.filter(_STATES[value])


class DeliveriesView(ReportView):
    """Lists what each shop has, what it is about to get, and why it did not."""

    page_title = _("Lists sent to shops")
    header_icon = "list-ul"
    model = ListDelivery
    filterset_class = DeliveryFilters
    index_url_name = "deliveries"
    index_results_url_name = "deliveries_results"
    results_template_name = "blog/editor/deliveries_results.html"
    FORMATS = (ReportView.FORMAT_XLSX,)
    list_export = ["xlsx"]
    columns = [
        Column("handle", label=_("Product"), sort_key="handle"),
        Column("channel", label=_("To"), accessor="get_channel_display", sort_key="channel"),
        DateColumn("delivered_at", label=_("Delivered"), sort_key="delivered_at"),
        Column("state", label=_("State"), accessor=lambda row: state_of(row)),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in who may say what shops are told."""
        _refuse_others(request)
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet:
        """Return everything, what went wrong first."""
        return ListDelivery.objects.order_by("-error", "handle", "channel")

    @property
    def header_more_buttons(self) -> list[Button]:
        """Offer the file that keeps text as text, no CSV of it, and the lists for shops that take them as a file."""
        own = [button for button in super().header_more_buttons if button.url != self.csv_export_url]
        return own + [
            Button(label, reverse("deliveries_matrixify", args=[kind]), icon_name="download")
            for label, kind in (
                (_("All lists for Matrixify (CSV)"), "csv"),
                (_("All lists for Matrixify (XLSX)"), "xlsx"),
            )
        ]

    def get_filename(self) -> str:
        return "lists-sent-to-shops"

    def write_xlsx(self, queryset: Any, output: Any) -> None:
        rows = [[row.handle, row.get_channel_display(), row.delivered_at, state_of(row)] for row in queryset]
        write_sheet([[_("Product"), _("To"), _("Delivered"), _("State")], *rows], output)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add which channels are on, and how much could not be delivered."""
        on = [kind.channel.label for kind in SENDERS if kind().is_on()]
        failed = ListDelivery.objects.filter(_FAILED).count()
        return super().get_context_data(**kwargs) | {"channels_on": on, "failed": failed}


class SendAgainView(View):
    """Has lists sent again: those that could not be (`which=failed`), or all of them."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Note it, say so, and go back: they are sent by the schedule, not while somebody waits."""
        _refuse_others(request)
        rows = ListDelivery.objects.all()
        number = send_again(rows.filter(_FAILED) if request.POST.get("which") == "failed" else rows)
        said = ngettext("%d list is sent again", "%d lists are sent again", number) % number
        messages.success(request, _("%(lists)s within a minute or two.") % {"lists": said})
        return redirect("deliveries")


class DeliveriesMenuItem(MenuItem):
    """The line in the menu of reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether this user may say what shops are told."""
        return request.user.has_perm(PERMISSION)


def menu_item() -> DeliveriesMenuItem:
    """Return the line in the menu of reports."""
    return DeliveriesMenuItem(
        DeliveriesView.page_title,
        reverse("deliveries"),
        name="deliveries",
        icon_name=DeliveriesView.header_icon,
        order=130,
    )


def delivery_urls() -> list[URLPattern]:
    """Return the addresses of the list, of its table alone, of sending again, and of the file for Matrixify."""
    return [
        path("reports/deliveries/", DeliveriesView.as_view(), name="deliveries"),
        path(
            "reports/deliveries/results/",
            DeliveriesView.as_view(results_only=True),
            name="deliveries_results",
        ),
        path("reports/deliveries/matrixify.<str:kind>", matrixify_file, name="deliveries_matrixify"),
        path("reports/deliveries/again/", SendAgainView.as_view(), name="deliveries_again"),
    ]


def state_of(row: ListDelivery) -> str:
    """Return in a sentence where a list is, and what went wrong."""
    if not row.next_attempt_at:
        return (
            f"{row.error} {_('Not tried again before the list changes.')}"
            if row.error
            else str(_("Delivered"))
        )
    if not row.error:
        return str(_("Waiting"))
    due = date_format(localtime(row.next_attempt_at), "j N, H:i")
    return f"{row.error} {_('Tried again at %(time)s.') % {'time': due}}"


def _refuse_others(request: HttpRequest) -> None:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
