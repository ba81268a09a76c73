"""Undoing an import: what that means is told first, and done when it is sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from ...importing.runs.alone import Busy, busy_words
from ...importing.runs.undoing import undo
from ...models import ImportItem, ImportRun
from .base import RunView

# More titles than these are counted only.
SHOWN = 20


class UndoView(RunView):
    """Asks whether an import is to be undone, and undoes it."""

    http_method_names = ["get", "post"]
    template_name = "blog/importing/undo.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say what it would mean."""
        if not self.is_possible:
            return redirect(self.url)
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do it, and show what was kept and why."""
        if not self.is_possible:
            return redirect(self.url)
        try:
            undone, kept = undo(self.run, request.user)
        except Busy as problem:
            messages.warning(request, busy_words(problem))
            return redirect(self.url)
        messages.success(request, _undone(len(undone)))
        if kept:
            messages.warning(request, _kept(len(kept)))
        return redirect(self.url + ("?way=kept" if kept else ""))

    @property
    def is_possible(self) -> bool:
        """Tell whether there is anything to undo."""
        return self.run.status == ImportRun.Status.DONE and self._created().exists()

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        """Come from the import."""
        return [*super().further_breadcrumbs(), {"url": "", "label": _("Undo")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the import created."""
        created = self._created()
        titles = list(created.values_list("title", flat=True)[:SHOWN])
        number = created.count()
        found = {"titles": titles, "created": number, "further": number - len(titles)}
        return (
            super().get_context_data(**kwargs)
            | found
            | {"updated": self.run.items.filter(state=ImportItem.State.DONE, action="update").count()}
        )

    def _created(self) -> Any:
        return self.run.items.filter(state=ImportItem.State.DONE, action="create")


def _undone(number: int) -> str:
    return ngettext("%(n)s article is undone.", "%(n)s articles are undone.", number) % {"n": number}


def _kept(number: int) -> str:
    words = ngettext(
        "%(n)s article was kept; why stands with it.",
        "%(n)s articles were kept; why stands with each.",
        number,
    )
    return words % {"n": number}
