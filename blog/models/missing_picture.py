"""Pictures an imported article names that are not in it, and the pictures that were fetched."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MissingPicture(models.Model):
    """A picture a source article names that was not at hand: attached when a later run has it, or fetched."""

    class State(models.TextChoices):
        MISSING = "missing", _("not here")
        FAILED = "failed", _("could not be fetched")
        STORED = "stored", _("in the library, not in the article")

    record = models.ForeignKey("blog.ImportRecord", on_delete=models.CASCADE, related_name="missing_pictures")
    name = models.CharField(_("file name"), max_length=500)
    address = models.CharField(_("address"), max_length=2000, blank=True)
    alt = models.TextField(_("alternative text"), blank=True)
    caption = models.TextField(_("caption"), blank=True)
    is_hero = models.BooleanField(_("leads the article"), default=False)
    # Where it stands: behind the block of this id (at the beginning where there is none), as the how many-th of all.
    after = models.CharField(max_length=36, blank=True, editable=False)
    position = models.PositiveIntegerField(default=0, editable=False)
    state = models.CharField(_("state"), max_length=16, choices=State.choices, default=State.MISSING)
    image = models.ForeignKey(
        "images.SiteImage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    error = models.CharField(_("why"), max_length=500, blank=True)
    tried_at = models.DateTimeField(_("last tried"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("missing picture")
        verbose_name_plural = _("missing pictures")
        permissions = [("fetch_pictures", _("Can fetch pictures of imported articles from other hosts"))]

    def __str__(self) -> str:
        return self.address or self.name


class FetchedPicture(models.Model):
    """What stood at an address when it was fetched: no later import asks for it again."""

    # Addresses are longer than what an index takes.
    digest = models.CharField(max_length=64, unique=True)
    address = models.TextField(_("address"))
    image = models.ForeignKey("images.SiteImage", on_delete=models.CASCADE, related_name="+")
    fetched_at = models.DateTimeField(_("fetched"), auto_now_add=True)

    class Meta:
        verbose_name = _("fetched picture")
        verbose_name_plural = _("fetched pictures")

    def __str__(self) -> str:
        return self.address
