"""What an import placed where, so that running it again changes nothing, and what is still to be done about it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRecord(models.Model):
    """One source article and the page made from it."""

    source = models.CharField(_("source"), max_length=255, unique=True)
    article = models.OneToOneField("blog.ArticlePage", on_delete=models.CASCADE, related_name="import_record")
    source_hash = models.CharField(_("digest of the source"), max_length=64)
    placed_hash = models.CharField(_("digest of the page as placed"), max_length=64)
    updated_at = models.DateTimeField(_("last changed by an import"), auto_now=True)
    created_in = models.ForeignKey(
        "blog.ImportRun", on_delete=models.SET_NULL, null=True, blank=True, related_name="created_records"
    )
    path = models.CharField(
        _("old address"), max_length=500, blank=True, help_text=_("Its path in the shop it comes from.")
    )
    was_published = models.BooleanField(_("was public where it comes from"), null=True)
    # What an editor should know about what was found and left out: the lines of the report.
    notes = models.JSONField(_("notes of the import"), default=list)
    # The addresses of its own articles and pages a text links to, that led nowhere here when it was placed.
    open_links = models.JSONField(_("links to articles that are not here"), default=list)
    # What the article still needs, by the keys of `blog.editor.imported.needs`, each between commas; and of which
    # revision that was said.
    needs = models.CharField(_("still needs"), max_length=200, blank=True)
    needs_of = models.PositiveIntegerField(null=True, editable=False)
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["source"]
        verbose_name = _("import record")
        verbose_name_plural = _("import records")

    def __str__(self) -> str:
        return self.source
