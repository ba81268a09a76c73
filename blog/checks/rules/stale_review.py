"""A review that is due, or was never made."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def stale_review(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find an article whose next review is overdue, or that nobody has reviewed yet."""
    due = article.review_due_on
    if due and due < article.today:
        yield Finding(
            "stale_review",
            Level.SHOULD,
            _("The next review was due on %(day)s.") % {"day": date_format(due)},
            "review_due_on",
            subject=due.isoformat(),
        )
    elif article.reviewed_on is None:
        yield Finding("stale_review", Level.KNOW, _("Nobody has reviewed this article yet."), "reviewed_on")
