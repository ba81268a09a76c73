"""What a product was called before: handles and names that keep finding it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerKey(models.Model):
    """A handle or a name a product had. Written when it changes; never edited."""

    class Kind(models.TextChoices):
        HANDLE = "handle", _("handle")
        NAME = "name", _("name")

    product = models.ForeignKey("products.ProductPage", on_delete=models.CASCADE, related_name="former_keys")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    value = models.CharField(_("value"), max_length=255)
    until = models.DateTimeField(_("until"), auto_now_add=True)

    class Meta:
        ordering = ["-until", "-pk"]
        indexes = [models.Index(fields=["kind", "value"], name="former_keys")]
        constraints = [
            models.UniqueConstraint(fields=["product", "kind", "value"], name="one_former_key_of_a_kind")
        ]
        verbose_name = _("former key")
        verbose_name_plural = _("former keys")

    def __str__(self) -> str:
        return self.value
