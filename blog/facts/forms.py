"""The forms for facts."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.log_actions import log

from ..models import Fact, Source

_THOUSANDS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?")


class AmountField(forms.DecimalField):
    """A number, written as people write it: "1,000", and shown without needless zeros."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_digits": 14, "decimal_places": 4, "min_value": 0, **kwargs})

    def to_python(self, value: Any) -> Decimal | None:
        """Return the number. Raises ValidationError for what is none."""
        if isinstance(value, str) and _THOUSANDS.fullmatch(value.strip()):
            value = re.sub(r"[^\d.]", "", value)
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class _FigureFields(forms.Form):
    """The numbers of a figure as both forms have them."""

    low = AmountField(label=_("Value"), help_text=_("Of a range, the lower end."))
    high = AmountField(label=_("Upper end"), required=False, help_text=_("Only for a range: 30 to 40."))


class FactForm(_FigureFields, WagtailAdminModelForm):
    """A fact in full."""


class FigureForm(forms.ModelForm, _FigureFields):
    """The figure alone, while it is being typed."""

    class Meta:
        model = Fact
        fields = ["low", "high", "unit"]


class NewFactForm(_FigureFields, forms.ModelForm):
    """A fact made while an editor writes: the sources cited beside the figure are offered with it."""

    cited = forms.ModelMultipleChoiceField(
        Source.objects.none(),
        label=_("Sources"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Cited in the same paragraph. Untick what does not say so."),
    )

    class Meta:
        model = Fact
        fields = ["statement", "low", "high", "unit", "nutrient", "qualifier", "population", "evidence"]

    def __init__(self, *args: Any, cited: list[int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Source.objects.filter(pk__in=cited or [])
        self.fields["cited"].queryset = offered
        self.initial.setdefault("cited", [source.pk for source in offered])
        if not self.initial["cited"]:
            del self.fields["cited"]

    def save(self, user: Any = None) -> Fact:
        """Store the fact, with its first version."""
        fact = super().save(commit=False)
        fact.sources = [("source", source) for source in self.cleaned_data.get("cited", ())]
        fact.save()
        log(fact, "wagtail.create", user=user)
        fact.save_revision(user=user)
        return fact
