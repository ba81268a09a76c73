"""Who has checked an article, when, and when it is to be checked again."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..review import next_review
from .author import Author


class Reviewed(models.Model):
    """The review of an article. It speaks of the article's accuracy, never of a product."""

    reviewer = models.ForeignKey(
        Author,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviewed_articles",
        verbose_name=_("reviewer"),
        help_text=_("Who has checked that this article is accurate. Shown in the byline only."),
    )
    reviewed_on = models.DateField(_("last reviewed"), null=True, blank=True)
    review_due_on = models.DateField(
        _("next review due"), null=True, blank=True, help_text=_("Left empty: a year after the last review.")
    )

    class Meta:
        abstract = True

    @property
    def is_reviewed(self) -> bool:
        """Tell whether both are known: who has reviewed the article, and when."""
        return bool(self.reviewer_id and self.reviewed_on)

    @property
    def review_due(self) -> date | None:
        """Return when the next review is due, whether an editor has set it or not."""
        return next_review(self.reviewed_on, self.review_due_on) if self.is_reviewed else None
