"""The addresses of an import's screens, below /admin/articles/import/."""

from django.urls import path

from .advance import AdvanceView, LeaveView
from .article import ArticleView, LookView
from .choosing import ChooseView
from .decided import DecisionsView, DecisionView, ForgetView
from .report import ReportView
from .run import OneRunView, PlanAgainView
from .start import IndexView
from .undo import UndoView

app_name = "article_import"

urlpatterns = [
    path("", IndexView.as_view(), name="index"),
    path("decisions/", DecisionsView.as_view(), name="decisions"),
    path("decisions/<int:pk>/", DecisionView.as_view(), name="decision"),
    path("decisions/<int:pk>/forget/", ForgetView.as_view(), name="forget"),
    path("<int:pk>/", OneRunView.as_view(), name="run"),
    path("<int:pk>/advance/", AdvanceView.as_view(), name="advance"),
    path("<int:pk>/choose/", ChooseView.as_view(), name="choose"),
    path("<int:pk>/again/", PlanAgainView.as_view(), name="again"),
    path("<int:pk>/leave/", LeaveView.as_view(), name="leave"),
    path("<int:pk>/undo/", UndoView.as_view(), name="undo"),
    path("<int:pk>/report.xlsx", ReportView.as_view(), name="report"),
    path("<int:pk>/<int:item>/", ArticleView.as_view(), name="article"),
    path("<int:pk>/<int:item>/look/", LookView.as_view(), name="look"),
]
