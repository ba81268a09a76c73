"""A heading without words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def empty_heading(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find headings that say nothing: a screen reader announces them all the same."""
    for heading in article.headings():
        if not heading.text.strip():
            yield Finding(
                "empty_heading", Level.MUST, _("This heading has no words."), f"{heading.place}.text"
            )
