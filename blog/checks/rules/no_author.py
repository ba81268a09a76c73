"""No author."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def no_author(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find an article that does not say who wrote it."""
    if not article.authors:
        yield Finding(
            "no_author",
            Level.SHOULD,
            _("No author is named. Readers trust advice more from a person."),
            "bylines",
        )
