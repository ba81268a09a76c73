"""The forms editors fill in about a product."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm

from .retiring import circle_hindrance

SUITABILITY = {
    "vegan": _("Vegans"),
    "vegetarian": _("Vegetarians"),
    "gluten_free": _("A gluten-free diet"),
    "dairy_free": _("A dairy-free diet"),
    "soy_free": _("A soy-free diet"),
    "nut_free": _("A nut-free diet"),
    "halal": _("A halal diet"),
    "kosher": _("A kosher diet"),
}


class ProductForm(WagtailAdminPageForm):
    """A product's form asks for the handle; only a copy made by Wagtail has none until it is given one."""

    suitability = forms.MultipleChoiceField(
        label=_("Suitable for"),
        choices=list(SUITABILITY.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "handle" in self.fields:
            self.fields["handle"].required = True

    def clean_handle(self) -> str | None:
        """Return no handle rather than an empty one, of which there could be only one."""
        return self.cleaned_data["handle"] or None

    def clean(self) -> dict[str, Any]:
        """Refuse a product that would take its own place, directly or in a circle."""
        cleaned = super().clean()
        if problem := circle_hindrance(self.instance, cleaned.get("replacement")):
            self.add_error("replacement", problem)
        return cleaned


class ProductCopyForm(CopyForm):
    """A copy has none of the shop's keys: it starts as a draft, and it cannot follow the original."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
