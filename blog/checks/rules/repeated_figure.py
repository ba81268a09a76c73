"""A figure typed at several places."""

from collections.abc import Iterator

from django.utils.translation import get_language, ngettext

from qnwellness.nutrition.figures import written

from ...evidence.repeated import Repeated, repeated
from ..article import ArticleUnderReview
from ..finding import Finding, Level, Offer


def repeated_figure(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find figures without a fact that are typed twice or more, so that one can be changed and the other forgotten."""
    known = {id(found.placed) for found in article.compared.equal}
    for group in repeated(one for one in article.figures if id(one) not in known):
        if any(one.takes_facts for one in group.places):
            figure = written(group.figure, get_language() or "en")
            first = group.places[0]
            yield Finding(
                "repeated_figure",
                Level.KNOW,
                _message(group, figure),
                first.place,
                first.sentence,
                f"{figure}:{group.nutrient or ''}",
                Offer.MAKE_FACT,
            )


def _message(group: Repeated, figure: str) -> str:
    others = len(group.places) - 1
    text = ngettext(
        "%(figure)s stands here and at %(others)s other place. As a fact it is stated once and changes everywhere.",
        "%(figure)s stands here and at %(others)s other places. As a fact it is stated once and changes everywhere.",
        others,
    )
    return text % {"figure": figure, "others": others}
