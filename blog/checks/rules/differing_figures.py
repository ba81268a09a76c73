"""An infographic and the text around it that do not say the same."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ...evidence.drift import differences
from ..article import ArticleUnderReview
from ..finding import Finding, Level, Offer


def differing_figures(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find figures of infographics for which the text of the page gives others."""
    for found in differences(article.figures):
        text = _(
            "“%(text)s” stands here and “%(panel)s” in the infographic. If both mean the same, mend one; as a fact it "
            "is stated once and cannot differ."
        )
        yield Finding(
            "differing_figures",
            Level.SHOULD,
            text % {"text": found.in_text.words, "panel": found.in_infographic.words},
            found.in_text.place,
            found.in_text.sentence,
            f"{found.in_text.words}:{found.in_infographic.words}",
            Offer.MAKE_FACT,
        )
