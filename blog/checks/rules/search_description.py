"""What search engines show."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level

# Google cuts a description to the width of the screen, on a desk after about 160 characters:
# https://developers.google.com/search/docs/appearance/snippet
LONGEST = 160


def search_description(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find an article whose description for search engines is missing or will be cut."""
    words = article.search_description.strip()
    if not words:
        message = _(
            "There is no description for search engines. They will show the standfirst, or any sentence."
        )
        yield Finding("search_description", Level.KNOW, message, "search_description")
    elif len(words) > LONGEST:
        message = _("%(count)s characters are long for search engines, which show about %(longest)s.") % {
            "count": len(words),
            "longest": LONGEST,
        }
        yield Finding("search_description", Level.KNOW, message, "search_description", words)
