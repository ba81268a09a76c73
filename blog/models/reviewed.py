"""Who has checked an article, when, and when it is to be checked again."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..review import next_review
from .author import Author

_REVIEW = ("reviewer", "reviewed_on", "review_due_on")


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

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        """Return a version from its stored form, without people who are no longer known to the site.

        A draft, an older or a scheduled version does not keep anybody from being deleted, and must open and be
        published all the same. A review goes with its reviewer: nobody stands behind it any more.
        """
        return super().from_serializable_data(_of_the_living(data), check_fks, strict_fks)

    @property
    def is_reviewed(self) -> bool:
        """Tell whether both are known: who has reviewed the article, and when."""
        return bool(self.reviewer_id and self.reviewed_on)

    @property
    def review_due(self) -> date | None:
        """Return when the next review is due, whether an editor has set it or not."""
        return next_review(self.reviewed_on, self.review_due_on) if self.is_reviewed else None


def _of_the_living(data: dict[str, Any]) -> dict[str, Any]:
    """Return the stored form of a version without people who were deleted. One query if it names anybody."""
    bylines = data.get("bylines") or []
    named = {data.get("reviewer"), *(byline["author"] for byline in bylines)} - {None}
    gone = named - set(Author.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else named
    if not gone:
        return data
    kept = {**data, "bylines": [byline for byline in bylines if byline["author"] not in gone]}
    return {**kept, **dict.fromkeys(_REVIEW)} if data.get("reviewer") in gone else kept
