"""Boxes that look at the room they have before they decide what they are."""

from collections.abc import Callable, Sequence

from .area import Area
from .box import Box
from .canvas import Canvas
from .text import Text


class Suited(Box):
    """A box chosen by the width it has."""

    def __init__(self, choose: Callable[[float], Box]) -> None:
        self._choose = choose
        self._chosen: dict[float, Box] = {}

    def height(self, width: float) -> float:
        """Return the height of the box chosen for a width."""
        return self._for(width).height(width)

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the box chosen for the width of the area."""
        self._for(area.width).paint(canvas, area)

    def _for(self, width: float) -> Box:
        if width not in self._chosen:
            self._chosen[width] = self._choose(width)
        return self._chosen[width]


def fitted(texts: Sequence[tuple[Text, int]]) -> Box:
    """Return the first of several settings of a text that has no more lines than it may, and no broken word.

    Where none does, it is the last.
    """
    return Suited(lambda width: texts[chosen([([text], most) for text, most in texts], [width])][0])


def chosen(settings: Sequence[tuple[Sequence[Text], int]], widths: Sequence[float]) -> int:
    """Return which is the first of several settings, of texts and the lines each may have, that fits the widths.

    Where none does, it is the last.
    """
    for at, (texts, most) in enumerate(settings):
        if all(text.fits(width, most) for text, width in zip(texts, widths, strict=True)):
            return at
    return len(settings) - 1


def columns(count: int, width: float, least: float, most: int) -> int:
    """Return how many columns of at least a width to set so many boxes in, so that rows are filled evenly."""
    room = max(1, min(most, count, int(width // least)))
    rows = -(-count // room)
    return -(-count // rows)
