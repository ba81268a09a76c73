"""A figure that says something else than a fact of the site."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from qnwellness.nutrition.figures import written

from ..article import ArticleUnderReview
from ..finding import Finding, Level, Offer


def contradicted_fact(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find figures typed by hand where a fact about the same says another."""
    for found in article.compared.contradicting:
        figure = written(found.fact.figure, get_language() or "en")
        text = _("“%(words)s” stands here; the fact “%(statement)s” says %(figure)s. Which is right?")
        yield Finding(
            "contradicted_fact",
            Level.SHOULD,
            text % {"words": found.placed.words, "statement": found.fact.statement, "figure": figure},
            found.placed.place,
            found.placed.sentence,
            f"{found.fact.pk}:{figure}:{found.placed.words}",
            Offer.SEE_FACTS,
        )
