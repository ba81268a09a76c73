"""An infographic whose pictures cannot show all of it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...infographics.poster.legibility import Legibility
from ..article import ArticleUnderReview
from ..finding import Finding, Level


def crowded_poster(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find pictures that leave out panels, because the words of all would be too small to read.

    A card is for one panel, and leads on to the others: it is told of only where it has room for none.
    """
    for poster in article.posters:
        for face in poster.faces:
            if face.left_out and (face.face != "card" or not face.shown):
                level = Level.KNOW if face.shown else Level.SHOULD
                place = f"{poster.place}.panels"
                yield Finding("crowded_poster", level, _message(face), place, poster.title, face.face)


def _message(face: Legibility) -> str:
    if face.face == "card":
        return _(
            "The card shown where the article is shared has room for no panel: their words would be too small to "
            "read. A panel with few words, such as a statistic, fits."
        )
    if not face.shown:
        return _(
            "The tall picture has room for no panel: their words would be too small to read. Shorten their texts."
        )
    text = ngettext(
        "The tall picture leaves out %(left_out)s of the %(panels)s panels: with it, words would be too small to read. "
        "Shorten texts, or make two infographics of it.",
        "The tall picture leaves out %(left_out)s of the %(panels)s panels: with them, words would be too small to "
        "read. Shorten texts, or make two infographics of it.",
        face.left_out,
    )
    return text % {"left_out": face.left_out, "panels": face.shown + face.left_out}
