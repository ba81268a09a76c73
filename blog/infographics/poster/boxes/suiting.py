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


def fitted(texts: Sequence[Text], most_lines: int) -> Box:
    """Return the first of several settings of a text, largest first, that has so few lines without a broken word.

    Where none does, it is the last.
    """
    return Suited(lambda width: texts[chosen([[text] for text in texts], [width], most_lines)])


def chosen(settings: Sequence[Sequence[Text]], widths: Sequence[float], most_lines: int) -> int:
    """Return which is the first setting of several texts in which each fits its width; the last where none does."""
    for at, texts in enumerate(settings):
        fits = (
            len(text.lines(width)) <= most_lines and not text.breaks_words(width)
            for text, width in zip(texts, widths, strict=True)
        )
        if all(fits):
            return at
    return len(settings) - 1


def columns(count: int, width: float, least: float, most: int) -> int:
    """Return how many columns of at least a width to set so many boxes in, so that rows are filled evenly."""
    room = max(1, min(most, count, int(width // least)))
    rows = -(-count // room)
    return -(-count // rows)
