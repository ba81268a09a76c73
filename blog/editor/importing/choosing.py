"""Choosing which articles of a plan go in, and letting them."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ...importing.runs.alone import Busy, busy_words
from ...importing.runs.applying import apply_slice
from ...models import ImportItem, ImportRun
from .actions import WRITES
from .base import RunView

# Buttons that choose on all pages of the list at once, and the actions they choose.
_AT_ONCE = {"all": WRITES, "none": (), "new": ("create",)}


class ChooseView(RunView):
    """Keeps which articles are chosen. A script gets how many are, a form is led back, or to the work."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep the choice of the shown articles, or of all; and begin, where that was asked for."""
        if self.run.status != ImportRun.Status.PLANNED:
            return redirect(self.url)
        what = request.POST.get("do", "")
        self._keep(what)
        if not request.accepts("text/html"):
            return JsonResponse({"chosen": self._choosable().filter(is_chosen=True).count()})
        if what == "go":
            self._begin()
            return redirect(self.url)
        return redirect(self._back())

    def _keep(self, what: str) -> None:
        items = self._choosable()
        if what in _AT_ONCE:
            items.filter(action__in=_AT_ONCE[what]).update(is_chosen=True)
            items.exclude(action__in=_AT_ONCE[what]).update(is_chosen=False)
            return
        shown, chosen = (_numbers(self.request.POST.getlist(name)) for name in ("shown", "chosen"))
        items.filter(pk__in=shown & chosen).update(is_chosen=True)
        items.filter(pk__in=shown - chosen).update(is_chosen=False)

    def _begin(self) -> None:
        if not self._choosable().filter(is_chosen=True).exists():
            messages.warning(self.request, _("Choose one or more articles first."))
            return
        try:
            # One article at once; the screen that follows goes on.
            apply_slice(self.run, seconds=0)
        except Busy as problem:
            messages.warning(self.request, busy_words(problem))

    def _choosable(self) -> QuerySet[ImportItem]:
        return self.run.items.filter(state=ImportItem.State.PLANNED, action__in=WRITES)

    def _back(self) -> str:
        asked = self.request.POST.get("next", "")
        return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else self.url


def _numbers(values: list[str]) -> set[int]:
    return {int(value) for value in values if value.isdecimal() and len(value) < 19}
