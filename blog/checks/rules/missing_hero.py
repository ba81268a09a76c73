"""No leading picture."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def missing_hero(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find an article without a leading picture: its card is bare wherever articles are listed."""
    if article.hero is None:
        yield Finding("missing_hero", Level.SHOULD, _("There is no leading picture."), "hero")
