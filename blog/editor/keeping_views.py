"""Wagtail's questions whether to unpublish or delete, which are not asked before articles were looked at."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction
from wagtail.admin.views.pages.unpublish import UnpublishView
from wagtail.admin.viewsets.pages import PageViewSet

from products.models import ProductPage

from .keeping_products import keep
from .replacing import DELETE, UNPUBLISH


class UnpublishProductView(UnpublishView):
    """Asks whether to unpublish a product that no article shows; of another one it tells where first."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask, or lead to where the product stands."""
        return keep(request, [self.object], UNPUBLISH) or super().get(request, *args, **kwargs)


class ProductViewSet(PageViewSet):
    """The admin's views of products."""

    model = ProductPage
    unpublish_view_class = UnpublishProductView


class DeletePagesAction(DeleteBulkAction):
    """Deletes ticked pages, unless products among or below them are in use."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask, or tell what is in use."""
        pages, _refused = self.get_actionable_objects()
        return keep(request, pages, DELETE) or super().get(request, *args, **kwargs)
