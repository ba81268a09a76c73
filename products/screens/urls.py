"""The addresses of the catalogue's screens, below /admin/catalogue/."""

from django.urls import path

from .apply import AdvanceView, CancelView
from .run import ReportView, RunView
from .start import FetchView, IndexView

app_name = "catalogue"

urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("fetch/", FetchView.as_view(), name="fetch"),
    path("<int:pk>/", RunView.as_view(), name="run"),
    path("<int:pk>/advance/", AdvanceView.as_view(), name="advance"),
    path("<int:pk>/cancel/", CancelView.as_view(), name="cancel"),
    path("<int:pk>/report.xlsx", ReportView.as_view(), name="report"),
]
