"""The chooser of publications, where a reference can be pasted as well."""

from typing import Any

from django.db.models import QuerySet
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

from ..models import Source
from .by_number import by_number
from .forms import PasteOneForm


class _FilterForm(SearchFilterMixin, BaseFilterForm):
    """Finds by words, and by a DOI or PubMed number."""

    def filter(self, objects: QuerySet[Source]) -> Any:
        numbered = by_number(objects, self.cleaned_data["q"])
        if numbered is None:
            return super().filter(objects)
        self.is_searching, self.search_query = True, self.cleaned_data["q"]
        return numbered


class _Choosing:
    """Shows beside each publication where it was published, and finds by numbers as well."""

    page_subtitle = ""
    filter_form_class = _FilterForm

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("container", label=_("Published in"))]


class _ChooseView(_Choosing, ChooseView):
    pass


class _ChooseResultsView(_Choosing, ChooseResultsView):
    pass


class _Labelled:
    """Tells the editor's script also the short label that stands in the text."""

    def get_chosen_response_data(self, item: Source) -> dict[str, Any]:
        return {**super().get_chosen_response_data(item), "label": item.label}


class _ChosenView(_Labelled, SnippetChosenView):
    pass


class _CreateView(_Labelled, SnippetCreateView):
    def get_creation_form_kwargs(self) -> dict[str, Any]:
        may_fill = self.permission_policy.user_has_permission(self.request.user, "change")
        return {**super().get_creation_form_kwargs(), "may_fill": may_fill}

    def save_form(self, form: PasteOneForm) -> Source:
        return form.save(self.request.user)


class SourceChooserViewSet(SnippetChooserViewSet):
    """Chooses a publication, or takes the one a pasted reference is about."""

    choose_view_class = _ChooseView
    choose_results_view_class = _ChooseResultsView
    chosen_view_class = _ChosenView
    create_view_class = _CreateView
    creation_form_class = PasteOneForm
    creation_tab_label = _("Paste a reference")
    create_action_label = _("Use this source")
    choose_one_text = _("Choose a source")
    choose_another_text = _("Choose another source")
    edit_item_text = _("Edit this source")
