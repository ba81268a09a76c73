"""What is to become of a product that articles show: the form, and the rules for what takes its place."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from products.availability import State
from products.chooser.widget import ProductChooser
from products.models import ProductPage
from products.retiring import replacement_hindrance

REPLACE, DISCONTINUE, HIDE = "replace", "discontinue", "hide"
STATES = {REPLACE: State.DISCONTINUED, DISCONTINUE: State.DISCONTINUED, HIDE: State.HIDDEN}


class RetireForm(forms.Form):
    """Asks what is to become of a product, and by which other one it is replaced."""

    way = forms.ChoiceField(
        label=_("What is to become of it?"),
        widget=forms.RadioSelect,
        choices=[
            (REPLACE, _("Replace it by another product")),
            (DISCONTINUE, _("Discontinue it")),
            (HIDE, _("Hide it")),
        ],
    )
    replacement = forms.ModelChoiceField(
        label=_("Replaced by"),
        queryset=ProductPage.objects.all(),
        required=False,
        widget=ProductChooser,
        help_text=_("Articles show this product wherever they showed the old one."),
    )

    def __init__(self, *args: Any, product: ProductPage, **kwargs: Any) -> None:
        self.product = product
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Refuse a replacement readers could not see, the product itself, and circles."""
        cleaned = super().clean()
        if cleaned.get("way") != REPLACE:
            cleaned["replacement"] = None
        elif cleaned.get("replacement") is None and "replacement" not in self.errors:
            self.add_error("replacement", _("Choose the product that takes its place."))
        elif problem := self._hindrance(cleaned.get("replacement")):
            self.add_error("replacement", problem)
        return cleaned

    def _hindrance(self, replacement: ProductPage | None) -> str:
        return replacement_hindrance(self.product, replacement) if replacement else ""

    @property
    def state(self) -> State:
        """Return the state a valid form asks for."""
        return STATES[self.cleaned_data["way"]]

    @property
    def replacement_chosen(self) -> ProductPage | None:
        """Return the product that takes the old one's place, if a valid form asks for one."""
        return self.cleaned_data["replacement"]
