"""The dialog that fills an infographic from a pasted text or HTML. Nothing is stored: the form gets what is used."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.permissions import page_permission_policy

from products.models import ProductPage
from products.queries import catalogue_names
from qnwellness.content.files import Unreadable

from ..importing.body import Places, to_raw
from ..importing.document import ProductName
from ..importing.filling import Filling, fill
from ..models import ArticlePage, BlogIndexPage


class FillingForm(forms.Form):
    """A pasted text."""

    source = forms.CharField(
        label=gettext_lazy("Text or HTML"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "data-filling-source": ""}),
        help_text=gettext_lazy(
            "A chatbot's answer, the HTML or Markdown of an infographic, or words copied from a page. What is copied "
            "with its layout is pasted with it."
        ),
    )


@dataclass(frozen=True, slots=True)
class ShownPanel:
    """A panel in the dialog's list; `number` is its place among those that were made."""

    number: int
    label: str
    title: str


@method_decorator(never_cache, name="dispatch")
class FillView(View):
    """Asks for a text, then shows the panels it makes. Only for who may write articles."""

    http_method_names = ["get", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Answer, or raise PermissionDenied."""
        if not may_write_articles(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> JsonResponse:
        """Return the dialog with an empty field."""
        return self._ask(FillingForm())

    def post(self, request: HttpRequest) -> JsonResponse:
        """Return the panels of the text, the state of a form that has them, and what did not fit."""
        form = FillingForm(request.POST)
        form.is_valid()
        try:
            filling = filled(form.cleaned_data.get("source", ""))
        except Unreadable as problem:
            form.add_error("source", str(problem))
            return self._ask(form)
        return self._show(filling)

    def _ask(self, form: FillingForm) -> JsonResponse:
        context = {"form": form, "address": reverse("infographic_filling")}
        return render_modal_workflow(
            self.request, "blog/editor/filling.html", None, context, {"step": "paste"}
        )

    def _show(self, filling: Filling) -> JsonResponse:
        definition = ArticlePage.body.field.stream_block.child_blocks["infographic"]
        value = definition.to_python(stored(filling))
        panels = [
            ShownPanel(number, str(panel.block.label), str(panel.value["title"]))
            for number, panel in enumerate(value["panels"])
        ]
        context = {"filling": filling, "panels": panels, "left": "\n".join(filling.left)}
        data = {
            "step": "panels",
            "state": definition.get_form_state(value),
            "preview": _preview(self.request, definition.bind(value)) if panels else "",
        }
        return render_modal_workflow(self.request, "blog/editor/filling_panels.html", None, context, data)


def may_write_articles(user: Any) -> bool:
    """Tell whether somebody may add or change any article."""
    changeable = page_permission_policy.instances_user_has_permission_for(user, "change")
    if changeable.type(ArticlePage, BlogIndexPage).exists():
        return True
    return page_permission_policy.instances_user_has_permission_for(user, "add").type(BlogIndexPage).exists()


def filled(source: str) -> Filling:
    """Return what a pasted text makes, with the products it names. Raises Unreadable."""
    names = [ProductName(*name) for name in catalogue_names()]
    return fill(source, names, untitled=_("At a glance"))


def stored(filling: Filling) -> dict[str, Any]:
    """Return an infographic in its stored form; its panels have ids of their own."""
    products = dict(ProductPage.objects.exclude(handle=None).values_list("handle", "pk"))
    (block,) = to_raw([filling.infographic], Places(products))
    return block["value"]


def _preview(request: HttpRequest, bound_block: Any) -> str:
    """Return a page with the infographic as readers see it."""
    context = {"bound_block": bound_block, "page_title": _("Preview of the infographic"), "request": request}
    return render_to_string("blog/editor/filling_preview.html", context)
