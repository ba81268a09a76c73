"""A figure typed by hand that the site knows as a fact."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ..article import ArticleUnderReview
from ..finding import Finding, Level, Offer


def typed_fact(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find figures that equal a fact about the same, where a fact can stand."""
    for found in article.compared.equal:
        if found.placed.takes_facts:
            text = _(
                "“%(words)s” is known as a fact: “%(statement)s”. In its place the fact keeps the figure right, and "
                "shows readers where it comes from."
            )
            yield Finding(
                "typed_fact",
                Level.KNOW,
                text % {"words": found.placed.words, "statement": found.fact.statement},
                found.placed.place,
                found.placed.sentence,
                f"{found.fact.pk}:{found.placed.words}",
                Offer.USE_FACT,
            )
