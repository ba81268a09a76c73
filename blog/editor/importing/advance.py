"""Going on with an import step by step, by whoever has the screen open; or leaving it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ...importing.runs.alone import Busy, busy_words
from .base import RunView
from .leaving import leave
from .stages import go_on, stage_of
from .telling import told


class AdvanceView(RunView):
    """Does the next step. A script gets how far it has come, a form is led back to the import."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Go on."""
        stage, busy = stage_of(self.run), ""
        try:
            go_on(self.run, stage)
        except Busy as problem:
            busy = busy_words(problem)
        if request.accepts("text/html"):
            if busy:
                messages.warning(request, busy)
            return redirect(self.url)
        self.run.refresh_from_db()
        now, state = stage_of(self.run), told(self.run, stage)
        return JsonResponse(
            {
                "position": state.position,
                "total": state.total,
                "words": busy or state.words,
                "is_running": now is stage and now.goes_on,
                "is_busy": bool(busy),
            }
        )


class LeaveView(RunView):
    """Ends an import: what was done stays, the rest is left."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Leave the rest."""
        run = leave(self.run, request.user)
        if run:
            return redirect(self.url)
        messages.info(request, _("Left as it was: nothing was written, and what you handed in is deleted."))
        return redirect("article_import:index")
