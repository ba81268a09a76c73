"""The forms of the screen "Facts of this article": one a figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..facts.forms import AmountField
from ..models import Fact
from ..proposing.figures import Place, TypedFigure
from ..proposing.linking import Link

_PICK_ONE = _("Tick at least one place.")
_OTHER_UNIT = _("One of these places is drawn in “%(unit)s” and takes a fact of that unit only. Untick it.")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as the form shows it."""

    place: Place
    input_id: str
    is_ticked: bool


class _FigureForm:
    """What both forms know: the places of a figure, and the facts of the site that have the same one."""

    figure: TypedFigure

    def _offer(self, facts: Mapping[int, Fact], *, ticked: bool) -> None:
        self.facts = [facts[pk] for pk in self.figure.facts if pk in facts]
        places = self.figure.open_places
        self.fields["places"] = forms.MultipleChoiceField(
            choices=[(place.key, place.words) for place in places],
            initial=[place.key for place in places] if ticked else [],
            required=False,
        )

    @property
    def rows(self) -> list[PlaceRow]:
        """Return the places, each with whether it is ticked."""
        ticked = set(self["places"].value() or [])
        return [
            PlaceRow(place, f"{self.prefix}-place-{number}", place.key in ticked)
            for number, place in enumerate(self.figure.places)
        ]

    @property
    def chosen(self) -> tuple[Place, ...]:
        """Return the places that were ticked."""
        ticked = set(self.cleaned_data["places"])
        return tuple(place for place in self.figure.open_places if place.key in ticked)

    def _refuse_other_units(self, unit: str) -> None:
        places = self.chosen if "places" in self.cleaned_data else ()
        others = (place.unit for place in places if place.unit is not None and place.unit != unit)
        if (drawn := next(others, None)) is not None:
            self.add_error("places", ValidationError(_OTHER_UNIT % {"unit": drawn or "–"}))

    @property
    def chosen_fact(self) -> Fact | None:
        """Return the fact of the site that is chosen now, or None."""
        wanted = str(self["fact"].value() or "")
        return next((fact for fact in self.facts if str(fact.pk) == wanted), None)


class KnownFigureForm(_FigureForm, forms.Form):
    """A figure that facts of the site have too: which of them it is, and where it shall be linked."""

    def __init__(self, data: Any, *, figure: TypedFigure, facts: Mapping[int, Fact]) -> None:
        super().__init__(data, prefix=figure.key)
        self.figure = figure
        # Which of several facts is meant, or whether one is, is for somebody who has read the sentence.
        self._offer(facts, ticked=len(figure.facts) == 1 and not figure.statement)
        choices = [(str(fact.pk), str(fact)) for fact in self.facts]
        self.fields["fact"] = forms.ChoiceField(choices=choices, initial=choices[0][0], label=_("Fact"))

    def clean(self) -> dict[str, Any]:
        """Refuse a unit that cannot stand at one of the places."""
        data = super().clean()
        self._refuse_other_units(self.chosen_fact.unit if self.chosen_fact else "")
        return data

    def link(self) -> Link | None:
        """Return what is to be linked, or None where nothing is ticked."""
        return Link(self.chosen_fact, self.chosen) if self.chosen else None


class NewFactForm(_FigureForm, forms.ModelForm):
    """A fact to be made of a figure if it is ticked, or one with the same figure to be taken for it."""

    low = AmountField(label=_("Value"))
    high = AmountField(label=_("Upper end"), required=False)

    class Meta:
        model = Fact
        fields = ["statement", "low", "high", "unit", "nutrient", "qualifier"]

    def __init__(self, data: Any, *, figure: TypedFigure, facts: Mapping[int, Fact], ticked: bool) -> None:
        self.figure = figure
        initial = {
            "statement": figure.statement,
            "low": figure.figure.low,
            "high": figure.figure.high,
            "unit": figure.figure.unit,
            "nutrient": figure.nutrient,
        }
        super().__init__(data, prefix=figure.key, initial=initial)
        # One line of fields: what a nutrient is for is said where facts are kept.
        self.fields["nutrient"].help_text = ""
        self.fields["make"] = forms.BooleanField(required=False, initial=ticked)
        self._offer(facts, ticked=True)
        self.fields["fact"] = forms.ChoiceField(
            choices=[("", _("A new fact")), *((str(fact.pk), str(fact)) for fact in self.facts)],
            required=False,
        )

    @property
    def is_wanted(self) -> bool:
        """Tell whether it is ticked."""
        return bool(self["make"].value())

    def full_clean(self) -> None:
        """Look at what is ticked only, and at a new fact only where no other is taken."""
        if self.is_bound and not self.is_wanted:
            self._errors = forms.utils.ErrorDict()
            self.cleaned_data = {"places": []}
            return
        if self.is_bound and self.chosen_fact:
            for name in self.Meta.fields:
                self.fields[name].disabled = True
        super().full_clean()

    def clean(self) -> dict[str, Any]:
        """Refuse a fact that would stand nowhere."""
        data = super().clean()
        if not data.get("places") and "places" not in self.errors:
            self.add_error("places", ValidationError(_PICK_ONE))
        self._refuse_other_units(self.chosen_fact.unit if self.chosen_fact else data.get("unit", ""))
        return data

    def link(self) -> Link | None:
        """Return the fact to make or to take and where to put it, or None where it is not ticked."""
        return Link(self.chosen_fact or self.instance, self.chosen) if self.is_wanted else None
