"""Vitamin K without a word on anticoagulants."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ...evidence.anticoagulants import unwarned_of_anticoagulants
from ..article import ArticleUnderReview
from ..finding import Finding, Level


def anticoagulant_note(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find an article that speaks of vitamin K as a supplement and nowhere of the medicines it works against.

    Warfarin acts through vitamin K: more or less of it changes how much of the medicine somebody needs.
    """
    others = f"{article.standfirst} {article.corrections}"
    found = unwarned_of_anticoagulants(article.passages, article.figures, article.facts, others)
    if found:
        yield Finding(
            "anticoagulant_note",
            Level.SHOULD,
            _(
                "Vitamin K works against warfarin and some other blood thinners, and the page does not say so. Tell "
                "readers who take one to ask their doctor first. This is a hint for editors, neither legal nor "
                "medical advice."
            ),
            found.place,
            found.sentence,
        )
