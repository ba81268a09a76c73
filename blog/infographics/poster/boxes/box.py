"""What every part of a poster is."""

from abc import ABC, abstractmethod

from .area import Area
from .canvas import Canvas


class Box(ABC):
    """A part of a poster. It never paints outside the area it is given, if that is as high as it asked for."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Return how high it is at a width; 0 when there is nothing to see."""

    @abstractmethod
    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it into an area at least as high as it asked for."""

    def paint(self, canvas: Canvas, area: Area) -> None:
        """Draw it, noted on the canvas as a region of its own."""
        with canvas.inside(type(self).__name__, area):
            self.draw(canvas, area)


class Nothing(Box):
    """A part that is not there."""

    def height(self, width: float) -> float:
        """Return none."""
        return 0

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Leave the area as it is."""


class Space(Box):
    """White space of a height."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float) -> float:
        """Return its height."""
        return self._height

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Leave the area as it is."""
