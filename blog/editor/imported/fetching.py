"""Fetching missing pictures a slice at a time, by whoever has the screen open."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages

from ...importing.fetching_pictures import fetch_slice, waiting
from ...importing.runs.alone import Busy, alone, busy_words
from .missing import MissingView, standing


class FetchView(MissingView):
    """Fetches for a few seconds. A script gets how far it has come, a form is led back to the list."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Go on. Raises PermissionDenied without the permission to fetch."""
        if not self.may_fetch:
            raise PermissionDenied
        busy = ""
        try:
            with alone(None, str(request.user)):
                fetch_slice(self.rows)
        except Busy as problem:
            busy = busy_words(problem)
        left = waiting(self.rows).count()
        said = request.POST.get("total", "")
        told = standing(left, max(int(said[:9]) if said.isdecimal() else left, left))
        if request.accepts("text/html"):
            if busy:
                messages.warning(request, busy)
            return redirect(f"{reverse('imported_pictures')}?fetch={told['total']}")
        running = {"is_running": left > 0, "is_busy": bool(busy)}
        return JsonResponse({**told, **running, "words": busy or told["words"]})
