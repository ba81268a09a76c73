"""What a shop elsewhere has been told of a product's list of related articles, and what it has yet to be told."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """The ways a list gets to a shop without being asked for."""

    SHOPIFY = "shopify", _("Shopify")
    WEBHOOK = "webhook", _("Webhook")


class ListDelivery(models.Model):
    """The list of one product on one channel. `wanted` and `delivered` are digests of lists, SHA-256 in hex.

    The product is named, not referred to: the shop is also told of one that is gone.
    """

    channel = models.CharField(_("channel"), max_length=16, choices=Channel.choices)
    handle = models.CharField(_("handle"), max_length=255)
    wanted = models.CharField(_("list as it is"), max_length=64)
    delivered = models.CharField(_("list as the shop has it"), max_length=64, blank=True)
    delivered_at = models.DateTimeField(_("delivered"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts since"), default=0)
    # None where nothing is to be delivered, or no more is tried.
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True, blank=True, db_index=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["channel", "handle"], name="one_delivery_a_list")]
        ordering = ["channel", "handle"]
        verbose_name = _("list sent to a shop")
        verbose_name_plural = _("lists sent to shops")

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.handle}"
