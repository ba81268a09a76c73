"""A picture: kept from before, or drawn now."""

from collections.abc import Collection

from qnwellness.content.visibility import public

from ..describing.poster import Pictured
from ..models import ArticlePage
from . import failures
from .drawing import CannotDraw, draw
from .keeping import keep, kept, path_of, sweep
from .turns import drawing_turn, own_turn


def picture(shown: Pictured, name: str, current: Collection[Pictured]) -> bytes:
    """Return a picture of today; `name` is one of PICTURES, `current` is all that is pictured of the article.

    It is drawn once, whoever asks at the same time. With a new drawing, pictures of what the article used to show go.
    Nothing is kept of an article that was taken back, or became private, while it was drawn.
    Raises CannotDraw where it could not be drawn, and Busy where too much is being drawn or where it could not be drawn
    a moment ago.
    """
    path = path_of(shown, name)
    if (found := kept(path)) is not None:
        return found
    failures.check(path)
    with own_turn(path):
        if (found := kept(path)) is not None:
            return found
        failures.check(path)
        with drawing_turn(shown.article):
            drawn = _drawn(shown, name, path)
        keep(path, drawn)
        # Asked after it is kept: whoever hides the article sweeps after that, so one of the two sees the other.
        sweep(shown.article, current if _is_shown(shown.article) else ())
    return drawn


def _drawn(shown: Pictured, name: str, path: str) -> bytes:
    try:
        return draw(shown.poster, name)
    except CannotDraw:
        failures.remember(path)
        raise


def _is_shown(article: int) -> bool:
    return public(ArticlePage.objects.filter(pk=article)).exists()
