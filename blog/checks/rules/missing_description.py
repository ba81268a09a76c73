"""A picture nobody has described."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def missing_description(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find pictures that are neither described nor marked as decoration (WCAG 2.2, criterion 1.1.1)."""
    for picture in article.pictures:
        if not (picture.is_missing or picture.is_decorative or picture.alt.strip()):
            yield Finding(
                "missing_description",
                Level.MUST,
                _(
                    "This picture has no description for those who cannot see it. If it says nothing, mark it so."
                ),
                f"{picture.place}.alt_text",
                picture.title,
            )
