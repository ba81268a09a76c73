"""The custom image and rendition models."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """A picture; Wagtail's `description` is its default alternative text."""

    credit = models.CharField(
        _("credit"), max_length=255, blank=True, help_text=_("Who made the picture. Shown with its caption.")
    )
    licence = models.CharField(
        _("licence"),
        max_length=255,
        blank=True,
        help_text=_("For example “CC BY 4.0” or a stock licence number."),
    )
    # The digest of the file an import read, so that the same picture is stored once.
    source_hash = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    admin_form_fields = (*Image.admin_form_fields, "credit", "licence")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class SiteRendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_spec"
            )
        ]
