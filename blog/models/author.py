"""Who writes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet

from qnwellness.images.models import SiteImage


@register_snippet
class Author(index.Indexed, models.Model):
    """A person named in bylines."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    role = models.CharField(
        _("role"), max_length=160, blank=True, help_text=_("For example “Nutrition editor”.")
    )
    biography = models.TextField(_("biography"), blank=True)
    portrait = models.ForeignKey(
        SiteImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )

    panels = [FieldPanel("name"), FieldPanel("role"), FieldPanel("biography"), FieldPanel("portrait")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return self.name
