"""The report of both: articles down, products across, and how often one mentions the other."""

from collections.abc import Iterable, Iterator
from typing import Any

import django_filters
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from products.models import ProductPage

from ..models import ArticlePage, ProductRelation
from ..models.mention import MentionKind
from .product_access import nameable_articles
from .product_report import ProductReportView
from .product_report_most import most_mentioned

# More columns than this do not fit beside each other; a file has them all.
ACROSS = 5


class MatrixFilters(WagtailFilterSet):
    """Narrows the matrix to articles of some time, or to those that mention a product in one way."""

    published_at = django_filters.DateFromToRangeFilter(label=_("Published"), widget=DateRangePickerWidget)
    mention = django_filters.ChoiceFilter(
        label=_("Strongest mention"), choices=MentionKind.choices, method="filter_mention"
    )

    class Meta:
        model = ArticlePage
        fields = ["published_at"]

    def filter_mention(self, articles: QuerySet, name: str, wanted: str) -> QuerySet:
        """Keep the articles that mention any product in this way."""
        return articles.filter(Exists(ProductRelation.objects.filter(article=OuterRef("pk"), mention=wanted)))


class MatrixView(ProductReportView):
    """Shows the counts of some products at a time; its file has all of them."""

    page_title = _("Articles and products")
    header_icon = "table"
    model = ArticlePage
    filterset_class = MatrixFilters
    index_url_name = "report_matrix"
    index_results_url_name = "report_matrix_results"
    results_template_name = "blog/editor/product_report_matrix.html"
    paginate_by = 25
    about = _(
        "How often each published article mentions each product. The file has all products side by side."
    )

    def get_queryset(self) -> QuerySet:
        """Return the articles this user may know of that mention products, newest first."""
        related = Exists(ProductRelation.objects.filter(article=OuterRef("pk")))
        return nameable_articles(self.request.user).filter(related).order_by("-published_at", "pk")

    @cached_property
    def products(self) -> list[ProductPage]:
        """Return the products across, most-mentioned first. One query."""
        return list(most_mentioned(self.request.user).only("title", "handle"))

    @property
    def across(self) -> Page:
        """Return the products that are shown at a time."""
        return Paginator(self.products, ACROSS).get_page(self.request.GET.get("across", 1))

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Give each article on the screen its counts."""
        if self.is_export:
            return object_list
        return list(self._counted(list(object_list), list(self.across)))

    def _counted(
        self, articles: list[ArticlePage], products: list[ProductPage]
    ) -> Iterator[tuple[ArticlePage, list[int | None]]]:
        """Yield each article with how often it mentions each of these products. One query."""
        relations = ProductRelation.objects.filter(article__in=[article.pk for article in articles])
        rows = relations.filter(product__in=[product.pk for product in products])
        counts = {(a, p): n for a, p, n in rows.values_list("article", "product", "mentions")}
        for article in articles:
            yield article, [counts.get((article.pk, product.pk)) for product in products]

    def sheet(self, rows: Iterable[ArticlePage]) -> Iterator[list[Any]]:
        """Yield the whole matrix."""
        yield [_("Article"), _("Published"), *(product.title for product in self.products)]
        for article, counts in self._counted(list(rows), self.products):
            yield [article.title, article.published_at, *counts]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"across": self.across}
