"""An infographic with characters its pictures cannot show."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def missing_character(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find characters no font of the pictures has: readers see a box in their place."""
    for poster in article.posters:
        if poster.missing:
            characters = " ".join(poster.missing)
            message = _(
                "Pictures of the infographic cannot show %(characters)s. Write it in other characters."
            )
            yield Finding(
                "missing_character",
                Level.SHOULD,
                message % {"characters": characters},
                poster.place,
                poster.title,
                characters,
            )
