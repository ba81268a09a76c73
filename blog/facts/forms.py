"""The forms for facts."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.log_actions import log

from qnwellness.nutrition.figures import Figure

from ..models import Fact, Source
from .bars import drawn_in, named

_THOUSANDS = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?")


_COMMA = re.compile(r"\d+,\d+")


def _has_decimal_comma(text: str) -> bool:
    """Tell whether a comma may be meant to begin decimals: before it is nothing, or its writer's language does so."""
    return bool(_COMMA.fullmatch(text.strip())) and (
        text.strip().startswith("0") or get_format("DECIMAL_SEPARATOR") == ","
    )


class AmountField(forms.DecimalField):
    """A number, written as people write it: "1,000", and shown without needless zeros."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_digits": 14, "decimal_places": 4, "min_value": 0, **kwargs})

    def to_python(self, value: Any) -> Decimal | None:
        """Return the number. Raises ValidationError for what is none."""
        if isinstance(value, str):
            if _THOUSANDS.fullmatch(value.strip()) and not _has_decimal_comma(value):
                value = re.sub(r"[^\d.]", "", value)
            elif _COMMA.fullmatch(value.strip()):
                message = _(
                    "Enter a number with a point before decimals, and no comma: 0.5. A thousand is 1000."
                )
                raise ValidationError(message, code="comma")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class _FigureFields(forms.Form):
    """The numbers of a figure as both forms have them."""

    low = AmountField(label=_("Value"), help_text=_("Of a range, the lower end."))
    high = AmountField(label=_("Upper end"), required=False, help_text=_("Only for a range: 30 to 40."))


class FactForm(_FigureFields, WagtailAdminModelForm):
    """A fact in full. A figure that bars in use cannot show is refused: they would lose it without a word."""

    def clean(self) -> dict[str, Any]:
        """Return what was sent; a problem with the bars the fact is drawn in is one of the unit, or of the number."""
        cleaned = super().clean()
        names = ("low", "high", "unit", "nutrient")
        if self.instance.pk and not self.errors and any(name in self.changed_data for name in names):
            self._refuse_unfit(Figure(cleaned["low"], cleaned["high"], cleaned["unit"]), cleaned["nutrient"])
        return cleaned

    def _refuse_unfit(self, figure: Figure, nutrient: str) -> None:
        before = Fact.objects.get(pk=self.instance.pk)
        # Bars that could not show it before lose nothing.
        bars = [one for one in drawn_in(before.pk) if one.holds(before.figure, before.nutrient)]
        unfit = [one for one in bars if not one.holds(figure, nutrient)]
        if too_much := [one for one in unfit if one.unit == "%" == figure.unit]:
            message = _("Bars show it as a share, which cannot be more than 100%%: %(bars)s.")
            field = "low" if figure.high is None else "high"
            self.add_error(field, ValidationError(message, params={"bars": named(too_much, self.for_user)}))
        elif unfit:
            message = _(
                "Bars show it in %(units)s, and this cannot be converted: %(bars)s. Take it out of them first, or make"
                " a new fact of it."
            )
            units = ", ".join(sorted({one.unit or "–" for one in unfit}))
            params = {"units": units, "bars": named(unfit, self.for_user)}
            field = "nutrient" if figure.unit == before.unit else "unit"
            self.add_error(field, ValidationError(message, params=params))


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
