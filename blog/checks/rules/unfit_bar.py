"""A bar whose fact cannot stand on the scale of its panel."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from qnwellness.nutrition.figures import in_unit, written

from ...evidence.placed import KnownFact, Passage
from ..article import ArticleUnderReview
from ..finding import Finding, Level

_WHOLE = 100


def unfit_bar(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find bars whose fact has a unit that cannot be converted to that of the others, and shares of more than all.

    A bar that is left out for it is broken for readers; one with a typed figure shows that one, which nobody keeps
    right.
    """
    for passage in article.passages:
        for fact in (article.facts[pk] for pk in passage.fact_ids if passage.is_bar and pk in article.facts):
            level, message = _problem(passage, fact)
            if message:
                said = {
                    "fact": fact.statement,
                    "figure": written(fact.figure),
                    "unit": passage.unit or "–",
                    "instead": passage.instead,
                }
                place = f"{passage.place.removesuffix('.low')}.fact"
                yield Finding(
                    "unfit_bar", level, message % said, place, passage.title, f"{fact.pk}:{passage.unit}"
                )


def _problem(passage: Passage, fact: KnownFact) -> tuple[Level, str]:
    drawn = in_unit(fact.figure, passage.unit, fact.nutrient or "")
    if drawn is not None:
        if passage.unit != "%" or drawn.top <= _WHOLE:
            return Level.KNOW, ""
        return Level.SHOULD, _(
            "The fact “%(fact)s” is %(figure)s now: more than all of it, on a scale of shares. Correct the fact, or "
            "take it out of the bars."
        )
    if passage.instead:
        return Level.SHOULD, _(
            "The fact “%(fact)s” is %(figure)s now, and the bars are drawn in %(unit)s. Readers see what was typed "
            "before, %(instead)s. Choose another fact, or none."
        )
    return Level.MUST, _(
        "The fact “%(fact)s” is %(figure)s now, and the bars are drawn in %(unit)s: this bar is left out, and bars "
        "that are all left out are no chart. Choose another fact, or write a value."
    )
