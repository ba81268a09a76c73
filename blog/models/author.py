"""Who writes and who reviews."""

from itertools import chain, count
from typing import Any
from urllib.parse import quote

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from qnwellness.images.models import SiteImage

from ..outline import address

# With a number behind it a made address still fits its field.
_LONGEST = 120


class Author(index.Indexed, models.Model):
    """A person named in bylines, as an author or as a reviewer, with a page of their own."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(
        _("address"),
        max_length=130,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text=_("The last part of the address of their page. Left empty: made from the name."),
    )
    role = models.CharField(
        _("role"), max_length=160, blank=True, help_text=_("For example “Nutrition editor”.")
    )
    credentials = models.CharField(
        _("credentials"),
        max_length=160,
        blank=True,
        help_text=_("What qualifies them, for example “MSc Nutrition, registered dietitian”."),
    )
    biography = models.TextField(
        _("biography"),
        blank=True,
        help_text=_("A few sentences for their page. An empty line starts a paragraph."),
    )
    portrait = models.ForeignKey(
        SiteImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
        help_text=_("Square, at least 640 pixels wide."),
    )
    profile_url = models.URLField(
        _("profile elsewhere"), blank=True, help_text=_("A professional register or their own site.")
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("role"), FieldPanel("credentials")], heading=_("Who they are")
        ),
        MultiFieldPanel(
            [FieldPanel("biography"), FieldPanel("portrait"), FieldPanel("profile_url"), FieldPanel("slug")],
            heading=_("Their page"),
        ),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("author or reviewer")
        verbose_name_plural = _("authors and reviewers")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    @property
    def path(self) -> str:
        """Return the address of their page below that of a journal."""
        return f"authors/{quote(self.slug)}/"

    def _free_slug(self) -> str:
        """Return an address from the name that no one else has."""
        words = address(self.name)[:_LONGEST].strip("-") or "person"
        taken = set(Author.objects.exclude(pk=self.pk).values_list("slug", flat=True))
        numbered = (f"{words}-{number}" for number in count(2))
        return next(candidate for candidate in chain([words], numbered) if candidate not in taken)
