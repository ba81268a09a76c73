"""An infographic whose pictures cannot show all of it."""

from collections.abc import Iterator

from django.utils.translation import ngettext

from ..article import ArticleUnderReview
from ..finding import Finding, Level

# The tall picture is meant to hold an infographic of usual length. The card is small: it shows what comes first.
_LEVELS = {"pin": Level.SHOULD, "card": Level.KNOW, "poster": Level.SHOULD}


def crowded_poster(article: ArticleUnderReview) -> Iterator[Finding]:
    """Find pictures that leave out panels, because the words of all would be too small to read."""
    for poster in article.posters:
        for face in poster.faces:
            if face.left_out:
                message = _message(face.face, face.shown + face.left_out, face.left_out)
                place = f"{poster.place}.panels"
                yield Finding("crowded_poster", _LEVELS[face.face], message, place, poster.title, face.face)


def _message(face: str, panels: int, left_out: int) -> str:
    if face == "card":
        text = ngettext(
            "The card shown where the article is shared has no room for %(left_out)s of the %(panels)s panels. "
            "It shows those that come first.",
            "The card shown where the article is shared has no room for %(left_out)s of the %(panels)s panels. "
            "It shows those that come first.",
            left_out,
        )
    else:
        text = ngettext(
            "The tall picture leaves out %(left_out)s of the %(panels)s panels: with it, words would be too small to "
            "read. Shorten texts, or make two infographics of it.",
            "The tall picture leaves out %(left_out)s of the %(panels)s panels: with them, words would be too small "
            "to read. Shorten texts, or make two infographics of it.",
            left_out,
        )
    return text % {"left_out": left_out, "panels": panels}
