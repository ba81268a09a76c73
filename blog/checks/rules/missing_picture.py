"""A picture that is gone."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def missing_picture(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find picture blocks without a picture, or with one that has been deleted."""
    for picture in article.pictures:
        if picture.is_missing:
            yield Finding(
                "missing_picture",
                Level.MUST,
                _("There is no picture here. Choose one, or take the block out."),
                picture.place,
            )
