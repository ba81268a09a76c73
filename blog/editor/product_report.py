"""What the reports on articles and products have in common: who sees them, and their XLSX files."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from .product_access import may_see_reports
from .product_sheet import write_sheet

Cells = list[tuple[Any, Callable[[Any], Any]]]


class ProductReportView(ReportView):
    """A report for everybody who works on articles or products; each sees what they may see of both.

    `cells` are the headings of the file, each with what takes its value from a row.
    """

    FORMATS = (ReportView.FORMAT_XLSX,)
    list_export = ["xlsx"]
    results_template_name = "blog/editor/product_report_results.html"
    about: Any = ""
    cells: Cells = []

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in who works on pages."""
        if not may_see_reports(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer the file that keeps text as text, and no CSV."""
        return [button for button in super().header_more_buttons if button.url != self.csv_export_url]

    def get_filename(self) -> str:
        return self.index_url_name.replace("_", "-")

    def sheet(self, rows: Iterable[Any]) -> Iterator[list[Any]]:
        """Yield the rows of the file."""
        yield [heading for heading, _value in self.cells]
        for row in rows:
            yield [value(row) for _heading, value in self.cells]

    def write_xlsx(self, queryset: Any, output: Any) -> None:
        write_sheet(self.sheet(queryset), output)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"about": self.about}


class ReportMenuItem(MenuItem):
    """A report's line in the menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether this user works on articles or products."""
        return may_see_reports(request.user)


def edit_url(page: Page) -> str:
    """Return the address of a page's form; who may not edit it is told so there."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def articles_url(product: Page) -> str:
    """Return the address of the screen of a product's articles."""
    return reverse("product_articles", args=[product.pk])
