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


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as the form shows it."""

    place: Place
    input_id: str
    is_ticked: bool


class _PlacesForm:
    """What both forms know of the places of a figure."""

    figure: TypedFigure

    def _offer_places(self, ticked: bool) -> None:
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


class KnownFigureForm(_PlacesForm, forms.Form):
    """A figure that equals facts of the site: which of them, and where."""

    def __init__(self, data: Any, *, figure: TypedFigure, facts: Mapping[int, Fact]) -> None:
        super().__init__(data, prefix=figure.key)
        self.figure = figure
        self.facts = [facts[pk] for pk in figure.facts if pk in facts]
        choices = [(str(fact.pk), str(fact)) for fact in self.facts]
        self.fields["fact"] = forms.ChoiceField(choices=choices, initial=choices[0][0], label=_("Fact"))
        # Which of several facts is meant is for somebody who has read the sentence.
        self._offer_places(ticked=len(self.facts) == 1)

    @property
    def chosen_fact(self) -> str:
        """Return the id of the fact that is chosen now."""
        return str(self["fact"].value() or "")

    def link(self) -> Link | None:
        """Return what is to be linked, or None where nothing is ticked."""
        chosen = self.chosen
        facts = {str(fact.pk): fact for fact in self.facts}
        return Link(facts[self.cleaned_data["fact"]], chosen) if chosen else None


class NewFactForm(_PlacesForm, forms.ModelForm):
    """A fact to be made of a figure, if it is ticked."""

    low = AmountField(label=_("Value"))
    high = AmountField(label=_("Upper end"), required=False)

    class Meta:
        model = Fact
        fields = ["statement", "low", "high", "unit", "nutrient", "qualifier"]

    def __init__(self, data: Any, *, figure: TypedFigure, ticked: bool) -> None:
        self.figure = figure
        initial = {
            "statement": figure.statement[: Fact._meta.get_field("statement").max_length],
            "low": figure.figure.low,
            "high": figure.figure.high,
            "unit": figure.figure.unit,
            "nutrient": figure.nutrient,
        }
        super().__init__(data, prefix=figure.key, initial=initial)
        self.fields["make"] = forms.BooleanField(required=False, initial=ticked)
        self._offer_places(ticked=True)

    @property
    def is_wanted(self) -> bool:
        """Tell whether its fact is ticked."""
        return bool(self["make"].value())

    def full_clean(self) -> None:
        """Look at a fact that is ticked only: what stands in the others matters to nobody."""
        if self.is_bound and not self.is_wanted:
            self._errors = forms.utils.ErrorDict()
            self.cleaned_data = {"places": []}
            return
        super().full_clean()

    def clean(self) -> dict[str, Any]:
        """Refuse a fact that would stand nowhere."""
        data = super().clean()
        if not data.get("places") and "places" not in self.errors:
            self.add_error("places", ValidationError(_PICK_ONE))
        return data

    def link(self) -> Link | None:
        """Return the fact to make and where to put it, or None where it is not ticked."""
        return Link(self.instance, self.chosen) if self.is_wanted else None
