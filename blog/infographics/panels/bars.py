"""Values of one unit side by side, drawn to scale from zero."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, DecimalBlock, ListBlock, StructBlock, StructValue
from wagtail.blocks.struct_block import StructBlockValidationError

from qnwellness.nutrition.figures import Figure, in_unit, written
from qnwellness.nutrition.units import UNITS

from ..chart import chart
from ..choosing import FactChooserBlock
from ..citations import citations_block
from ..line import LineBlock, words
from ..poster.panels.bars import Bar, Bars

UNIT_CHOICES = [("", _("None")), *((unit, unit) for unit in UNITS)]


@dataclass(frozen=True, slots=True)
class ShownBar:
    """A bar as a page shows it; `fact` is the fact its figure comes from, or None."""

    label: str
    figure: Figure
    text: str
    fact: Any = None


class BarBlock(StructBlock):
    """One value or range: of a fact, or typed."""

    label = CharBlock(label=_("Label"), max_length=80)
    fact = FactChooserBlock(
        label=_("Fact"), required=False, help_text=_("Its figure is shown, today's and in future.")
    )
    low = DecimalBlock(
        label=_("Value"),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=4,
        help_text=_("Where no fact is chosen. Of a range, the lower end."),
    )
    high = DecimalBlock(
        label=_("Upper end"),
        required=False,
        min_value=0,
        max_digits=14,
        decimal_places=4,
        help_text=_("Only for a range: 30 to 40."),
    )

    class Meta:
        icon = "minus"
        label = _("Bar")

    def clean(self, value: StructValue) -> StructValue:
        """Return the value. Raises StructBlockValidationError at a bar without a figure, or with a turned range."""
        cleaned = super().clean(value)
        low, high = cleaned.get("low"), cleaned.get("high")
        if self.is_deferred_validation:
            return cleaned
        if cleaned.get("fact") is None and low is None:
            raise StructBlockValidationError({"low": ValidationError(_("Choose a fact, or write a value."))})
        if low is not None and high is not None and high <= low:
            raise StructBlockValidationError(
                {"high": ValidationError(_("The upper end is higher than the value, or empty."))}
            )
        return cleaned


class BarsPanel(StructBlock):
    """Two or more values to the same scale."""

    title = CharBlock(label=_("Title"), max_length=120)
    unit = ChoiceBlock(
        label=_("Unit"),
        choices=UNIT_CHOICES,
        required=False,
        default="%",
        help_text=_("Of all bars. Percentages are drawn on a scale from 0 to 100."),
    )
    bars = ListBlock(BarBlock(), label=_("Bars"), min_num=2, max_num=8)
    note = LineBlock(label=_("Note"), required=False, max_length=300)
    citations = citations_block()

    class Meta:
        icon = "chart-bar"
        label = _("Bar comparison")
        description = _("Two or more values of one unit, drawn to scale.")
        template = "blog/infographics/panels/bars.html"
        preview_value = {
            "title": _("Calcium taken up from a meal"),
            "unit": "%",
            "bars": [
                {"label": _("With enough vitamin D"), "low": Decimal(30), "high": Decimal(40)},
                {"label": _("With too little"), "low": Decimal(10), "high": Decimal(15)},
            ],
            "note": _("Adults; the range spans several studies."),
        }

    def clean(self, value: StructValue) -> StructValue:
        """Return the value. Raises StructBlockValidationError at bars that cannot stand on one scale."""
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        unit = cleaned["unit"] or ""
        for bar in cleaned["bars"]:
            fact = bar.get("fact")
            if fact is not None and in_unit(fact.figure, unit, fact.nutrient) is None:
                message = _(
                    "The fact “%(fact)s” has the unit “%(unit)s”. All bars need the unit of the panel, or one that can"
                    " be converted to it."
                )
                raise StructBlockValidationError(
                    {"unit": ValidationError(message % {"fact": fact.statement, "unit": fact.unit or "–"})}
                )
        if unit == "%" and any(one.figure.top > 100 for one in shown_bars(cleaned)):
            raise StructBlockValidationError(
                {"bars": ValidationError(_("A share cannot be more than 100%."))}
            )
        return cleaned

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict[str, Any]:
        bars = shown_bars(value)
        drawn = chart((bar.figure for bar in bars), value["unit"] or "", get_language() or "en")
        rows = list(zip(bars, drawn.bars, strict=True))
        return {**super().get_context(value, parent_context), "rows": rows, "chart": drawn}

    def as_poster(self, value: StructValue) -> Bars | None:
        """Return what a poster shows of it; None where there is no bar to draw."""
        shown = shown_bars(value)
        bars = tuple(Bar(one.label, one.figure.low, one.figure.high, one.text) for one in shown)
        return Bars(value["title"], value["unit"] or "", bars, words(value["note"])) if bars else None


def shown_bars(value: StructValue) -> list[ShownBar]:
    """Return the bars of a panel that have a figure.

    A fact's figure goes before a typed one, and is converted to the unit of the panel. The typed one is shown where the
    fact is gone, or has a unit there is no way from.
    """
    unit, language = value["unit"] or "", get_language() or "en"
    bars = []
    for bar in value["bars"]:
        fact = bar.get("fact")
        figure = None if fact is None else in_unit(fact.figure, unit, fact.nutrient)
        if figure is not None:
            bars.append(ShownBar(bar["label"], figure, written(figure, language), fact))
        elif (low := _typed(bar.get("low"))) is not None:
            figure = Figure(low, _typed(bar.get("high")), unit)
            bars.append(ShownBar(bar["label"], figure, written(figure, language)))
    return bars


def _typed(value: Decimal | str | None) -> Decimal | None:
    """Return a typed number; a form that is not valid yet, which the review reads too, has it as it was typed."""
    try:
        number = Decimal(value) if value not in (None, "") else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() and number >= 0 else None
