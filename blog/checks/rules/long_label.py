"""A long line in the contents list."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level

# What fits into two lines of the list on a phone of 360 px.
LONGEST = 60


def long_label(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find listed headings whose line in the contents list is too long to be taken in at a glance."""
    for heading in article.headings():
        label = heading.label.strip() or heading.text.strip()
        if heading.is_listed and len(label) > LONGEST:
            yield Finding(
                "long_label",
                Level.KNOW,
                _(
                    "%(count)s characters are long for the contents list. Give the heading a shorter label there."
                )
                % {"count": len(label)},
                f"{heading.place}.contents_label",
                label,
            )
