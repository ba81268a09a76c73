"""The amount of a salt where readers want to know that of the mineral."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ...evidence.doses import unclear_salts
from ..article import ArticleUnderReview
from ..finding import Finding, Level


def salt_amount(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find daily amounts of salts: 1,000 mg of calcium carbonate hold 400 mg of calcium."""
    for one in unclear_salts(article.figures):
        text = _(
            "Is this the amount of %(salt)s, or of the %(nutrient)s in it? Say how much %(nutrient)s it holds."
        )
        yield Finding(
            "salt_amount",
            Level.KNOW,
            text % {"salt": one.stated.salt, "nutrient": one.nutrient},
            one.place,
            one.sentence,
            one.words,
        )
