"""A figure stated once."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, RevisionMixin
from wagtail.search import index

from qnwellness.content import references
from qnwellness.content.fields import ContentStreamField
from qnwellness.nutrition.figures import Figure, written
from qnwellness.nutrition.nutrients import NUTRIENTS
from qnwellness.nutrition.units import UNITS

from ..infographics.choosing import SourceChooserBlock


class Fact(RevisionMixin, index.Indexed, models.Model):
    """A figure with its unit and its sources. Sentences and panels refer to it and show it as it is today."""

    class Evidence(models.TextChoices):
        """What kind of study or document a figure comes from, the strongest first."""

        REVIEW = "review", _("Systematic review")
        TRIAL = "trial", _("Randomised trial")
        OBSERVATION = "observation", _("Observational study")
        LABORATORY = "laboratory", _("Laboratory or animal study")
        AUTHORITY = "authority", _("Recommendation of an authority")
        EXPERT = "expert", _("Expert opinion or textbook")

    statement = models.CharField(
        _("statement"),
        max_length=200,
        help_text=_("What the figure is, without the figure: “Calcium taken up with enough vitamin D”."),
    )
    nutrient = models.CharField(
        _("nutrient"),
        max_length=20,
        blank=True,
        choices=[(name, name) for name in NUTRIENTS],
        help_text=_("Lets doses be compared with upper levels, and IU of vitamin D with µg."),
    )
    low = models.DecimalField(
        _("value"),
        max_digits=14,
        decimal_places=4,
        validators=[MinValueValidator(0)],
        help_text=_("Of a range, the lower end."),
    )
    high = models.DecimalField(
        _("upper end"),
        max_digits=14,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("Only for a range: 30 to 40."),
    )
    unit = models.CharField(_("unit"), max_length=12, blank=True, choices=[(unit, unit) for unit in UNITS])
    qualifier = models.CharField(
        _("condition"), max_length=120, blank=True, help_text=_("When it holds: “with sufficient vitamin D”.")
    )
    population = models.CharField(
        _("people"), max_length=120, blank=True, help_text=_("In whom it was found: “women after menopause”.")
    )
    evidence = models.CharField(_("kind of study"), max_length=12, blank=True, choices=Evidence.choices)
    sources = ContentStreamField(
        [("source", SourceChooserBlock(label=_("Source")))], blank=True, verbose_name=_("sources")
    )
    verified_on = models.DateField(_("checked on"), null=True, blank=True)
    verify_by = models.DateField(
        _("check again by"),
        null=True,
        blank=True,
        help_text=_("After this day, articles that use it say so to editors."),
    )
    _revisions = GenericRelation(
        Revision,
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="fact",
    )

    search_fields = [
        index.SearchField("statement"),
        index.SearchField("qualifier"),
        index.SearchField("population"),
        index.SearchField("text"),
        index.AutocompleteField("statement"),
        index.FilterField("nutrient"),
        index.FilterField("evidence"),
        index.FilterField("verify_by"),
    ]

    class Meta:
        ordering = ["statement", "pk"]
        verbose_name = _("fact")
        verbose_name_plural = _("facts")

    def __str__(self) -> str:
        return f"{self.statement}: {self.text}"

    @property
    def revisions(self) -> Any:
        """Return its former versions."""
        return self._revisions

    @property
    def figure(self) -> Figure:
        """Return the value or range with its unit."""
        return Figure(self.low, self.high, self.unit)

    @property
    def text(self) -> str:
        """Return the figure as readers of the active language write it: "1,000–5,000 IU"."""
        return self.text_in(get_language() or "en")

    def text_in(self, language: str) -> str:
        """Return the figure as readers of a language write it."""
        return written(self.figure, language)

    @property
    def readers_text(self) -> str:
        """Return the figure as readers of this site write it, whatever language the admin speaks."""
        return self.text_in(settings.LANGUAGE_CODE)

    @property
    def source_ids(self) -> list[int]:
        """Return the ids of its sources, in order, without loading any."""
        block = self._meta.get_field("sources").stream_block
        return [pk for _kind, pk in references.find_references(block, list(self.sources.raw_data))]

    def is_overdue(self, today: date | None = None) -> bool:
        """Tell whether it should have been checked again before `today`."""
        return self.verify_by is not None and self.verify_by < (today or timezone.localdate())

    def clean(self) -> None:
        """Refuse a turned range, and dates that cannot be."""
        super().clean()
        errors = {}
        if self.low is not None and self.high is not None and self.high <= self.low:
            errors["high"] = _("The upper end is higher than the value, or empty.")
        if self.verified_on and self.verified_on > timezone.localdate():
            errors["verified_on"] = _("This day has not come yet.")
        if self.verified_on and self.verify_by and self.verify_by <= self.verified_on:
            errors["verify_by"] = _("This is not after the day it was checked on.")
        if errors:
            raise ValidationError(errors)
