"""Headings with the same words."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def equal_headings(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find headings that repeat an earlier one: readers cannot tell them apart in the contents list."""
    seen: Counter[str] = Counter()
    for heading in article.headings():
        words = " ".join((heading.label or heading.text).casefold().split())
        seen[words] += 1
        if words and heading.is_listed and seen[words] > 1:
            yield Finding(
                "equal_headings",
                Level.SHOULD,
                _(
                    "Another heading above has the same words. In the contents list nobody can tell them apart."
                ),
                f"{heading.place}.text",
                heading.text,
            )
