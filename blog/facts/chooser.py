"""The chooser of facts, where a figure selected in a text can be made one."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenView,
    SnippetCreateView,
)

from qnwellness.content.references import reference_id
from qnwellness.nutrition.figures import written

from ..models import Fact
from .by_figure import by_figure, with_figure
from .forms import NewFactForm
from .proposal import FoundFigure, Proposal, figure_in, propose

# Sources cited in one paragraph.
_MOST_CITED = 20


class _FilterForm(SearchFilterMixin, BaseFilterForm):
    """Finds by words, and by a figure."""

    def filter(self, objects: QuerySet[Fact]) -> Any:
        figured = by_figure(objects, self.cleaned_data["q"])
        if figured is None:
            return super().filter(objects)
        self.is_searching, self.search_query = True, self.cleaned_data["q"]
        return figured


class _Choosing:
    """Shows the figure beside each statement, and finds by figures as well."""

    page_subtitle = ""
    filter_form_class = _FilterForm

    @property
    def columns(self) -> list[Column]:
        title, *others = super().columns
        title.accessor, title.label = "statement", _("Statement")
        condition = Column("qualifier", label=_("Condition"))
        return [title, Column("readers_text", label=_("Figure"), width="14%"), condition, *others]


class _Creating:
    """Gives the form of a new fact the sources that are cited beside the figure."""

    creation_form_template_name = "blog/facts/creation_form.html"

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        cited = [reference_id(part) for part in self.request.GET.get("cited", "").split(",")[:_MOST_CITED]]
        return {**super().get_creation_form_kwargs(), "cited": [pk for pk in cited if pk is not None]}

    def get_creation_form_context_data(self, form: NewFactForm) -> dict[str, Any]:
        figure_url = reverse("wagtailsnippets_blog_fact:figure")
        return {**super().get_creation_form_context_data(form), "figure_url": figure_url}


class _ChooseView(_Choosing, _Creating, ChooseView):
    """Opens with what a selected figure would be as a fact, and the facts that have it already."""

    @cached_property
    def selected(self) -> FoundFigure | None:
        """Return the figure in the words an editor selected, if there is one."""
        return figure_in(self.request.GET.get("selected", ""))

    @cached_property
    def proposal(self) -> Proposal | None:
        """Return what the selected figure would be as a fact."""
        if self.selected is None:
            return None
        words, before, after = (self.request.GET.get(name, "") for name in ("selected", "before", "after"))
        before, after = before + words[: self.selected.start], words[self.selected.end :] + after
        return propose(self.selected.figure, before, after)

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_creation_form_kwargs()
        return {**kwargs, "initial": _initial(self.proposal)} if self.proposal else kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.proposal:
            known = with_figure(self.proposal.figure, self.proposal.nutrient)
            context["known"] = [(fact, reverse(self.chosen_url_name, args=[fact.pk])) for fact in known]
            context["shown"] = written(self.proposal.figure, settings.LANGUAGE_CODE)
            context["creation_tab_label"] = _("Make this a fact")
        return context

    def get_response_json_data(self) -> dict[str, Any]:
        """Tell the editor's script also where in the selection the figure stands."""
        data = super().get_response_json_data()
        if self.selected is None:
            return data
        return {**data, "figure": {"start": self.selected.start, "end": self.selected.end}}


class _ChooseResultsView(_Choosing, ChooseResultsView):
    pass


class _Shown:
    """Tells the editor's script also what stands in the text."""

    def get_chosen_response_data(self, item: Fact) -> dict[str, Any]:
        about = {
            "text": item.text_in(settings.LANGUAGE_CODE),
            "statement": item.statement,
            "overdue": item.is_overdue(),
        }
        return {**super().get_chosen_response_data(item), **about}


class _ChosenView(_Shown, SnippetChosenView):
    pass


class _CreateView(_Shown, _Creating, SnippetCreateView):
    def save_form(self, form: NewFactForm) -> Fact:
        return form.save(self.request.user)


class FactChooserViewSet(SnippetChooserViewSet):
    """Chooses a fact, or makes one."""

    choose_view_class = _ChooseView
    choose_results_view_class = _ChooseResultsView
    chosen_view_class = _ChosenView
    create_view_class = _CreateView
    creation_form_class = NewFactForm
    preserve_url_parameters = ["multiple", "cited"]
    creation_tab_label = _("New fact")
    create_action_label = _("Save and use this fact")
    choose_one_text = _("Choose a fact")
    choose_another_text = _("Choose another fact")
    edit_item_text = _("Edit this fact")


def _initial(proposal: Proposal) -> dict[str, Any]:
    figure = proposal.figure
    return {
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "statement": proposal.statement,
        "nutrient": proposal.nutrient,
    }
