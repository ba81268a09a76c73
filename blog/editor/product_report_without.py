"""The reports of articles that mention no product, and of products no article mentions."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn

from products.availability import State
from products.models import ProductPage
from qnwellness.content.visibility import public

from ..models import ArticlePage, ProductRelation
from .product_access import nameable_articles, nameable_products
from .product_report import Cells, ProductReportView, edit_url


class ArticleDates(WagtailFilterSet):
    """Narrows a report of articles to when they were published."""

    published_at = django_filters.DateFromToRangeFilter(label=_("Published"), widget=DateRangePickerWidget)

    class Meta:
        model = ArticlePage
        fields = ["published_at"]


class ProductStates(WagtailFilterSet):
    """Narrows a report of products to a state."""

    class Meta:
        model = ProductPage
        fields = ["state"]


def articles_without(user: Any) -> QuerySet[ArticlePage]:
    """Return the published articles a user may know of that mention no product."""
    related = Exists(ProductRelation.objects.filter(article=OuterRef("pk")))
    return nameable_articles(user).filter(~related, live=True, alias_of=None)


def products_without(user: Any) -> QuerySet[ProductPage]:
    """Return the products shoppers can see, and a user may know of, that no article mentions.

    Neither they nor a product they take the place of.
    """
    related = Exists(ProductRelation.objects.filter(product=OuterRef("pk")))
    before = ProductRelation.objects.filter(
        product__replacement=OuterRef("pk"), product__state=State.DISCONTINUED
    )
    return public(nameable_products(user)).filter(~related & ~Exists(before)).exclude(_is_succeeded())


def _is_succeeded() -> Q:
    # Nobody writes about what another product has taken the place of.
    return Q(state=State.DISCONTINUED, replacement__isnull=False)


class ArticlesWithoutView(ProductReportView):
    """Lists articles without a product."""

    page_title = _("Articles without a product")
    header_icon = "doc-empty"
    model = ArticlePage
    filterset_class = ArticleDates
    index_url_name = "report_articles_without"
    index_results_url_name = "report_articles_without_results"
    about = _("Published articles that neither show a product nor name one. Some of them should not.")
    columns = [
        TitleColumn("title", label=_("Article"), get_url=edit_url),
        DateColumn("published_at", label=_("Published")),
        BooleanColumn("has_unpublished_changes", label=_("Has unpublished changes")),
    ]
    cells: Cells = [
        (_("Article"), lambda row: row.title),
        (_("Address"), lambda row: row.full_url),
        (_("Published"), lambda row: row.published_at),
    ]

    def get_queryset(self) -> QuerySet:
        """Return what this user may know of, newest first."""
        return articles_without(self.request.user).order_by("-published_at", "pk")


class ProductsWithoutView(ProductReportView):
    """Lists products no article mentions."""

    page_title = _("Products no article mentions")
    header_icon = "tag"
    model = ProductPage
    filterset_class = ProductStates
    index_url_name = "report_products_without"
    index_results_url_name = "report_products_without_results"
    about = _("Products shoppers can see whose list of related articles is empty.")
    columns = [
        TitleColumn("title", label=_("Product"), get_url=edit_url),
        Column("handle", label=_("Handle")),
        Column("sku", label=_("SKU")),
        Column("state", label=_("State"), accessor="get_state_display"),
    ]
    cells: Cells = [
        (_("Product"), lambda row: row.title),
        (_("Handle"), lambda row: row.handle),
        (_("SKU"), lambda row: row.sku),
        (_("State"), lambda row: row.get_state_display()),
    ]

    def get_queryset(self) -> QuerySet:
        """Return what this user may know of, by name."""
        return products_without(self.request.user).order_by("title", "pk")
