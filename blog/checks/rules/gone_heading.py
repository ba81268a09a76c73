"""A heading that was published and is gone."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level


def gone_heading(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find addresses that no heading has any more. An editor who meant it sets the finding aside for good."""
    for anchor in article.gone:
        yield Finding(
            "gone_heading",
            Level.SHOULD,
            _(
                "The section with the address “#%(anchor)s”, which others may link to, is gone. Readers of such "
                "links land at the top. Give its address to another heading, or set this aside."
            )
            % {"anchor": anchor},
            "body",
            subject=anchor,
        )
