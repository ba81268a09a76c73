"""The report of the products articles mention most."""

from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from products.models import ProductPage

from ..models import ArticlePage
from ..models.mention import MentionKind
from .product_access import nameable, nameable_products
from .product_report import Cells, ProductReportView, articles_url
from .product_report_without import ProductStates


def most_mentioned(user: Any) -> QuerySet[ProductPage]:
    """Return the products a user may know of with `articles`, `callouts` and `mentioned`, most-mentioned first.

    Counted are the articles whose names this user may read.
    """
    seen = nameable(user, ArticlePage, "relations__article__")
    callouts = seen & Q(relations__mention=MentionKind.CALLOUT)
    counted = nameable_products(user).annotate(
        articles=Count("relations", filter=seen),
        callouts=Count("relations", filter=callouts),
        mentioned=Sum("relations__mentions", filter=seen),
    )
    return counted.filter(articles__gt=0).order_by("-articles", "-mentioned", "title", "pk")


class MostMentionedView(ProductReportView):
    """Lists products, the most-mentioned first."""

    page_title = _("Most-mentioned products")
    header_icon = "order-up"
    model = ProductPage
    filterset_class = ProductStates
    index_url_name = "report_most_mentioned"
    index_results_url_name = "report_most_mentioned_results"
    about = _("In how many published articles each product is, and how often it is shown or named there.")
    columns = [
        TitleColumn("title", label=_("Product"), get_url=articles_url),
        Column("articles", label=_("Articles")),
        Column("callouts", label=_("With a callout")),
        Column("mentioned", label=_("Mentions")),
        Column("state", label=_("State"), accessor="get_state_display"),
    ]
    cells: Cells = [
        (_("Product"), lambda row: row.title),
        (_("Handle"), lambda row: row.handle),
        (_("Articles"), lambda row: row.articles),
        (_("With a callout"), lambda row: row.callouts),
        (_("Mentions"), lambda row: row.mentioned),
        (_("State"), lambda row: row.get_state_display()),
    ]

    def get_queryset(self) -> QuerySet:
        """Return what this user may know of."""
        return most_mentioned(self.request.user)
