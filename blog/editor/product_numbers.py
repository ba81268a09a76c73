"""The numbers about articles and products that need somebody, on the admin's first page."""

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from .product_access import may_see_reports
from .product_report_unavailable import unavailable_for
from .product_report_without import products_without


class Number(NamedTuple):
    """How much there is to do, in words, and where."""

    words: str
    url: str


class ProductNumbersPanel(Component):
    """How many articles promote what nobody can buy, and how many products no article mentions.

    Nothing where there is nothing to do. It reads rows that publishing wrote, and no article.
    """

    name = "product_numbers"
    template_name = "blog/editor/product_numbers.html"
    order = 105

    def render_html(self, parent_context: Any = None) -> str:
        """Return the panel, or nothing."""
        request = parent_context["request"]
        numbers = _numbers(request.user) if may_see_reports(request.user) else []
        if not numbers:
            return ""
        return render_to_string(self.template_name, {"numbers": numbers}, request=request)


def _numbers(user: Any) -> list[Number]:
    promoting = unavailable_for(user).values("article").distinct().count()
    without = products_without(user).count()
    found = [
        (
            promoting,
            ngettext(
                "%(count)s article shows products nobody can buy",
                "%(count)s articles show products nobody can buy",
                promoting,
            ),
            "report_unavailable",
        ),
        (
            without,
            ngettext("%(count)s product is in no article", "%(count)s products are in no article", without),
            "report_products_without",
        ),
    ]
    return [Number(words % {"count": count}, reverse(name)) for count, words, name in found if count]


def add_product_numbers(request: HttpRequest, panels: list[Component]) -> None:
    """Add the panel."""
    panels.append(ProductNumbersPanel())
