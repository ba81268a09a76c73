"""What an import placed where, so that running it again changes nothing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRecord(models.Model):
    """One source article and the page made from it."""

    source = models.CharField(_("source"), max_length=255, unique=True)
    article = models.OneToOneField("blog.ArticlePage", on_delete=models.CASCADE, related_name="import_record")
    source_hash = models.CharField(_("digest of the source"), max_length=64)
    placed_hash = models.CharField(_("digest of the page as placed"), max_length=64)
    updated_at = models.DateTimeField(_("last changed by an import"), auto_now=True)

    class Meta:
        ordering = ["source"]
        verbose_name = _("import record")
        verbose_name_plural = _("import records")

    def __str__(self) -> str:
        return self.source
