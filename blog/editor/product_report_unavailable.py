"""The report of articles that promote products nobody can buy."""

from collections.abc import Iterable, Iterator
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.permissions import page_permission_policy

from products.models import ProductPage
from qnwellness.content.visibility import public_q

from ..mentions.collect import collect
from ..mentions.standing import UNAVAILABLE, unavailable
from ..models import ArticlePage, ProductRelation
from .product_access import nameable
from .product_report import Cells, ProductReportView, articles_url, edit_url

# Bodies that are read for products which are deleted.
READ = 200


class UnavailableFilters(WagtailFilterSet):
    """Narrows the report to one reason, or to one kind of mention."""

    standing = django_filters.ChoiceFilter(
        label=_("The product is"), choices=[(standing.value, name) for standing, name in UNAVAILABLE.items()]
    )

    class Meta:
        model = ProductRelation
        fields = ["mention"]


def reason(relation: ProductRelation) -> str:
    """Return why nobody can buy the product, and what takes its place."""
    said = str({standing.value: name for standing, name in UNAVAILABLE.items()}[relation.standing])
    successor = relation.product.replacement
    return f"{said} → {successor.title}" if relation.standing == "replaced" and successor else said


def unavailable_for(user: Any) -> QuerySet:
    """Return the relations the report lists for a user: of articles they edit, or what they may know of both."""
    edited = page_permission_policy.instances_user_has_permission_for(user, "change").values("pk")
    known = public_q(ArticlePage, prefix="article__") & nameable(user, ProductPage, "product__")
    return unavailable().filter(Q(article__in=edited) | known)


def naming_deleted(user: Any) -> list[ArticlePage]:
    """Return published articles a user may edit that name a product which is deleted. Two queries.

    Relations, and the reference index, go with the product: only the bodies know. Looks into the `READ` published last.
    """
    edited = page_permission_policy.instances_user_has_permission_for(user, "change").values("pk")
    live = ArticlePage.objects.filter(pk__in=edited, live=True, alias_of=None).defer("corrections")
    named = {
        article: {one.product for one in collect(article.body.raw_data)}
        for article in live.order_by("-published_at", "-pk")[:READ]
    }
    kept = set(ProductPage.objects.filter(pk__in=set().union(*named.values())).values_list("pk", flat=True))
    return sorted((article for article in named if named[article] - kept), key=lambda one: one.title)


class UnavailableView(ProductReportView):
    """Lists articles with the products in them that are not for sale."""

    page_title = _("Unavailable products in articles")
    header_icon = "warning"
    model = ProductRelation
    filterset_class = UnavailableFilters
    index_url_name = "report_unavailable"
    index_results_url_name = "report_unavailable_results"
    about = _(
        "Published articles that show products nobody can buy. Mend it once, at the product: name what replaces it, and"
        " every article shows that."
    )
    columns = [
        TitleColumn("article", label=_("Article"), get_url=lambda row: edit_url(row.article)),
        TitleColumn("product", label=_("Product"), get_url=lambda row: articles_url(row.product)),
        Column("why", label=_("Why"), accessor=reason),
        Column("mention", label=_("Strongest mention"), accessor="get_mention_display"),
        Column("mentions", label=_("Mentions")),
        DateColumn("published", label=_("Published")),
    ]
    cells: Cells = [
        (_("Article"), lambda row: row.article.title),
        (_("Address"), lambda row: row.article.full_url),
        (_("Product"), lambda row: row.product.title),
        (_("Handle"), lambda row: row.product.handle),
        (_("Why"), reason),
        (_("Strongest mention"), lambda row: row.get_mention_display()),
        (_("Mentions"), lambda row: row.mentions),
        (_("Published"), lambda row: row.published),
    ]

    def get_queryset(self) -> QuerySet:
        """Return what this user may know of, strongest mention first."""
        relations = unavailable_for(self.request.user).select_related("article", "product__replacement")
        return relations.defer("article__body", "article__corrections").order_by("rank", "-published", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the articles that name products which are deleted: no relation tells of those."""
        return super().get_context_data(**kwargs) | {
            "gone": naming_deleted(self.request.user),
            "read": READ,
        }

    def sheet(self, rows: Iterable[ProductRelation]) -> Iterator[list[Any]]:
        """Yield the rows of the file, and after them the articles that name products which are deleted."""
        yield from super().sheet(rows)
        for article in naming_deleted(self.request.user):
            yield [article.title, article.full_url, "", "", _("deleted")]
