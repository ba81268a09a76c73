"""One import: how far it has come, what it asks, what it would do, or what it did."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from qnwellness.content import references

from ...importing.runs.planning import plan_again
from ...models import ImportItem, ImportRun
from . import history
from .base import RunView
from .listed import listed
from .questions_form import QuestionsForm
from .stages import Stage, open_questions, stage_of
from .telling import told

_STATE = ImportItem.State
_TITLES = {
    Stage.READING: gettext_lazy("Reading"),
    Stage.QUESTIONS: gettext_lazy("Names to decide about"),
    Stage.PLANNING: gettext_lazy("Looking at what would happen"),
    Stage.RUNNING: gettext_lazy("Importing"),
    Stage.STOPPED: gettext_lazy("Stopped"),
}


class OneRunView(RunView):
    """Shows an import, whatever it is at, and takes the answers to what it asks."""

    http_method_names = ["get", "post"]
    template_name = "blog/importing/run.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show how it stands."""
        return self._show(stage_of(self.run))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remember the answers, and go on to the plan; or show what is wrong with them."""
        if stage_of(self.run) is not Stage.QUESTIONS:
            return redirect(self.url)
        form = QuestionsForm(open_questions(self.run), request.POST)
        if not form.is_valid():
            return self._show(Stage.QUESTIONS, form)
        form.save(request.user)
        return redirect(self.url)

    def _show(self, stage: Stage, form: QuestionsForm | None = None) -> HttpResponse:
        context = self.get_context_data(stage=stage, form=form)
        if "form" not in context:
            return self.render_to_response(context)
        # All products that are likely, with one query for each thing that is shown of them.
        with references.resolving({"product": context["form"].likely_products}):
            return self.render_to_response(context).render()

    def get_context_data(self, *, stage: Stage, form: QuestionsForm | None, **kwargs: Any) -> dict[str, Any]:
        """Add what this stage shows."""
        counts = history.counts_of([self.run])[self.run.pk]
        context = super().get_context_data(**kwargs) | {
            "stage": str(stage),
            "title": _TITLES.get(stage, ""),
            "standing": history.standing_of(self.run, counts),
            "counts": history.in_words(self.run, counts),
            "who": history.who(self.run),
            "unread": list(self.run.files.exclude(error="").values("name", "error")),
        }
        if stage is Stage.QUESTIONS:
            context["form"] = form or QuestionsForm(open_questions(self.run))
        elif stage.goes_on:
            context["told"] = told(self.run, stage)
        else:
            page = self.request.GET.get("p")
            context["listed"] = listed(self.run, counts, self.request.GET.get("way", ""), page)
        if stage is Stage.DONE:
            context |= _afterwards(self.run)
        return context


class PlanAgainView(RunView):
    """Has everything planned again, as after another decision."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Go back to before the plan."""
        if self.run.status in (ImportRun.Status.PLANNED, ImportRun.Status.MAPPING):
            plan_again(self.run)
            messages.info(request, _("Everything is looked through again, with what is decided now."))
        return redirect(self.url)


def _afterwards(run: ImportRun) -> dict[str, Any]:
    """Return what can be done once a run is over."""
    created = run.items.filter(state=_STATE.DONE, action="create").count()
    kept = run.items.filter(state=_STATE.KEPT).count()
    is_undoable = run.status == ImportRun.Status.DONE and created
    return {
        "kept": kept,
        "work_list_url": reverse("imported_articles") + f"?created_in={run.pk}" if created else "",
        "undo_url": reverse("article_import:undo", args=[run.pk]) if is_undoable else "",
    }
