"""The list of all products."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from qnwellness.content.pages import SitePage
from qnwellness.content.structured_data import Node

from ..queries import listed_products
from ..structured_data import list_products


class ProductIndexPage(SitePage):
    """The parent of all products."""

    page_size = 24

    intro = models.TextField(_("introduction"), blank=True, help_text=_("Shown under the heading."))

    template = "products/product_index_page.html"
    stylesheet = "product_index"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["products.ProductPage"]

    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("product list")
        verbose_name_plural = _("product lists")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        paginator = Paginator(listed_products(self), self.page_size)
        context["products"] = context["listed"] = paginator.get_page(request.GET.get("page"))
        return context

    def description_of(self, shown: Mapping[str, Any]) -> str:
        all_of_them = _("%(list)s: what is in each, what it costs, and what is known about it.")
        return self.search_description or self.intro or all_of_them % {"list": self.title}

    def structured_data(self, request: HttpRequest, shown: Mapping[str, Any], node: Node) -> Iterable[Node]:
        products = shown.get("products") or ()
        list_products(node, [(product.get_full_url(request), product.title) for product in products])
        return ()
