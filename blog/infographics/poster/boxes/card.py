"""Grounds and lines."""

from .area import Area, inside
from .box import Box
from .canvas import Canvas


class Card(Box):
    """A box on a ground with round corners; `padding` is that of its sides and of its top and bottom."""

    def __init__(
        self, box: Box, ground: str, padding: tuple[float, float], radius: float, edge: str = ""
    ) -> None:
        self._box = box
        self._ground = ground
        self._sides, self._ends = padding
        self._radius = radius
        self._edge = edge

    def height(self, width: float) -> float:
        """Return its height with the padding."""
        return self._box.height(inside(width, self._sides, self._sides)) + 2 * self._ends

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the ground as high as the area, and the box on it."""
        canvas.rectangle(area, self._ground, self._radius, self._edge)
        self._box.paint(canvas, area.inset(self._ends, self._sides, self._ends, self._sides))


class Rule(Box):
    """A line across."""

    def __init__(self, colour: str, thickness: float = 2, dash: float = 0) -> None:
        self._colour = colour
        self._thickness = thickness
        self._dash = dash

    def height(self, width: float) -> float:
        """Return its thickness."""
        return self._thickness

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw it through the middle of the area."""
        y = area.y + area.height / 2
        canvas.line((area.x, y), (area.right, y), self._colour, self._thickness, self._dash)


class Edged(Box):
    """A box with a line along its left side."""

    def __init__(self, box: Box, colour: str, thickness: float, gap: float) -> None:
        self._box = box
        self._colour = colour
        self._thickness = thickness
        self._gap = gap

    def height(self, width: float) -> float:
        """Return the height of the box."""
        return self._box.height(inside(width, self._thickness + self._gap))

    def draw(self, canvas: Canvas, area: Area) -> None:
        """Draw the line as high as the area."""
        line = Area(area.x, area.y, self._thickness, area.height)
        canvas.rectangle(line, self._colour, self._thickness / 2)
        self._box.paint(canvas, area.inset(0, 0, 0, self._thickness + self._gap))
