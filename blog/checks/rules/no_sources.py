"""Claims, and not one source."""

from collections.abc import Iterator
from hashlib import sha256

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level
from .uncited_claim import claims


def no_sources(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find an article that says what research found and cites nothing at all. It is about all that is claimed."""
    if any(link.kind == "source" for link in article.links):
        return
    found = {sentence.text for _text, sentence in claims(article)}
    if found:
        yield Finding(
            "no_sources",
            Level.KNOW,
            _(
                "The article says what research found and cites no source. With one, readers can look for themselves."
            ),
            "body",
            subject=sha256("\0".join(sorted(found)).encode()).hexdigest(),
        )
