"""What an editor has decided to leave as it is."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DismissedFinding(models.Model):
    """A finding of the checks before publishing, set aside with a reason for as long as its words stay the same."""

    article = models.ForeignKey(
        "blog.ArticlePage", on_delete=models.CASCADE, related_name="dismissed_findings"
    )
    rule = models.CharField(_("check"), max_length=60)
    fingerprint = models.CharField(_("digest of check and words"), max_length=64)
    quote = models.TextField(_("words"), blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )
    dismissed_at = models.DateTimeField(_("on"), auto_now_add=True)

    class Meta:
        ordering = ["article", "-dismissed_at"]
        constraints = [
            models.UniqueConstraint(fields=["article", "fingerprint"], name="one_dismissal_a_finding"),
        ]
        verbose_name = _("dismissed finding")
        verbose_name_plural = _("dismissed findings")

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"
