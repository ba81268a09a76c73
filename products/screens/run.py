"""One run: its plan before it is applied, how far it has come, its report afterwards; the report as a spreadsheet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages

from products.models import CatalogueRun
from qnwellness.content.files import Unreadable
from qnwellness.content.spreadsheets import as_xlsx

from . import history, lines
from .actions import BY_KEY
from .base import CatalogueView
from .owners import owners
from .planned import FILE, with_plan

PRODUCTS = 50
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class RunView(CatalogueView):
    """Shows a run, narrowed to one action where that is chosen."""

    http_method_names = ["get"]
    template_name = "products/screens/run.html"

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Find the run only for who may see it."""
        return super().dispatch(request, pk=pk)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the run, its plan made where that is not done yet."""
        try:
            with_plan(self.run)
        except Unreadable as problem:
            messages.error(request, str(problem))
        return self.render_to_response(self.get_context_data())

    @cached_property
    def run(self) -> CatalogueRun:
        """Return the run."""
        return get_object_or_404(CatalogueRun.objects.select_related("user"), pk=self.kwargs["pk"])

    @property
    def outcomes(self) -> Sequence[Mapping[str, Any]]:
        """Return what is known of each product: what would happen, or what did."""
        return [line for line in self.run.report if FILE not in line]

    @property
    def is_planned(self) -> bool:
        """Tell whether the list says what would happen, and not what did."""
        return self.run.status == CatalogueRun.Status.PLANNED

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        """Name the run."""
        return [{"url": "", "label": history.line_of(self.run).source}]

    def get_page_subtitle(self) -> str:
        """Return the name of the file, or the address."""
        return history.line_of(self.run).source

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the run, and a page of its products."""
        action = BY_KEY.get(self.request.GET.get("action", ""))
        page = Paginator(lines.chosen(self.outcomes, action), PRODUCTS).get_page(self.request.GET.get("p"))
        page.object_list = [lines.line_of(item, is_planned=self.is_planned) for item in page.object_list]
        return super().get_context_data(**kwargs) | {
            "line": history.line_of(self.run),
            "guard": self.run.error if self.is_planned else "",
            "facts": list(facts(self.run)),
            "action": action,
            "filters": lines.filters(self.outcomes, action, is_planned=self.is_planned),
            "lines": page,
            "query": urlencode({"action": action.key}) + "&" if action else "",
            "owners": owners(),
        }


def facts(run: CatalogueRun) -> Iterator[tuple[str, str]]:
    """Yield what a person may want to know of a run, with its name."""
    if run.format:
        yield _("Format"), run.format
    yield (
        _("Started"),
        f"{date_format(localtime(run.started_at), 'SHORT_DATETIME_FORMAT')}, {history.who(run)}",
    )
    if run.finished_at:
        yield _("Ended"), date_format(localtime(run.finished_at), "SHORT_DATETIME_FORMAT")
    about = next((line[FILE] for line in run.report if FILE in line), {})
    if unknown := about.get("unknown"):
        yield _("Columns this site has no field for"), ", ".join(unknown)
    for notice in about.get("notices", ()):
        yield _("Note"), notice
    whole = _("all products: what is missing is withdrawn")
    yield _("Holds"), whole if run.is_full else _("some products: what is missing stays")


class ReportView(RunView):
    """The whole report as a spreadsheet."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send the file."""
        headings = [
            _("Row"),
            _("Handle"),
            _("Title"),
            _("Result"),
            _("What is wrong"),
            _("Fields"),
            _("Notes"),
        ]
        data = as_xlsx(_("Catalogue"), [str(heading) for heading in headings], self._rows())
        name = f"catalogue-{localtime(self.run.started_at):%Y-%m-%d-%H%M}.xlsx"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(data, content_type=_XLSX, headers=headers)

    def _rows(self) -> Iterator[list[str]]:
        for outcome in self.outcomes:
            line = lines.line_of(outcome, is_planned=self.is_planned)
            fields = "; ".join(f"{change.label}: {change.here} → {change.shop}" for change in line.changes)
            notices = "; ".join(line.notices)
            yield [line.handle, line.title, line.words, line.error, fields, notices]
