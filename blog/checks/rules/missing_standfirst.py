"""No standfirst."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def missing_standfirst(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find an article that does not say in a sentence what it is about."""
    if not article.standfirst.strip():
        yield Finding(
            "missing_standfirst",
            Level.SHOULD,
            _("There is no standfirst: one or two sentences that say what readers will learn."),
            "standfirst",
        )
