"""What was decided about names in imported texts: the list, changing one, and asking again."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from ...importing.decisions import decide
from ...models import Author, ImportDecision
from .answers import KINDS, field_for
from .base import ImportingView

DECISIONS = 50
_LEFT_OUT = {
    KINDS.AUTHOR: gettext_lazy("left out"),
    KINDS.TAG: gettext_lazy("left out"),
    KINDS.PRODUCT: gettext_lazy("stays a link"),
    KINDS.SLUG: gettext_lazy("the article is left out"),
}


class DecisionsView(ImportingView):
    """Lists what was decided, by whom and when."""

    http_method_names = ["get"]
    template_name = "blog/importing/decisions.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the list."""
        decisions = ImportDecision.objects.select_related("user")
        page = Paginator(decisions, DECISIONS).get_page(request.GET.get("p"))
        for decision in page.object_list:
            decision.words = decision.means or _LEFT_OUT[decision.kind]
        return self.render_to_response(self.get_context_data(decisions=page))

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        """Name the list."""
        return [{"url": "", "label": _("What was decided")}]


class DecisionView(ImportingView):
    """Changes what was decided about a name."""

    http_method_names = ["get", "post"]
    template_name = "blog/importing/decision.html"

    @cached_property
    def decision(self) -> ImportDecision:
        """Return the decision. Raises Http404."""
        return get_object_or_404(ImportDecision, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the field."""
        return self.render_to_response(self.get_context_data(form=self._form()))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remember what is said now."""
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        decide(self.decision.kind, self.decision.said, form.cleaned_data["means"], request.user)
        words = _("Remembered. Every import that is looked through from now on follows it.")
        messages.success(request, words)
        return redirect("article_import:decisions")

    def further_breadcrumbs(self) -> list[dict[str, Any]]:
        """Come from the list."""
        listed = {"url": reverse("article_import:decisions"), "label": _("What was decided")}
        return [listed, {"url": "", "label": self.decision.said}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the decision."""
        return super().get_context_data(**kwargs) | {"decision": self.decision}

    def _form(self, data: Any = None) -> forms.Form:
        is_author = self.decision.kind == KINDS.AUTHOR
        authors = list(Author.objects.order_by("name").values_list("name", flat=True)) if is_author else []
        form = forms.Form(data)
        form.fields["means"] = field_for(self.decision, authors)
        form.fields["means"].label = _("Means here")
        return form


class ForgetView(ImportingView):
    """Forgets a decision: the next import asks again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Forget it."""
        decision = get_object_or_404(ImportDecision, pk=pk)
        decision.delete()
        messages.success(request, _("“%(said)s” is asked about again.") % {"said": decision.said})
        return redirect("article_import:decisions")
