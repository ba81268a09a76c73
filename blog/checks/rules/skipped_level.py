"""A level left out on the way down."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level

# Of the title of the page.
_TITLE_LEVEL = 1


def skipped_level(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find headings more than one level below the one before (WCAG 2.2, technique G141)."""
    above = _TITLE_LEVEL
    for heading in article.headings():
        if heading.contents_only:
            continue
        if heading.level > above + 1:
            yield Finding(
                "skipped_level",
                Level.SHOULD,
                _(
                    "A level is skipped here. Make it a section one step higher, or add the heading in between."
                ),
                f"{heading.place}.level",
                heading.text,
            )
        above = heading.level
