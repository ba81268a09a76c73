"""A picture: kept from before, or drawn now."""

from collections.abc import Collection

from ..describing.poster import Pictured
from .drawing import draw
from .keeping import keep, kept, path_of, sweep
from .turns import drawing_turn, own_turn


def picture(shown: Pictured, name: str, current: Collection[Pictured]) -> bytes:
    """Return a picture of today; `name` is one of PICTURES, `current` is all that is pictured of the article.

    It is drawn once, whoever asks at the same time. With a new drawing, pictures of what the article used to show go.
    Raises CannotDraw where it could not be drawn, and Busy where too much is being drawn.
    """
    path = path_of(shown, name)
    if (found := kept(path)) is not None:
        return found
    with own_turn(path):
        if (found := kept(path)) is not None:
            return found
        with drawing_turn():
            drawn = draw(shown.poster, name)
        keep(path, drawn)
        sweep(shown.article, current)
    return drawn
