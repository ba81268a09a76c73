"""What the shop has said: the last word on each product, and the runs that brought it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CatalogueRecord(models.Model):
    """What a catalogue last said of a product.

    `said` holds each field's value as stored here after that run, so that a later run can tell a change of the shop
    from a change of an editor. `unplaced` keeps columns this site has no field for.
    """

    product = models.OneToOneField(
        "products.ProductPage", on_delete=models.CASCADE, related_name="catalogue_record"
    )
    said = models.JSONField(_("what the shop said"), default=dict)
    unplaced = models.JSONField(_("columns without a field"), default=dict)
    seen_at = models.DateTimeField(_("last in a catalogue"))
    withdrawn_at = models.DateTimeField(_("missing from the catalogue since"), null=True, blank=True)

    class Meta:
        verbose_name = _("catalogue record")
        verbose_name_plural = _("catalogue records")

    def __str__(self) -> str:
        return f"{self.product_id}, {self.seen_at:%Y-%m-%d %H:%M}"


class CatalogueRun(models.Model):
    """One catalogue on its way in: what it is, how far it has come, and what happened to each product."""

    class Trigger(models.TextChoices):
        COMMAND = "command", _("command")
        UPLOAD = "upload", _("upload")
        FETCH = "fetch", _("fetched from its address")

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned, nothing written yet")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    source = models.CharField(_("file or address"), max_length=2000)
    format = models.CharField(_("format"), max_length=32, blank=True)
    trigger = models.CharField(_("started by"), max_length=16, choices=Trigger.choices)
    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.PLANNED)
    is_full = models.BooleanField(
        _("all products"), default=False, help_text=_("Products that are missing from it are withdrawn.")
    )
    may_withdraw_many = models.BooleanField(
        _("many may be withdrawn"),
        default=False,
        help_text=_("Without this a catalogue that lacks more than half of all products withdraws none."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    digest = models.CharField(_("digest of the file"), max_length=64, blank=True)
    file = models.FileField(_("file"), upload_to="catalogues", blank=True)
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    total = models.PositiveIntegerField(_("products"), default=0)
    position = models.PositiveIntegerField(_("products done"), default=0)
    counts = models.JSONField(_("counts by action"), default=dict)
    report = models.JSONField(_("report"), default=list)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("catalogue run")
        verbose_name_plural = _("catalogue runs")

    def __str__(self) -> str:
        return f"{self.source}, {self.started_at:%Y-%m-%d %H:%M}"
