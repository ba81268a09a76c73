"""The page that adds publications by pasting references: read, look at what was read, confirm."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import Source
from .forms import PasteForm
from .storing import Pasted, store

_LIST = "wagtailsnippets_blog_source:list"


class PasteView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """Shows what was read from a text, and stores it once it is confirmed."""

    form_class = PasteForm
    template_name = "blog/sources/paste.html"
    permission_policy = ModelPermissionPolicy(Source)
    permission_required = "add"
    page_title = gettext_lazy("Add sources by pasting")
    header_icon = "openquote"
    success_url = reverse_lazy(_LIST)

    def get_form_kwargs(self) -> dict[str, Any]:
        may_fill = self.permission_policy.user_has_permission(self.request.user, "change")
        return {**super().get_form_kwargs(), "may_fill": may_fill}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse(_LIST), "label": Source._meta.verbose_name_plural.capitalize()},
            {"url": "", "label": self.page_title},
        ]

    def form_valid(self, form: PasteForm) -> HttpResponse:
        """Show what was read; store it if it was shown before."""
        if "back" in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        if "confirmed" not in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form, pasted=form.pasted))
        added = sum(item.is_new for item in form.pasted)
        sources = store(form.pasted, self.request.user)
        messages.success(self.request, _said(added, len(sources) - added, form.pasted))
        return redirect(self.success_url)

    def get_context_data(self, pasted: list[Pasted] | None = None, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["pasted"] = pasted
        context["can_store"] = any(item.source for item in pasted or [])
        return context


def _said(added: int, known: int, pasted: list[Pasted]) -> str:
    """Return the sentence that says what has been done."""
    said = [ngettext("%(count)d source added.", "%(count)d sources added.", added) % {"count": added}]
    if known:
        said.append(_("%(count)d were here already.") % {"count": known})
    if lost := sum(item.source is None for item in pasted):
        said.append(_("%(count)d could not be read.") % {"count": lost})
    return " ".join(said)
