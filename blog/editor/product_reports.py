"""The reports on articles and products: their addresses, and their lines in the menu."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks

from .product_report import ProductReportView, ReportMenuItem
from .product_report_matrix import MatrixView
from .product_report_most import MostMentionedView
from .product_report_unavailable import UnavailableView
from .product_report_without import ArticlesWithoutView, ProductsWithoutView

# In the order of the menu.
REPORTS: list[type[ProductReportView]] = [
    *(UnavailableView, ArticlesWithoutView, ProductsWithoutView),
    *(MostMentionedView, MatrixView),
]
_FIRST = 110


def report_urls() -> list[URLPattern]:
    """Return the addresses of all reports, and of their tables alone."""
    return [one for view in REPORTS for one in _urls(view)]


def register_menu_items() -> None:
    """Put every report into the menu."""
    for place, view in enumerate(REPORTS):
        hooks.register("register_reports_menu_item", _menu_item(view, _FIRST + place))


def _urls(view: type[ProductReportView]) -> list[URLPattern]:
    address = view.index_url_name.removeprefix("report_").replace("_", "-")
    return [
        path(f"reports/products/{address}/", view.as_view(), name=view.index_url_name),
        path(
            f"reports/products/{address}/results/",
            view.as_view(results_only=True),
            name=view.index_results_url_name,
        ),
    ]


def _menu_item(view: type[ProductReportView], order: int):
    def item() -> ReportMenuItem:
        name = view.index_url_name.replace("_", "-")
        address = reverse(view.index_url_name)
        return ReportMenuItem(view.page_title, address, name=name, icon_name=view.header_icon, order=order)

    return item
