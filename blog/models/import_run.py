"""An import on its way in: its files, what was decided for it, and what happened to each article."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One import in the admin, from the files to the drafts, or one call of the command."""

    class Trigger(models.TextChoices):
        COMMAND = "command", _("command")
        ADMIN = "admin", _("admin")

    class Status(models.TextChoices):
        READING = "reading", _("being read")
        MAPPING = "mapping", _("waiting for decisions")
        PLANNED = "planned", _("planned, nothing written yet")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        UNDONE = "undone", _("undone")

    trigger = models.CharField(_("started by"), max_length=16, choices=Trigger.choices)
    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.READING)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    parent = models.ForeignKey(
        "blog.BlogIndexPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("journal")
    )
    format = models.CharField(_("format"), max_length=32, blank=True)
    publishes = models.BooleanField(_("publishes what was public"), default=False)
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    # When it last did something: one that is running and silent was killed.
    active_at = models.DateTimeField(_("last active"), auto_now_add=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return f"{self.get_trigger_display()}, {self.started_at:%Y-%m-%d %H:%M}"


class ImportFile(models.Model):
    """A file of an import, as it was handed in."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(_("name"), max_length=500)
    # Where its bytes are: a path below the folder of imports, empty once they are deleted.
    stored = models.CharField(_("stored as"), max_length=200, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)
    # Whether all of its articles are among the items, or why not is in `error`.
    is_read = models.BooleanField(_("read to its end"), default=False)
    format = models.CharField(_("format"), max_length=32, blank=True)
    error = models.TextField(_("error"), blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")

    def __str__(self) -> str:
        return self.name


class ImportItem(models.Model):
    """One article of an import: what was read, what is planned for it, and what came of it."""

    class State(models.TextChoices):
        READ = "read", _("read")
        PLANNED = "planned", _("planned")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        UNDONE = "undone", _("undone")
        KEPT = "kept", _("kept: it was worked on since")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="items")
    file = models.ForeignKey(ImportFile, on_delete=models.CASCADE, related_name="items", null=True)
    position = models.PositiveIntegerField(_("position"))
    source = models.CharField(_("source"), max_length=255, blank=True)
    place = models.CharField(_("place in its file"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=255, blank=True)
    # The source article, as `blog.importing.document.stored` writes it.
    content = models.JSONField(_("content"), null=True)
    # create, update, skip or conflict; empty for what could not be read.
    action = models.CharField(_("action"), max_length=16, blank=True)
    is_chosen = models.BooleanField(_("chosen"), default=True)
    state = models.CharField(_("state"), max_length=16, choices=State.choices, default=State.READ)
    # An article of the report, as `import_article --json` prints it.
    report = models.JSONField(_("report"), default=dict)
    # The pictures that were stored for it and were not here before.
    stored_pictures = models.JSONField(_("pictures it brought"), default=list)
    error = models.TextField(_("error"), blank=True)
    page = models.ForeignKey(
        "blog.ArticlePage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["run", "position"]
        constraints = [
            models.UniqueConstraint(fields=["run", "position"], name="one_place_in_an_import"),
        ]
        verbose_name = _("imported article")
        verbose_name_plural = _("imported articles")

    def __str__(self) -> str:
        return self.title or self.source or self.place


class ImportDecision(models.Model):
    """What somebody decided once about a name in imported texts, and every later import follows."""

    class Kind(models.TextChoices):
        AUTHOR = "author", _("author")
        TAG = "tag", _("tag")
        PRODUCT = "product", _("product handle")
        # What is said is the key of a source; empty means that the article is never brought in.
        SLUG = "slug", _("address of an article")

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices)
    said = models.CharField(_("as the source says"), max_length=255)
    # The name of an author or tag, the handle of a product or a slug; empty means "leave it out".
    means = models.CharField(_("means here"), max_length=255, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), auto_now=True)

    class Meta:
        ordering = ["kind", "said"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "said"], name="one_decision_a_name"),
        ]
        verbose_name = _("import decision")
        verbose_name_plural = _("import decisions")

    def __str__(self) -> str:
        return f"{self.said} → {self.means}"
