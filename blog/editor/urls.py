"""The addresses of the panels beside an article's form, below /admin/articles/."""

from django.urls import path

from .products import LinkProductsView
from .views import DismissView, ReviewNewView, ReviewView

app_name = "article_review"

urlpatterns = [
    path("<int:page_id>/review/", ReviewView.as_view(), name="edit"),
    path("<int:page_id>/findings/", DismissView.as_view(), name="findings"),
    path("<int:page_id>/products/", LinkProductsView.as_view(), name="products"),
    path("new/<int:page_id>/review/", ReviewNewView.as_view(), name="add"),
]
