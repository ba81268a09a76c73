"""Applying a plan: slice by slice, by whoever has the screen open; or leaving it."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from products.catalogue.runs import advance
from products.models import CatalogueRun

from .base import CatalogueView
from .planned import begin, leave

SECONDS = 2.0


class AdvanceView(CatalogueView):
    """Does the next slice. A script gets how far it has come, a form is led back to the run."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Go on."""
        run = begin(get_object_or_404(_runs(), pk=pk), withdraw_many="withdraw" in request.POST)
        run = advance(run, seconds=SECONDS)
        if request.accepts("text/html"):
            return redirect("catalogue:run", pk)
        is_running = run.status == CatalogueRun.Status.RUNNING
        return JsonResponse({"position": run.position, "total": run.total, "is_running": is_running})


class CancelView(CatalogueView):
    """Ends a run: what was done stays, the rest is left."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Leave the rest."""
        run = leave(get_object_or_404(_runs(), pk=pk), request.user)
        if run:
            return redirect("catalogue:run", pk)
        messages.info(request, _("Left as it was: nothing was written."))
        return redirect("catalogue:index")


def _runs() -> QuerySet[CatalogueRun]:
    return CatalogueRun.objects.defer("report")
